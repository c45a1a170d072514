"""What was typed to find somebody: a name, and beside it perhaps a day or a year of birth as papers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_YEAR_FIRST = re.compile(r"(?<!\w)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\w)")
_DAY_FIRST = re.compile(r"(?<!\w)(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\w)")
_YEAR = re.compile(r"(?<!\w)(1[34]\d\d|19\d\d|20\d\d)(?!\w)")
_IN_NO_NAME = re.compile(r"[=<>;{}\[\]|\\^%$#@&*]")
_LONGEST_NAME = 40
"""Letters of one part of a name; no people we know of write longer ones."""
_HIJRI_BEFORE = 1500
"""Years of the Solar Hijri calendar; each touches two of ours."""


@dataclass(frozen=True, slots=True)
class Sought:
    """`days`: of birth, as ISO dates, also with day and month changed; `years`: those in which the person may be born."""

    name: str
    days: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


def sought(text: str) -> Sought:
    """Where nothing but numbers was typed, none of them is taken for a birth date. What can be no name is sought as none: read
    by its sound alone a row of the same letter is like some name or other."""
    if _IN_NO_NAME.search(text) or not all(map(_may_be_part, text.split())):
        return Sought("")
    text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
    for pattern, order in ((_YEAR_FIRST, (1, 3, 4)), (_DAY_FIRST, (4, 3, 1))):
        if found := pattern.search(text):
            year, month, day = (int(found[place]) for place in order)
            return _beside(text, found, tuple(_days(year, month, day)), year)
    if found := _YEAR.search(text):
        return _beside(text, found, (), int(found[1]))
    return Sought(text)


def _may_be_part(word: str) -> bool:
    letters = [sign for sign in word.casefold() if sign.isalpha()]
    return len(letters) <= _LONGEST_NAME and (len(letters) < 3 or len(set(letters)) > 1)


def _beside(text: str, found: re.Match[str], days: tuple[str, ...], year: int) -> Sought:
    name = f"{text[: found.start()]} {text[found.end() :]}".strip()
    if not any(sign.isalpha() for sign in name):
        return Sought(text)
    return Sought(name, days, (year + 621, year + 622) if year < _HIJRI_BEFORE else (year,))


def _days(year: int, month: int, day: int) -> Iterator[str]:
    """None for the impossible days of papers, such as 00.00.1990, nor for those of another calendar."""
    for each in dict.fromkeys(((month, day), (day, month))) if year >= _HIJRI_BEFORE else ():
        try:
            yield date(year, *each).isoformat()
        except ValueError:
            continue
