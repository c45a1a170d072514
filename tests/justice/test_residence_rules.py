"""Until when a permit goes on, when its end is near, and what a permit has to be: by rules, without a database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.residence import residence_from
from panoh.instruments.kinds.source import Verification
from panoh.instruments.reader import TextError
from panoh.justice.rules.residence import (
    AS_FAR_AS_IT_GOES,
    HAS_AN_END,
    IN_A_CHILDS_INTEREST,
    NEVER_BEGINS,
    NO_PROCEEDINGS,
    OVER_ALREADY,
    Proceedings,
    alarm,
    goes_on_until,
    may_be_given,
    may_be_refused,
    may_go_on,
    months_later,
)

TODAY = date(2026, 11, 16)
RULE = countries.residence("tj")


def test_what_was_not_seen_in_the_law_is_null_and_the_year_after_proceedings_is_not():
    assert (RULE.first_length.amount, RULE.remedy.amount) == (None, None)
    assert RULE.extension_months == 12
    assert {each.verification for each in RULE.extension_sources} == {Verification.SECONDARY}
    assert {each.verification for each in RULE.decides_sources} == {Verification.PROVISIONAL}
    assert [each.key for each in RULE.grounds if each.goes_on_with_proceedings] == ["cooperation"]


def test_a_file_that_names_a_role_nobody_has_is_refused_by_name():
    value = {"decides": {"role": "wizard"}, "grounds": []}

    with pytest.raises(TextError, match="unknown role 'wizard'"):
        residence_from(value, roles=["migration_authority"], name="residence.yaml")


@pytest.mark.parametrize(
    ("proceedings", "last"),
    [
        (None, None),
        (Proceedings(running=True, ended_on=None), date(2027, 11, 16)),
        (Proceedings(running=False, ended_on=date(2026, 9, 1)), date(2027, 9, 1)),
        (Proceedings(running=False, ended_on=date(2024, 2, 29)), date(2025, 2, 28)),
    ],
)
def test_a_permit_goes_on_while_proceedings_run_and_a_year_after(proceedings, last):
    assert goes_on_until(proceedings, months=12, today=TODAY) == last


def test_a_month_later_is_the_last_day_of_a_shorter_month():
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("left", "reached"), [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-1, 0)]
)
def test_an_end_is_near_at_sixty_thirty_and_seven_days(left, reached):
    assert alarm(TODAY + timedelta(days=left), today=TODAY, alarms=RULE.alarms) == reached


@pytest.mark.parametrize(
    ("permanent", "from_on", "until_on", "fault"),
    [
        (False, TODAY, TODAY, None),
        (False, TODAY, TODAY - timedelta(days=1), NEVER_BEGINS),
        (False, TODAY - timedelta(days=9), TODAY - timedelta(days=1), OVER_ALREADY),
        (False, TODAY, None, HAS_AN_END),
        (True, TODAY, TODAY, HAS_AN_END),
        (True, TODAY, None, None),
    ],
)
def test_a_permit_has_days_that_can_be(permanent, from_on, until_on, fault):
    assert may_be_given(permanent=permanent, from_on=from_on, until_on=until_on, today=TODAY) is fault


def test_an_extension_needs_a_day_that_lies_later_than_the_permit():
    assert may_go_on(None, permit_until=TODAY) is NO_PROCEEDINGS
    assert may_go_on(TODAY, permit_until=TODAY) is AS_FAR_AS_IT_GOES
    assert may_go_on(TODAY, permit_until=None) is AS_FAR_AS_IT_GOES
    assert may_go_on(TODAY + timedelta(days=1), permit_until=TODAY) is None


@pytest.mark.parametrize(
    ("child", "against", "fault"), [(True, False, IN_A_CHILDS_INTEREST), (True, True, None), (False, False, None)]
)
def test_a_child_is_refused_only_where_its_interests_speak_against_it(child, against, fault):
    assert may_be_refused(child=child, spoken_against=against) is fault
