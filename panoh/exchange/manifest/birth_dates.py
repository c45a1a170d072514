"""Birth dates as lists write them. Where day and month could have changed places, only the year is believed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

_YEAR = re.compile(r"(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([-./])(\d{1,2})[-./](\d{4})")
_TWO_DIGITS = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}")
_UNKNOWN_DAY = re.compile(
    r"(?:00|xx|[-.?]{1,2})[-./](?:00|xx|\d{2}|[-.?]{1,2})[-./](\d{4})|(\d{4})[-./](?:00|xx)[-./](?:00|xx)"
)
_YEAR_WORD = re.compile(r"\s*(?:года|год|г|соли|с)\.?$")
_HIJRI_YEARS = range(1280, 1460)
_LONGEST_LIFE = 120


@dataclass(frozen=True, slots=True)
class BirthDate:
    """`text` is an ISO date, or what was written where the day is not sure. `note` says why only the year is taken."""

    text: str
    born_from: int
    born_to: int
    note: str = ""


class NotABirthDate(ValueError):
    """Carries the code of the fault."""


def birth_date(written: str, *, on: date, order: str = "") -> BirthDate:
    """Raises NotABirthDate with the fault's code. `on`: the day of the list, by which everybody on it is born.

    `order`: what stands first where both numbers could be a month (day or month), as the rest of the column shows.
    """
    text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in written).lower()
    text = _YEAR_WORD.sub("", text).strip()
    if found := _YEAR.fullmatch(text) or _UNKNOWN_DAY.fullmatch(text):
        year = _lived(int(next(filter(None, found.groups()))), on)
        return BirthDate(str(year), year, year)
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(*map(int, found.groups()), on=on)
    if found := _DAY_FIRST.fullmatch(text):
        first, mark, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
        if mark == "/" and order == "month" and first <= 12:
            return replace(_day(year, first, second, on=on), note="read_month_first" if second <= 12 else "")
        if mark == "/" and first != second and max(first, second) <= 12:
            if order == "day":
                return replace(_day(year, second, first, on=on), note="read_day_first")
            return BirthDate(written, _lived(year, on), year, note="day_month_unclear")
        return _day(year, second, first, on=on)
    raise NotABirthDate("two_digit_year" if _TWO_DIGITS.fullmatch(text) else "not_a_date")


def day_written(written: str, *, order: str = "") -> date | None:
    """Any day, ahead or past, in the spellings of birth dates; None for what is none, or could be two."""
    text = written.strip().lower()
    if found := _YEAR_FIRST.fullmatch(text):
        return _real(*map(int, found.groups()))
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return None
    first, mark, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
    if mark == "/" and order == "month":
        return _real(year, first, second)
    if mark == "/" and not order and first != second and max(first, second) <= 12:
        return None
    return _real(year, second, first)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def order_shown(written: str) -> str:
    """Which of day and month stands first in a date with slashes, where one of the numbers is no month."""
    found = _DAY_FIRST.fullmatch(written.strip())
    if not found or found[2] != "/":
        return ""
    first, second = int(found[1]), int(found[3])
    if first > 12 >= second:
        return "day"
    return "month" if second > 12 >= first else ""


def _day(year: int, month: int, day: int, *, on: date) -> BirthDate:
    _lived(year, on)
    try:
        born = date(year, month, day)
    except ValueError:
        raise NotABirthDate("impossible_date") from None
    if born > on:
        raise NotABirthDate("not_born_yet")
    return BirthDate(born.isoformat(), year, year)


def _lived(year: int, on: date) -> int:
    if year in _HIJRI_YEARS:
        raise NotABirthDate("other_calendar")
    if year > on.year:
        raise NotABirthDate("not_born_yet")
    if year < on.year - _LONGEST_LIFE:
        raise NotABirthDate("too_old")
    return year
