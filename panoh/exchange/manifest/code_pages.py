"""Which old Cyrillic code page a text is in: taken only where it is sure, because a wrong one makes other names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from panoh.exchange.manifest.columns import known_heading
from panoh.instruments.kinds.source import Words

ENOUGH = 60
"""So many Cyrillic letters tell one page from another by frequency; with fewer a heading must be one we know."""

_COMMON = frozenset("оеаинтсрвлкмдпуя")
_WORD = re.compile("[а-яёА-ЯЁ]+")
_CUT = re.compile("[,;\t]")


@dataclass(frozen=True, slots=True)
class Page:
    """A code page and what people call it."""

    codec: str
    name: Words


PAGES = (
    Page("cp1251", Words("Windows-1251")),
    Page("cp866", Words("DOS 866")),
    Page("koi8-r", Words("KOI8-R")),
)


def sure_page(start: bytes) -> Page | None:
    """The page under which a heading is one we know, or whose text alone reads like Cyrillic words; None otherwise."""
    by_heading = [page for page in PAGES if _knows_a_heading(start, page)]
    if len(by_heading) == 1:
        return by_heading[0]
    ranked = sorted(((_reads_like_words(start, page), page.codec, page) for page in PAGES), reverse=True)
    (best, _, page), (second, _, _) = ranked[:2]
    enough = sum(byte > 127 for byte in start) >= ENOUGH
    return page if enough and best > 0.8 and best - second > 0.2 else None


def _knows_a_heading(start: bytes, page: Page) -> bool:
    first = start.splitlines()[0].decode(page.codec, "replace")
    return any(not cell.isascii() and known_heading(cell.strip(' "')) for cell in _CUT.split(first))


def _reads_like_words(start: bytes, page: Page) -> float:
    """The share of odd bytes that stand in words of usual case and usual letters: a wrong page turns case round."""
    text = start.decode(page.codec, "replace")
    good = 0.0
    for word in _WORD.findall(text):
        if word.islower() or word.isupper() or word.istitle():
            good += len(word) if not _COMMON.isdisjoint(word.lower()) and word[:1] not in "ьъыЬЪЫ" else 0
    odd = sum(not sign.isascii() for sign in text)
    return good / odd if odd else 0.0
