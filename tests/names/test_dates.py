"""Birth dates are compared as ranges, and a guess is never held against a person."""

from datetime import date

import pytest

from panoh.names.dates import BirthDates, aged, compare_dates, in_year, on

DAY = on(date(1990, 4, 3))


@pytest.mark.parametrize(
    ("other", "same", "reason"),
    [
        (on(date(1990, 4, 3)), True, "the same day"),
        (on(date(1990, 3, 4)), True, "day and month changed places"),
        (in_year(1990), True, "the ranges overlap"),
        (on(date(1990, 1, 1)), True, "the same year, one day is often a guess"),
        (in_year(1369, solar_hijri=True), True, "the ranges overlap"),
        (in_year(1370, solar_hijri=True), True, "they overlap within a year, as Solar Hijri dates may"),
        (on(date(1990, 4, 13)), False, "one of day, month and year differs"),
        (on(date(1984, 11, 20)), False, "the birth dates differ"),
        (in_year(1992), False, "the birth dates differ"),
        (None, False, "a birth date is not known"),
    ],
)
def test_two_birth_dates_are_compared_with_a_reason(other: BirthDates | None, same: bool, reason: str) -> None:
    found = compare_dates(DAY, other)

    assert (found.same, found.reason) == (same, reason)
    assert compare_dates(other, DAY) == found


def test_an_unknown_date_is_no_contradiction() -> None:
    unknown, different = compare_dates(DAY, None), compare_dates(DAY, on(date(1984, 11, 20)))

    assert unknown.score > different.score


def test_the_first_of_january_in_both_papers_counts_for_less_than_a_real_day() -> None:
    guessed = compare_dates(on(date(1990, 1, 1)), on(date(1990, 1, 1)))

    assert guessed.same
    assert guessed.score < compare_dates(DAY, DAY).score


def test_an_age_is_the_range_of_days_that_give_it() -> None:
    found = aged(17, at=date(2026, 11, 22))

    assert found == BirthDates(date(2008, 11, 23), date(2009, 11, 22))


def test_an_age_stated_on_29_february_is_reckoned() -> None:
    found = aged(1, at=date(2024, 2, 29))

    assert found.latest == date(2023, 2, 28)


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="earlier day first"):
        BirthDates(date(2000, 1, 2), date(2000, 1, 1))
