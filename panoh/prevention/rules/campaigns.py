"""Whether a campaign, its reach, a measure of the plan and a number to call back can be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

CALL_BACK_WITHIN = timedelta(days=7)
"""Longer no number is kept: our own working value, provisional."""
LONGEST = timedelta(days=3 * 366)


def campaign_can_be(
    *,
    first_day: date,
    last_day: date,
    today: date,
    chosen: Collection[Collection[str]],
    known: Collection[Collection[str]],
) -> bool:
    """Something is chosen from each list, nothing that is not in it, and the days lie within reach."""
    lists = zip(chosen, known, strict=True)
    fits = all(some and set(some) <= set(all_) for some, all_ in lists)
    return fits and first_day <= last_day <= first_day + LONGEST and first_day <= today + timedelta(days=731)


def reach_can_be(*, people: int, method: str, on: date, first_day: date, today: date) -> bool:
    """A number is worth what its way of counting is worth: without it none is kept."""
    return 0 <= people <= 100_000_000 and bool(method.strip()) and first_day <= on <= today


def call_back_until_can_be(*, until: date, today: date) -> bool:
    return today <= until <= today + CALL_BACK_WITHIN
