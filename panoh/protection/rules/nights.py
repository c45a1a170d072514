"""Nights of refuges by month and kind of place: taken, kept beside a family, free. Beds and days, and nobody's name.

A night belongs to the day it begins on. Where it is not known since when a bed is there, how many were free is not
known either, and is not guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
FAMILY = "family"


@dataclass(frozen=True)
class BedKept:
    """A bed of a room as it was from a day (None: not known since when) to another (None: it is so now)."""

    bed: Hashable
    room: Hashable
    kind: str
    since: date | None
    until: date | None = None


@dataclass(frozen=True)
class Slept:
    """A stay without the person: which bed, from which day to which; None while it goes on."""

    bed: Hashable
    came: date
    left: date | None


@dataclass(frozen=True)
class MonthNights:
    month: date
    kind: str
    taken: int
    kept: int
    free: int | None


def months(first: date, last: date) -> Iterator[date]:
    """The first day of every month that has a day between the two."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + 31 * DAY).replace(day=1)


def nights(
    beds: Iterable[BedKept], stays: Iterable[Slept], *, first: date, last: date, today: date
) -> tuple[MonthNights, ...]:
    """Every month that has begun × every kind there are beds of. The night of `today` is not over, and not counted."""
    end, spans = min(last + DAY, today), list(beds)
    slept, in_room = _slept(stays, spans, first, end)
    there, unknown, room_there = _there(spans, first, end)
    kept: Counter[tuple[str, date]] = Counter()
    for (room, day), guests in in_room.items():
        kept[FAMILY, day.replace(day=1)] += max(0, room_there[room, day] - guests)
    kinds = sorted({kind for kind, _month in (*slept, *there)} | set(unknown))
    return tuple(
        MonthNights(
            month,
            kind,
            slept[kind, month],
            kept[kind, month],
            None
            if month < unknown.get(kind, month)
            else max(0, there[kind, month] - slept[kind, month] - kept[kind, month]),
        )
        for month in months(first, end - DAY)
        for kind in kinds
    )


def _slept(
    stays: Iterable[Slept], spans: list[BedKept], first: date, end: date
) -> tuple[Counter[tuple[str, date]], Counter[tuple[Hashable, date]]]:
    """By kind and month, as the bed was that night; and for family rooms by room and night, as beds beside a family
    are nobody else's."""
    beds: dict[Hashable, list[BedKept]] = {}
    for each in spans:
        beds.setdefault(each.bed, []).append(each)
    slept: Counter[tuple[str, date]] = Counter()
    in_room: Counter[tuple[Hashable, date]] = Counter()
    for stay in stays:
        for day in _days(max(stay.came, first), min(stay.left or end, end)):
            bed = _as_it_was(beds[stay.bed], day)
            slept[bed.kind, day.replace(day=1)] += 1
            if bed.kind == FAMILY:
                in_room[bed.room, day] += 1
    return slept, in_room


def _as_it_was(spans: list[BedKept], day: date) -> BedKept:
    """The span that holds the night. Somebody slept there, so one does; the last is kept for one written down wrongly."""
    found = (each for each in spans if (each.since or day) <= day and (each.until is None or day < each.until))
    return next(found, spans[-1])


def _there(
    beds: list[BedKept], first: date, end: date
) -> tuple[Counter[tuple[str, date]], dict[str, date], Counter[tuple[Hashable, date]]]:
    """`unknown`: kinds with a bed nobody wrote the first day of, and the day from which that no longer matters."""
    there: Counter[tuple[str, date]] = Counter()
    room_there: Counter[tuple[Hashable, date]] = Counter()
    for bed in beds:
        for day in _days(max(bed.since or first, first), min(bed.until or end, end)):
            there[bed.kind, day.replace(day=1)] += 1
            room_there[bed.room, day] += 1
    unknown: dict[str, date] = {}
    for bed in beds:
        if bed.since is None:
            unknown[bed.kind] = max(unknown.get(bed.kind, first), bed.until or date.max)
    return there, unknown, room_there


def _days(first: date, end: date) -> Iterator[date]:
    return (first + number * DAY for number in range((end - first).days))
