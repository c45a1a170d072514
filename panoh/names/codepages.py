"""Names whose bytes were read by another table than they were written by: Êàðèìîâ is Каримов, СЂР°С… is рах.

Old lists, exports and mails carry them. A text is read anew only where it is like no name as it stands and like one
otherwise: by pairs of neighbouring letters, which names share and a wrong table destroys. Nothing here is shown; the record
keeps what it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from panoh.names import cyrillic, stock
from panoh.names.family import patronymic, slavic_family

MISREAD = (
    ("utf-8", "cp1252"), ("utf-8", "cp1251"), ("utf-8", "cp866"), ("utf-8", "koi8-r"),
    ("cp1251", "cp1252"), ("cp1251", "koi8-r"), ("cp1251", "cp866"), ("cp1251", "cp437"), ("cp1251", "mac-roman"),
    ("koi8-r", "cp1251"), ("koi8-r", "cp1252"), ("koi8-r", "cp866"), ("koi8-t", "cp1251"), ("koi8-t", "cp1252"),
    ("cp866", "cp1251"), ("cp866", "cp1252"), ("cp866", "koi8-r"), ("cp866", "cp437"),
    ("iso8859-5", "cp1251"), ("iso8859-5", "cp1252"), ("mac-cyrillic", "cp1252"),
)  # fmt: skip
"""(The table the bytes were written by, the one they were read by). A row more costs time, on texts that are no names."""
LIKE_A_NAME, BETTER_BY = 0.6, 0.2
"""Of the pairs of letters of a text, how many known names have too: from the first on it is like a name, and is left as it is;
what is read instead is so too, and by the second more than what stands. Names the list of names knows least of have 0.66."""
FEWEST_SIGNS, FEWEST_KINDS, MOST_SIGNS = 4, 3, 400
ODD_CAPITALS = 0.3
"""What a capital after a small letter takes off: some tables turn each into the other."""

_LATIN = re.compile("[A-Za-z]")
_RUSSIAN = str.maketrans("ҷҳқғӯӣңөүё", "жхкгуиноуе")


@lru_cache(maxsize=65_536)
def repaired(text: str) -> str:
    """The text as it was written, or as it stands."""
    if text.isascii() or (stands := _like_a_name(text)) >= LIKE_A_NAME or not _is_judged(text):
        return text
    like, found = max(_otherwise(text), key=lambda each: each[0], default=(0.0, text))
    return found if like >= stands + BETTER_BY else text


def _otherwise(text: str) -> Iterator[tuple[float, str]]:
    for written, read in MISREAD:
        found = _anew(text, written, read)
        if found and not _LATIN.search(found) and (like := _like_a_name(found)) >= LIKE_A_NAME:
            yield like, found


def _anew(text: str, written: str, read: str) -> str:
    """Empty where these bytes make no text. Of letters in two bytes one byte may be lost: И in UTF-8 has one that is no sign."""
    try:
        taken = b"".join(_bytes(letter, read) for letter in text)
        found = taken.decode(written, "ignore" if written == "utf-8" else "strict")
    except UnicodeError:
        return ""
    return "" if written == "utf-8" and len(found.encode()) < len(taken) - 2 else found


@lru_cache(maxsize=4_096)
def _bytes(letter: str, read: str) -> bytes:
    """Bytes the table has no sign for came through as they were."""
    return bytes((ord(letter),)) if 0x80 <= ord(letter) < 0xA0 else letter.encode(read)


def _is_judged(text: str) -> bool:
    """Not Latin letters with a mark here and there, nor Persian script: a name as people write it. Nor what is too short to tell,
    or too long to be a name."""
    signs = [sign for sign in text if sign.isalpha() or not sign.isascii()]
    plain = sum(1 for sign in signs if sign.isascii() or 0x620 <= ord(sign) < 0x780)
    return plain * 2 <= len(signs) >= FEWEST_SIGNS and len(set(signs)) >= FEWEST_KINDS and len(text) <= MOST_SIGNS


def _like_a_name(text: str) -> float:
    """The share of its pairs of letters that known names have, beginnings and ends of words among them; 0 without Cyrillic."""
    counted = [_pairs(word) for word in text.lower().split()]
    share = sum(known for known, _ in counted) / sum(all_of_it for _, all_of_it in counted) if counted else 0.0
    return share - (ODD_CAPITALS if _has_odd_capitals(text) else 0.0)


@lru_cache(maxsize=65_536)
def _pairs(word: str) -> tuple[int, int]:
    """How many of the pairs of a word known names have, and how many it has."""
    found = list(pairwise(f" {word.translate(cyrillic.LEGACY_FONT).translate(_RUSSIAN)} "))
    return sum(pair in _known() for pair in found), len(found)


def _has_odd_capitals(text: str) -> bool:
    if text.istitle() or text.isupper() or text.islower():
        return False
    return any(one.islower() and other.isupper() for one, other in pairwise(text))


@lru_cache(maxsize=1)
def _known() -> frozenset[tuple[str, str]]:
    of = (stock.TAJIK, stock.RUSSIAN, stock.KYRGYZ)
    given = [name.own for people in of for name in (*people.men, *people.women)]
    given += [
        name.russian
        for people in (stock.AFGHAN, stock.BANGLADESHI)
        for name in (*people.men, *people.women, *people.families)
    ]
    family = [slavic_family(name.own, sex) for people in of for name in people.families for sex in ("m", "f")]
    fathers = [patronymic(name.own, sex) for people in of for name in people.men for sex in ("m", "f")]
    return frozenset(
        pair for name in (*given, *family, *fathers) for pair in pairwise(f" {name.lower().translate(_RUSSIAN)} ")
    )
