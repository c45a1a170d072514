"""Rules of training, without a database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.prevention.rules.training import Came, Hindrance, Share, hinders, months_after, session_can_be

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "last", "seats", "can"),
    [
        (TODAY, TODAY, 1, True),
        (TODAY - 366 * DAY, TODAY - 365 * DAY, 20, True),
        (TODAY - 367 * DAY, TODAY, 20, False),
        (TODAY + 731 * DAY, TODAY + 732 * DAY, 20, True),
        (TODAY + 732 * DAY, TODAY + 733 * DAY, 20, False),
        (TODAY, TODAY - DAY, 20, False),
        (TODAY, TODAY + 60 * DAY, 20, True),
        (TODAY, TODAY + 61 * DAY, 20, False),
        (TODAY, TODAY, 0, False),
        (TODAY, TODAY, 501, False),
    ],
)
def test_a_session_has_seats_and_days_within_reach(first, last, seats, can):
    assert session_can_be(first_day=first, last_day=last, seats=seats, today=TODAY) is can


@pytest.mark.parametrize(
    ("came", "last_day", "until", "why"),
    [
        (Came(False, None), TODAY, TODAY + DAY, Hindrance.NOT_THERE),
        (Came(True, 0), TODAY, TODAY + DAY, Hindrance.NOT_THERE),
        (Came(True, None), TODAY, TODAY + DAY, Hindrance.NOT_SAID),
        (Came(True, 11), TODAY, TODAY + DAY, Hindrance.TOO_FEW_HOURS),
        (Came(True, 12), TODAY + DAY, TODAY + 9 * DAY, Hindrance.NOT_OVER),
        (Came(True, 12), TODAY - DAY, TODAY, Hindrance.TOO_LONG_AGO),
        (Came(True, 12), TODAY, TODAY + DAY, None),
        (Came(True, 16), TODAY - 30 * DAY, TODAY + DAY, None),
    ],
)
def test_a_certificate_needs_somebody_who_came_for_long_enough_to_a_session_that_is_over(came, last_day, until, why):
    assert hinders(came, needed=12, last_day=last_day, until=until, today=TODAY) == why


def test_a_month_that_is_shorter_ends_on_its_last_day():
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 11, 16), 36) == date(2029, 11, 16)
    assert months_after(date(2026, 12, 1), 1) == date(2027, 1, 1)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_so_many_months_later_is_that_month_and_never_a_later_day_of_it(day, months):
    later = months_after(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


def test_a_share_of_nobody_is_no_share_and_all_but_one_is_not_all():
    assert Share(0, 0).percent is None
    assert Share(200, 199).percent == 99
    assert Share(3, 0).percent == 0
    assert Share(3, 3).percent == 100
    with pytest.raises(ValueError, match="nobody is trained"):
        Share(2, 3)
