"""The clock of the watch list: what counts, what ends a run, what stays open, on each side of each threshold."""

from __future__ import annotations

import pytest

from panoh.assessment.rules.clock import Bar, Count, barred, needs_waiver
from panoh.assessment.rules.law import law_of
from panoh.instruments.assessment import statute
from tests.assessment.made import behind, run, years


@pytest.mark.parametrize(
    ("placements", "expected"),
    [
        (run(2006, "2WL", "2WL", "2WL"), {0}),
        (run(2008, "2WL", "2WL", "2WL"), {2}),
        (run(2009, "2WL"), {1}),
        (run(2009, "2WL", "2WL", "2"), {0}),
        (run(2009, "2WL", "2WL", "1"), {0}),
        (run(2009, "2WL", "2WL", "(none)"), {0}),
        (run(2009, "2WL", "2WL", "3"), {0}),
        (run(2009, "2WL", "2", "2WL"), {1}),
    ],
)
def test_only_consecutive_years_from_the_report_of_2009_count(placements, expected):
    assert behind(years(placements)) == expected


def test_a_special_case_leaves_open_whether_the_run_goes_on():
    assert behind(years(run(2020, "2WL", "SC"))) == {0, 1}
    assert behind(years(run(2020, "2WL", "SC", "2WL"))) == {1, 2}


def test_a_placement_that_was_not_seen_leaves_every_count_open():
    assert behind(years(run(2020, "2WL", "?", "2WL"))) == {1, 2, 3}


def test_where_the_watch_list_is_known_whole_a_country_without_a_placement_was_not_on_it():
    complete = {2021: ["2WL", "3", "SC"]}

    assert behind(years(run(2020, "2WL", "?", "2WL"), complete=complete)) == {1}


def test_a_placement_that_was_not_seen_is_supposed_to_have_kept_to_the_law():
    """Four years are the most that the law of 2013 allows, so a fifth is not among the counts."""
    assert max(behind(years(run(2009, "2WL", "2WL", "2WL", "2WL"), last=2013))) == 4


@pytest.mark.parametrize(
    ("report", "count", "waiver", "bar"),
    [
        (2003, 0, False, Bar.NO_LIST),
        (2004, 0, False, None),
        (2008, 4, False, None),
        (2010, 1, False, None),
        (2011, 2, True, None),
        (2018, 3, True, None),
        (2018, 4, True, Bar.LIMIT),
        (2019, 1, False, None),
        (2019, 2, True, None),
        (2019, 3, True, Bar.LIMIT),
    ],
)
def test_the_law_of_the_day_sets_the_limit_and_the_waiver(report, count, waiver, bar):
    law = law_of(statute(), report)

    assert needs_waiver(Count(count), law) is waiver
    assert barred(Count(count), law) is bar


@pytest.mark.parametrize(
    ("report", "count", "bar"),
    [
        (2018, Count(1, downgraded=True), None),
        (2019, Count(0, downgraded=True), None),
        (2019, Count(1, downgraded=True), Bar.ONE_YEAR_RULE),
        (2019, Count(1, downgraded=False), None),
    ],
)
def test_after_an_automatic_downgrade_one_year_on_the_list_is_open_and_a_second_is_not(report, count, bar):
    assert barred(count, law_of(statute(), report)) is bar


@pytest.mark.parametrize(
    ("placements", "downgraded"),
    [
        (run(2020, "2WL", "2WL", "3"), True),
        (run(2020, "2WL", "2WL", "3", "3", "2WL"), True),
        (run(2020, "2WL", "3"), False),
        (run(2020, "2WL", "2WL", "3", "2WL", "3"), False),
        (run(2020, "2WL", "2WL", "2", "3"), False),
        (run(2020, "2WL", "2WL", "3", "2"), False),
    ],
    ids=str,
)
def test_the_one_year_rule_looks_at_the_latest_cycle(placements, downgraded):
    assert {count.downgraded for count in years(placements)[-1].after} == {downgraded}


def test_a_report_before_the_statute_is_refused():
    with pytest.raises(ValueError, match="2000"):
        law_of(statute(), 2000)
