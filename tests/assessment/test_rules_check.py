"""What the check says of a history: broken for certain, broken as we read it, cannot be told, or nothing."""

from __future__ import annotations

import pytest

from tests.assessment.made import found, run, told


@pytest.mark.parametrize(
    ("placements", "expected"),
    [
        (run(2003, "2WL"), [(2003, "no_list", "violation")]),
        (run(2004, "2WL"), []),
        (run(2004, "2WL", "2WL", "2WL", "2WL", "2WL"), []),
        (run(2009, "2WL", "2WL", "3"), []),
        (run(2009, "2WL", "2WL", "2WL"), [(2011, "waiver", "unknown")]),
        (run(2022, "2WL", "2WL", "2WL", "3"), [(2024, "waiver", "unknown")]),
    ],
    ids=str,
)
def test_placements_are_held_to_the_law_of_their_year(placements, expected):
    assert found(placements) == expected


def test_a_fifth_year_breaks_the_law_of_2013_and_a_fourth_that_of_2023():
    assert (2013, "limit", "violation") in found(run(2009, *["2WL"] * 5))
    assert (2012, "limit", "violation") not in found(run(2009, *["2WL"] * 4))
    assert (2023, "limit", "violation") in found(run(2020, *["2WL"] * 4))


def test_the_shorter_waiver_of_2019_also_meets_a_run_begun_before_it():
    assert (2019, "limit", "violation") in found(run(2016, *["2WL"] * 4), waivers=[2018])
    assert found(run(2015, *["2WL"] * 4), waivers=[2017, 2018]) == []


def test_a_year_that_needs_a_waiver_is_in_order_where_one_was_seen():
    assert found(run(2017, "2WL", "2WL", "2WL"), waivers=[2019]) == []


def test_a_waiver_where_none_was_needed_says_that_the_history_is_not_whole():
    assert found(run(2018, "2WL", "2WL"), waivers=[2019]) == [(2019, "waiver", "unknown")]


def test_a_second_year_after_an_automatic_downgrade_is_a_warning_and_no_violation():
    assert found(run(2020, "2WL", "2WL", "3", "2WL", "2WL")) == [(2024, "one_year_rule", "warning")]
    assert found(run(2020, "2WL", "2WL", "3", "2WL", "3")) == []


def test_what_only_some_readings_of_a_gap_break_cannot_be_told():
    findings = told(run(2019, "?", "2WL", "2WL", "2WL") | {2018: "2WL"})

    assert {(each.report, each.kind.value) for each in findings} >= {(2021, "limit"), (2022, "limit")}
    assert {each.verdict.value for each in findings} == {"unknown"}
    assert not any(each.name.en.casefold() in each.reason.en.casefold() for each in findings)


def test_a_gap_where_the_downgrade_was_due_is_named_with_its_provision():
    (finding,) = told(run(2015, *["2WL"] * 4), waivers=[2017, 2018], last=2019)

    assert (finding.report, finding.kind.value, finding.verdict.value) == (2019, "not_seen", "unknown")
    assert finding.provision is not None
    assert finding.provision.key == "watch_list_limit"


def test_every_finding_has_its_reason_in_three_languages():
    for each in told(run(2009, *["2WL"] * 5)):
        assert each.reason.en != each.reason.ru != each.reason.tg
        assert "{" not in each.reason.en + each.reason.ru + each.reason.tg
