"""Placements accepted from source texts join the tier history: beside the packaged one, and never in its place."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.assessment import actions
from panoh.assessment.queries.placements import accepted_placements
from panoh.assessment.queries.tiers import check_for, country_for
from panoh.assessment.rules.check import check
from panoh.assessment.rules.clock import reckon
from panoh.assessment.rules.outlook import outlook
from panoh.assessment.rules.path import path
from panoh.instruments.assessment import statute, tier_history
from panoh.instruments.kinds.tier import AcceptedPlacement, Tier
from tests.assessment.made import CODE, behind, history, run
from tests.assessment.texts import accepted, brought, corrected
from tests.conftest import NOON

PLACED = "KYRGYZSTAN: Tier 2 Watch List\n\nThe government made efforts. It was placed on Tier 2 Watch List.\n"
OTHER = "AFGHANISTAN: Tier 1\n\nThe government made efforts.\n"


def told(report: int, tier: str) -> dict[int, tuple[AcceptedPlacement, ...]]:
    return {
        report: (AcceptedPlacement(CODE, report, Tier(tier), 7, "An NGO", report, f"Tier {tier}.", ("A. (Clerk)",)),)
    }


def test_a_report_after_the_history_is_reckoned_and_the_next_one_is_asked_for():
    years = reckon(history(run(2024, "2WL", "2WL")), CODE, statute(), told(2026, "2WL"))

    assert (years[-1].report, years[-1].tier, behind(years)) == (2026, Tier.WATCH_LIST, {3})
    assert outlook(years, statute()).law.report == 2027
    assert [found.kind for found in check(CODE, years) if found.report == 2026] == ["waiver"]


def test_where_the_history_and_an_accepted_text_differ_both_are_told_and_the_clock_carries_both():
    years = reckon(history(run(2024, "2WL", "2")), CODE, statute(), told(2025, "2WL"))

    last = years[-1]
    assert (last.tier, last.told, last.contested) == (None, (Tier.TWO, Tier.WATCH_LIST), True)
    assert behind(years) == {0, 2}
    assert path(years)[-1].name.en == "sources do not agree: Tier 2 / Watch List"
    assert [(each.kind, each.verdict) for each in check(CODE, years)] == [("contested", "unknown")]


def test_where_they_agree_nothing_changes_but_what_stands_beside():
    alone, beside = (reckon(history(run(2024, "2WL", "2")), CODE, statute(), more) for more in (None, told(2025, "2")))

    assert beside == (*alone[:-1], dataclasses.replace(alone[-1], accepted=told(2025, "2")[2025]))


@pytest.mark.django_db
def test_an_accepted_fact_of_a_new_report_stands_on_the_pages_with_where_it_comes_from(client, cast):
    narrative = brought(cast.alisher, PLACED, country="KGZ", report=2026)
    assert accepted_placements() == {}
    accepted(*narrative.facts.filter(measure="tier_placement"), by=cast.alisher)

    shown = country_for(cast.zarina, iso3="KGZ")
    assert (shown.years[-1].report, shown.years[-1].tier) == (2026, Tier.WATCH_LIST)
    assert country_for(cast.zarina, iso3="TJK").years[-1].report == tier_history().last_report
    client.force_login(cast.zarina)
    page = client.get(reverse("assessment:country", args=["KGZ"])).content.decode()
    assert "In the report of 2026:" in page
    assert "The report of 2026 was not seen here" not in page
    fact = narrative.facts.filter(measure="tier_placement").first()
    assert reverse("assessment:fact", args=[fact.pk]) in page
    assert f"accepted by {cast.alisher.name} ({cast.alisher.post})" in page
    board = client.get(reverse("assessment:tiers") + "?report=2026&tier=2WL").content.decode()
    assert "1 country ·" in board
    assert '<th scope="col">2026</th>' in board


@pytest.mark.django_db
def test_an_accepted_fact_against_the_history_is_shown_as_a_conflict_everywhere(client, cast):
    narrative = brought(cast.alisher, OTHER, country="AFG", report=2018)
    accepted(narrative.facts.get(measure="tier_placement"), by=cast.alisher)

    client.force_login(cast.zarina)
    page = client.get(reverse("assessment:country", args=["AFG"])).content.decode()
    assert "sources do not agree: Tier 2 / Tier 1" in page
    assert "Sources do not agree on the placement: Tier 2 / Tier 1." in page
    assert "<td>2/1</td>" in client.get(reverse("assessment:tiers")).content.decode()
    side = client.get(reverse("assessment:comparison") + "?country=AFG&year=2017").content.decode()
    assert "sources do not agree: Tier 2 / Tier 1" in side
    assert "No fact of these countries and years was accepted yet" not in side
    assert "contested" in {each.kind for each in check_for(cast.zarina).findings}
    told = client.get("/api/assessment/tiers/AFG").json()["years"]
    (year,) = [each for each in told if each["report"] == 2018]
    assert (year["tier"], year["contested"], year["possible"]) == (None, True, ["1", "2"])
    assert (year["basis"], [each["tier"] for each in year["accepted"]]) == ("report", ["1"])


@pytest.mark.django_db
@pytest.mark.parametrize("year", [1999, 2020])
def test_a_placement_of_a_report_after_the_text_or_before_there_was_any_joins_nothing(cast, year):
    narrative = brought(cast.alisher, OTHER, country="AFG", report=2018)
    fact = narrative.facts.get(measure="tier_placement")
    actions.judge_fact(fact=fact, values=corrected(fact, year=year), because="So.", by=cast.alisher, at=NOON)

    assert accepted_placements() == {}


@pytest.mark.django_db
def test_a_report_that_is_not_out_on_its_day_is_said_to_be_past(client, cast, monkeypatch):
    client.force_login(cast.zarina)
    due = date(tier_history().last_report + 1, 6, 30)

    for today, said in ((due, "it is due on"), (due + timedelta(days=1), "which is past")):
        monkeypatch.setattr(timezone, "localdate", lambda moment=None, day=today: day)
        assert said in client.get(reverse("assessment:country", args=["TJK"])).content.decode()
