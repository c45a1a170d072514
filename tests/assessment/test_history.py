"""The whole real history under the clocks: what the reference says of it, and what it says of Tajikistan."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from panoh.assessment.queries import checked, country_tiers
from panoh.assessment.rules.check import Verdict
from panoh.assessment.rules.clock import Bar, barred, needs_waiver
from panoh.instruments.assessment import tier_history
from panoh.instruments.kinds.tier import Tier

ALL = {country.code: country_tiers(country.code) for country in tier_history().countries}
TAJIKISTAN = "– 3 2 2WL 2 2 2 2WL 2WL 2WL 2 2 2 2 2 2 2 2WL 2 2 2 2 2 2WL 2"


def year(code: str, report: int):
    return next(each for each in ALL[code].years if each.report == report)


def test_the_history_is_the_reference_row_by_row():
    """Skipped where the working reference is absent."""
    path = next((p / "shared/data/tip_tiers.csv" for p in Path(__file__).parents if (p / "shared/data").exists()), None)
    if path is None:
        pytest.skip("the working reference is not beside this copy of the project")
    with path.open(encoding="utf-8", newline="") as file:
        rows = {(row["iso3"], int(row["year"])): row for row in csv.DictReader(file)}

    known = {(code, each.report): each for code, told in tier_history().placements.items() for each in told.values()}

    assert known.keys() == rows.keys()
    for key, placement in known.items():
        row = rows[key]
        assert (placement.tier, placement.basis, placement.source.source) == (row["tier"], row["basis"], row["source"])


def test_no_placement_certainly_broke_the_law():
    verdicts = Counter(found.verdict for found in checked().findings)

    assert verdicts[Verdict.VIOLATION] == 0
    assert verdicts[Verdict.WARNING] == 0
    assert verdicts[Verdict.UNKNOWN] > 1000


def test_what_was_not_seen_is_reported_for_every_country_and_report():
    holes = sum(
        each.placement is None and each.possible != {Tier.NOT_IN_REPORT} for told in ALL.values() for each in told.years
    )

    assert holes == sum(found.kind == "not_seen" for found in checked().findings)


def test_the_placements_on_the_watch_list_since_2009_are_those_the_reference_counted():
    assert sum(each.tier is Tier.WATCH_LIST and each.law.counts for told in ALL.values() for each in told.years) == 614


@pytest.mark.parametrize("code", ["CHN", "RUS", "UZB"])
def test_two_years_and_two_waived_end_in_tier_3_in_2013(code):
    assert {count.years for count in year(code, 2013).before} == {4}
    assert {barred(count, year(code, 2013).law) for count in year(code, 2013).before} == {Bar.LIMIT}
    assert year(code, 2013).tier is Tier.THREE


def test_the_waivers_seen_in_2018_are_exactly_those_the_clock_asks_for():
    asked = {
        code
        for code in ALL
        if year(code, 2018).tier is Tier.WATCH_LIST
        and all(needs_waiver(count, year(code, 2018).law) for count in year(code, 2018).before)
    }

    assert asked == {code for code in ALL if year(code, 2018).waived}
    assert {code for code in asked if {count.years for count in year(code, 2018).before} == {3}} == {"CUB", "SAU"}


@pytest.mark.parametrize(
    ("code", "report", "tier"), [("DZA", 2023, "3"), ("BRN", 2024, "3"), ("VNM", 2024, "2"), ("TCD", 2025, "3")]
)
def test_the_one_year_rule_bound_four_placements_and_none_stayed_on_the_list(code, report, tier):
    bound = year(code, report)

    assert {barred(count, bound.law) for count in bound.before} == {Bar.ONE_YEAR_RULE}
    assert bound.tier == tier
    notes = [note.en for spell in ALL[code].path if spell.last == report - 1 for note in spell.notes]
    assert any(f"in the report of {report}" in note and "one-year rule" in note for note in notes)


def test_the_path_of_tajikistan_is_that_of_the_reference():
    shown = [each.tier or "?" for each in ALL["TJK"].years]

    assert " ".join("–" if tier == "(none)" else str(tier) for tier in shown) == TAJIKISTAN


def test_the_path_of_tajikistan_in_words_names_its_moves_and_the_downgrade_that_was_ahead_in_2011():
    spells = {spell.first: spell for spell in ALL["TJK"].path}

    assert [(spell.first, spell.last, spell.move and spell.move.en) for spell in ALL["TJK"].path] == [
        (2001, 2001, None),
        (2002, 2002, "first placement"),
        (2003, 2003, "up"),
        (2004, 2004, "down"),
        (2005, 2007, "up"),
        (2008, 2010, "down"),
        (2011, 2017, "up"),
        (2018, 2018, "down"),
        (2019, 2023, "up"),
        (2024, 2024, "down"),
        (2025, 2025, "up"),
    ]
    assert any("report of 2011" in note.en for note in spells[2008].notes)
    assert all("report of 2019" not in note.en for note in spells[2018].notes)


def test_what_is_ahead_of_tajikistan_has_its_dates():
    ahead = ALL["TJK"].outlook
    effects = {
        option.tier: [(e.provision.key, e.first and str(e.first), e.last and str(e.last)) for e in option.effects]
        for option in ahead.options
    }

    assert ahead.count.en == "0"
    assert ("interim_assessment", None, "2027-02-01") in effects[Tier.WATCH_LIST]
    assert ("restrictions", "2026-08-14", "2026-09-28") in effects[Tier.THREE]
    assert not any(option.barred for option in ahead.options)
    watch_list = next(option for option in ahead.options if option.tier is Tier.WATCH_LIST)
    assert any("Tier 3 is due in the report of 2028 unless waived" in effect.says.en for effect in watch_list.effects)


def test_the_list_is_not_open_to_a_country_with_its_waiver_used():
    vanuatu = {option.tier: option for option in ALL["VUT"].outlook.options}

    assert ALL["VUT"].outlook.count.en == "3"
    assert vanuatu[Tier.WATCH_LIST].barred
    assert "one_year_rule" in {effect.provision.key for effect in vanuatu[Tier.THREE].effects}


def test_a_country_lifted_from_tier_3_gets_an_action_plan():
    watch_list = next(option for option in ALL["CHN"].outlook.options if option.tier is Tier.WATCH_LIST)

    assert ("action_plan", "2026-12-27") in {(e.provision.key, str(e.last)) for e in watch_list.effects}
