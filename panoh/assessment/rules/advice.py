"""Finds what a narrative recommends, in order of priority, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from panoh.narratives.layout import paragraphs
from panoh.narratives.sentences import sentences

_LEAD = re.compile(r"^(?:prioritized |priority )?recommendations(?: for [^:]{2,50})?:\s*", re.I)
_IMPERATIVE = re.compile(
    r"^(?:Adopt|Amend|Increase|Continue|Train|Ensure|Develop|Implement|Improve|Provide|Expand|Vigorously|Investigate|Strengthen)\b"
)
_SHORTEST = 12
_BULLET = re.compile(r"[•●▪‣]|(?<!\S)\*(?=\s*[A-Z])")
_MARKS = "•●▪‣*"
_HALF = re.compile(r";\s")
"""Up to 2018 all recommendations are one sentence; later each stands alone and its semicolons part examples."""


@dataclass(frozen=True)
class Advice:
    """`words` is an exact slice of the text between the two places."""

    words: str
    start: int
    end: int


def recommendations(text: str) -> tuple[Advice, ...]:
    """One for each line, bullet or half of a sentence between semicolons, as reports of different years have them."""
    parts = [
        each for each in paragraphs(text) if each.section == "recommendations" or _bulleted(text[each.start : each.end])
    ]
    cut = _BULLET if len(parts) > 1 or any(_BULLET.search(text, each.start, each.end) for each in parts) else _HALF
    return tuple(found for each in parts for found in _pieces(text, each.start, each.end, cut))


def _bulleted(words: str) -> bool:
    """A text that lost its heading still has its bullets, each an order."""
    parts = [part.strip() for part in _BULLET.split(words)]
    return len(parts) > 2 and bool(_IMPERATIVE.match(parts[0] or parts[1]))


def _pieces(text: str, start: int, end: int, cut: re.Pattern[str]) -> Iterator[Advice]:
    lead = _LEAD.match(text[start:end])
    begin = start + (lead.end() if lead else 0)
    cuts = [each.end() for each in cut.finditer(text[begin:end])]
    for first, last in zip([0, *cuts], [*cuts, end - begin], strict=True):
        for one in sentences(text, begin + first, begin + last):
            yield from _trimmed(text, *one)


def _trimmed(text: str, start: int, end: int) -> Iterator[Advice]:
    while end > start and text[end - 1] in f" \n;{_MARKS}":
        end -= 1
    words = text[start:end].removeprefix("and ")
    start = end - len(words)
    if len(words) >= _SHORTEST:
        yield Advice(words, start, end)
