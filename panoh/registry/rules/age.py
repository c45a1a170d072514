"""Whether a person goes the child's way. Doubt about age counts as a child (promise 3; CETS 197 art. 10(3))."""

from __future__ import annotations

from datetime import date

MAJORITY = 18


def is_child(*, on: date, born_from: int | None, born_to: int | None, birth_date: date | None, in_doubt: bool) -> bool:
    """True if the person is, or by any reading of the papers may be, under 18 on the day.

    `born_from` and `born_to` are the earliest and latest birth year; `birth_date` is the exact date where all papers agree.
    No year at all is not doubt by itself: the officer who sees the person says whether there is doubt.
    """
    if in_doubt:
        return True
    if birth_date is not None:
        return age(birth_date, on) < MAJORITY
    if born_to is None:
        return False
    return age(date(born_to, 12, 31), on) < MAJORITY


def age(born: date, on: date) -> int:
    """Whole years completed on the day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_group(*, on: date, born_from: int | None, born_to: int | None) -> str:
    """Band for figures: 0-8, 9-17, 18-23, 24-30, 31-47, 48+, or unknown. Coarse, so that a figure points at nobody."""
    if born_from is None or born_to is None:
        return "unknown"
    years = on.year - (born_from + born_to) // 2
    for last, band in ((8, "0-8"), (17, "9-17"), (23, "18-23"), (30, "24-30"), (47, "31-47")):
        if years <= last:
            return band
    return "48+"
