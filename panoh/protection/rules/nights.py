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
    """A bed of a room, there since a day; None where that is not known."""

    room: Hashable
    kind: str
    since: date | None


@dataclass(frozen=True)
class Slept:
    """A stay without the person: which room, from which day to which; None while it goes on."""

    room: Hashable
    kind: str
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
    end = min(last + DAY, today)
    slept, in_room = _slept(stays, first, end)
    there, unknown, room_there = _there(list(beds), first, end)
    kept: Counter[tuple[str, date]] = Counter()
    for (room, day), guests in in_room.items():
        kept[FAMILY, day.replace(day=1)] += max(0, room_there[room, day] - guests)
    kinds = sorted({kind for kind, _month in (*slept, *there)} | unknown)
    return tuple(
        MonthNights(
            month,
            kind,
            slept[kind, month],
            kept[kind, month],
            None if kind in unknown else max(0, there[kind, month] - slept[kind, month] - kept[kind, month]),
        )
        for month in months(first, end - DAY)
        for kind in kinds
    )


def _slept(
    stays: Iterable[Slept], first: date, end: date
) -> tuple[Counter[tuple[str, date]], Counter[tuple[Hashable, date]]]:
    """By kind and month; and for family rooms by room and night, as beds beside a family are nobody else's."""
    slept: Counter[tuple[str, date]] = Counter()
    in_room: Counter[tuple[Hashable, date]] = Counter()
    for stay in stays:
        for day in _days(max(stay.came, first), min(stay.left or end, end)):
            slept[stay.kind, day.replace(day=1)] += 1
            if stay.kind == FAMILY:
                in_room[stay.room, day] += 1
    return slept, in_room


def _there(
    beds: list[BedKept], first: date, end: date
) -> tuple[Counter[tuple[str, date]], set[str], Counter[tuple[Hashable, date]]]:
    there: Counter[tuple[str, date]] = Counter()
    room_there: Counter[tuple[Hashable, date]] = Counter()
    for bed in beds:
        for day in _days(max(bed.since or first, first), end):
            there[bed.kind, day.replace(day=1)] += 1
            room_there[bed.room, day] += 1
    return there, {bed.kind for bed in beds if bed.since is None}, room_there


def _days(first: date, end: date) -> Iterator[date]:
    return (first + number * DAY for number in range((end - first).days))
