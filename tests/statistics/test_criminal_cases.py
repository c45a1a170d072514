"""Figures of criminal cases: each in its own unit, once, in its period, with and without what is about migration only."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from panoh.instruments.statistics import definition
from panoh.justice.actions import (
    DefendantGiven,
    PenaltyGiven,
    add_defendant,
    count_victim,
    open_criminal_case,
    pronounce_sentence,
    record_penalty,
    record_stage,
    take_back_stage,
)
from panoh.justice.queries.sentences import mark_of_sentences
from panoh.statistics.queries.figures import figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import NoneCounted, Number

YEAR, FIRST_HALF = Period(PeriodKind.CALENDAR_YEAR, 2026), Period(PeriodKind.FIRST_HALF, 2026)


@pytest.fixture
def courts(cast, now):
    """A trafficking case with two defendants, one an official, judged in September; one of migration, just opened."""
    act = {"by": cast.jamshed, "at": now}
    sold = open_criminal_case(on=date(2026, 3, 1), articles=["130.1", "335.1"], **act)
    people = [
        add_defendant(criminal_case=sold, given=DefendantGiven(official=official), **act) for official in ("yes", "no")
    ]
    for stage, on in (("investigated", 4), ("charged", 6), ("tried", 8)):
        record_stage(criminal_case=sold, stage=stage, on=date(2026, on, 1), **act)
    for month in (9, 10):
        pronounce_sentence(
            defendant=people[0],
            on=date(2026, month, 1),
            article="130.1",
            convicted=True,
            custodial_months=96,
            after=mark_of_sentences(people[0]),
            **act,
        )
    pronounce_sentence(defendant=people[1], on=date(2026, 9, 1), article="130.1", convicted=False, after="", **act)
    for _ in range(3):
        count_victim(criminal_case=sold, **act)
    open_criminal_case(on=date(2026, 7, 1), articles=["335.1", "335.2"], **act)
    return sold


def told(name: str, period: Period = YEAR):
    return figure(definition(name), period, since=date(2025, 1, 1), on=date(2026, 11, 16))


@pytest.mark.parametrize(
    ("name", "all_", "without", "first_half"),
    [
        ("criminal_cases_opened", 2, 1, Number(1)),
        ("crimes_in_cases_opened", 4, 2, Number(2)),
        ("suspects_charged", 2, 2, Number(2)),
        ("suspects_convicted", 1, 1, NoneCounted()),
        ("victims_of_criminal_cases", 3, 3, NoneCounted()),
    ],
)
def test_each_unit_is_counted_once_with_and_without_migration(courts, name, all_, without, first_half):
    found = told(name)

    assert found.value == Number(all_)
    assert found.breakdown("migration").value("without") == Number(without)
    assert told(name, FIRST_HALF).value == first_half


def test_how_far_the_cases_of_a_period_came_is_read_as_of_its_end(courts):
    year, half = told("criminal_cases_opened"), told("criminal_cases_opened", FIRST_HALF)

    assert (year.breakdown("stage").value("tried"), year.breakdown("stage").value("opened")) == (Number(1), Number(1))
    assert half.breakdown("stage").value("charged") == Number(1)
    assert half.breakdown("stage").value("tried") == NoneCounted()


def test_officials_are_counted_among_suspects(courts):
    by_official = told("suspects_charged").breakdown("official")

    assert (by_official.value("yes"), by_official.value("no")) == (Number(1), Number(1))
    assert by_official.value("unknown") == NoneCounted()


def test_a_stage_taken_back_is_not_counted(courts, cast, now):
    case = open_criminal_case(on=date(2026, 3, 1), articles=["130.1"], by=cast.jamshed, at=now)
    add_defendant(criminal_case=case, given=DefendantGiven(), by=cast.jamshed, at=now)
    stages = [
        record_stage(criminal_case=case, stage=stage, on=date(2026, 5, 1), by=cast.jamshed, at=now)
        for stage in ("investigated", "charged")
    ]
    assert told("suspects_charged").value == Number(3)

    take_back_stage(stage=stages[-1], by=cast.jamshed, at=now)

    assert told("suspects_charged").value == Number(2)


def test_the_sheet_says_the_unit_of_each(courts, cast, client):
    client.force_login(cast.alisher)

    shown = client.get(reverse("statistics:home"), {"year": "2026"}).content.decode()

    assert "Counting unit: criminal cases." in shown
    assert "Counting unit: suspects in a case." in shown
    assert "about migration only" in shown


def test_a_person_penalised_twice_counts_once(book, now):
    her = book.presumed("2026-03-01")
    for on in (date(2026, 4, 1), date(2026, 10, 1)):
        given = PenaltyGiven(kind="fine", on=on, authority="police")
        record_penalty(case=her, given=given, by=book.officer, at=now)

    assert told("persons_penalised").value == Number(1)
    assert told("persons_penalised").breakdown("sex").value("female") == Number(1)
    assert told("persons_penalised", FIRST_HALF).value == Number(1)
