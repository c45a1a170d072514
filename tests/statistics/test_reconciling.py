"""Waiting times, what waits, what is known, what does not reconcile, and a figure opened to the cases behind it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.identification.actions import decide_same_person, propose_same_person
from panoh.identification.models import Signal
from panoh.instruments.statistics import definition
from panoh.registry import vault
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.references import new_reference
from panoh.registry.refusals import NotPermitted, Refused
from panoh.statistics.actions import open_figure, prepare_edition, sign_edition
from panoh.statistics.queries.checks import checks
from panoh.statistics.queries.figures import figure
from panoh.statistics.queries.times import times_page, waiting
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.times import WAITS, coverage, time_figure
from panoh.statistics.rules.values import NotAvailable, Number, counted
from tests.conftest import NOON
from tests.statistics.book import CANARY, moment

YEAR = Period(PeriodKind.CALENDAR_YEAR, 2026)
START = datetime(2026, 1, 1, tzinfo=UTC)


def waited(*days: float):
    return time_figure(WAITS[0], [(who, START, START + timedelta(days=each)) for who, each in enumerate(days)])


def test_the_middle_one_and_nine_in_ten_are_given_on_ten_or_more():
    assert (waited(*range(9)).median, waited(*range(9)).nine_in_ten) == (None, None)
    assert (waited(*range(1, 11)).median, waited(*range(1, 11)).nine_in_ten) == (5.5, 9.0)
    assert waited(*range(1, 101)).nine_in_ten == 90.0
    assert waited().persons == counted(0)


def test_a_wait_that_ended_before_it_began_is_left_out_and_counted_as_a_mistake():
    found = waited(-1, *range(1, 11))

    assert (found.persons, found.before_start, found.median) == (Number(10), 1, 5.5)


def test_ten_waits_of_five_persons_are_five_persons_and_too_few_to_tell_of():
    end = START + timedelta(days=9)
    found = time_figure(WAITS[0], [(who % 5, START, end + timedelta(days=who)) for who in range(10)])

    assert (found.persons, found.median) == (Number(5), None)


def signal(book, on: str, case: Case | None = None) -> Signal:
    made = Signal(
        reference=new_reference(),
        source="tip",
        desk=book.officer.desk,
        received_by=book.officer,
        received_at=moment(on),
        case=case,
        met_at=moment("2026-03-10") if case else None,
    )
    vault.seal(made, {"words": CANARY})
    made.save()
    return made


@pytest.mark.django_db
def test_a_wait_begins_with_the_signal_and_is_counted_where_it_ended(book, cast):
    case = book.presumed("2026-03-10")
    signal(book, "2026-03-05", case)
    book.screened(case, "2026-03-12")

    this = {each.wait.key: each for _before, each in times_page(cast.alisher, period=YEAR, now=NOON).times}
    before = {each.wait.key: each for each, _this in times_page(cast.alisher, period=YEAR, now=NOON).times}

    assert this["to_screening"].persons == Number(1)
    assert before["to_screening"].persons == counted(0)
    assert this["to_decision"].persons == counted(0)


@pytest.mark.django_db
def test_what_waited_is_counted_as_it_stood_at_that_moment(book):
    case = book.case()
    book.step(case, "formal_pending", "2026-02-01")
    book.step(case, "identified", "2026-04-01")
    signal(book, "2026-03-05")
    signal(book, "2026-03-01", case)

    def at(on: str) -> dict[str, object]:
        return {each.key: each.value for each in waiting(moment(on), since=date(2025, 1, 1))}

    assert (at("2026-03-08")["formal_pending"], at("2026-03-08")["signals"]) == (Number(1), Number(2))
    assert (at("2026-05-01")["formal_pending"], at("2026-05-01")["signals"]) == (counted(0), Number(1))
    assert at("2026-03-08")["referrals"] == counted(0)
    assert {type(each.value) for each in waiting(moment("2024-01-01"), since=date(2025, 1, 1))} == {NotAvailable}


@pytest.mark.django_db
def test_coverage_is_the_share_of_those_of_whom_it_is_known(book):
    for _ in range(9):
        book.presumed()
    book.presumed(person=book.person(sex="unknown"))

    found = {each.dimension: each for each in coverage(_presumed())}

    assert (found["sex"].known, found["sex"].of, found["sex"].percent) == (Number(9), Number(10), 90)
    assert found["form"].percent == 100


def _presumed():
    return figure(definition("victims_presumed"), YEAR, since=date(2025, 1, 1), on=NOON.date())


def wrong(year: int = 2026) -> dict[str, int]:
    return {each.key: each.found for each in checks(year, now=NOON) if not each.holds}


@pytest.mark.django_db
def test_records_in_order_reconcile(book):
    case = book.presumed("2026-03-01")
    book.screened(case, "2026-03-02")
    book.screened(case, "2026-09-02")

    assert wrong() == {}


@pytest.mark.django_db
def test_a_state_without_a_step_an_identified_nobody_presumed_and_two_agencies_are_found(book, cast):
    book.case(state="recovery")
    person = book.person()
    case = book.case(person, state="identified")
    book.step(case, "identified", "2026-05-01")
    book.decided(case, "2026-05-01")
    other = book.presumed("2026-06-01", person=book.person())
    there = book.presumed("2026-07-01", person=other.person)
    Case.objects.filter(pk=there.pk).update(desk=cast.parvina.desk)

    assert wrong() == {"no_date": 1, "not_presumed": 1, "two_agencies": 1}


@pytest.mark.django_db
def test_two_records_that_wait_for_a_decision_are_told_of_until_it_is_taken(book, cast):
    case, other = book.presumed("2026-03-01"), book.presumed("2026-03-02")
    given = {"case": case, "other": other, "at": NOON}
    pair = propose_same_person(**given, because="name", by=cast.nigina)
    assert wrong() == {"maybe_twice": 1}

    decide_same_person(**given, pair=pair, same=False, by=cast.davlat)

    assert wrong() == {}


@pytest.mark.django_db
def test_a_figure_that_fell_against_a_frozen_one_is_found(book, cast):
    gone = book.presumed("2025-05-01")
    made = prepare_edition(period=Period(PeriodKind.CALENDAR_YEAR, 2025), by=cast.alisher, at=NOON)
    sign_edition(edition=made, approved=True, by=cast.rustam, at=NOON)
    gone.steps.update(to_state="screened_negative")

    assert wrong(2025)["fell"] == 1


@pytest.mark.django_db
def test_a_figure_opens_to_cases_within_reach_by_reference_and_it_is_on_record(book, cast):
    mine, other = book.presumed("2026-03-01"), book.presumed("2026-04-01")
    Case.objects.filter(pk=other.pk).update(desk=cast.parvina.desk)

    opened = open_figure(definition=definition("victims_presumed"), period=YEAR, by=cast.zarina, at=NOON)

    assert (opened.figure.value, opened.in_reach, [each.pk for each in opened.cases]) == (Number(2), 1, [mine.pk])
    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.officer, line.subject) == (
        "open_figure",
        cast.zarina,
        "figure:victims_presumed.calendar_year.2026",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("rule", ["victims_referred", "victims_sheltered", "victims_assisted", "persons_screened"])
def test_every_figure_of_people_opens_to_exactly_whom_it_counts(book, cast, rule):
    case = book.presumed("2026-03-01")
    book.accepted(case, "2026-03-02")
    book.stayed(case, "2026-03-03", "2026-03-09")
    book.served(case, "2026-03-04")
    book.screened(case, "2026-03-05")
    book.presumed("2026-05-01")

    opened = open_figure(definition=definition(rule), period=YEAR, by=cast.nigina, at=NOON)

    assert [each.pk for each in opened.cases] == [case.pk]
    assert opened.figure.value == Number(1)


@pytest.mark.django_db
def test_who_sees_no_case_opens_no_figure_and_criminal_cases_open_elsewhere(book, cast):
    for by in (cast.alisher, cast.firuza, cast.safar):
        with pytest.raises(NotPermitted):
            open_figure(definition=definition("victims_presumed"), period=YEAR, by=by, at=NOON)
    with pytest.raises(Refused, match="no cases of people"):
        open_figure(definition=definition("suspects_charged"), period=YEAR, by=cast.nigina, at=NOON)


@pytest.mark.django_db
def test_the_pages_and_the_api_say_the_same(book, client, cast, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    case = book.presumed("2026-03-01")
    client.force_login(cast.nigina)

    page = client.get(reverse("statistics:behind", args=["victims_presumed"])).content.decode()
    given = client.get("/api/statistics/definitions/victims_presumed/cases?year=2026").json()

    assert case.reference in page
    assert [each["reference"] for each in given["cases"]] == [case.reference]
    assert CANARY not in page
    times = client.get(reverse("statistics:times")).content.decode()
    assert "referrals without an answer" in times
    assert client.get("/api/statistics/times?year=2026").json()["waits"][0]["median_days"] is None
    assert client.get(reverse("statistics:checks")).status_code == 200
    assert client.get("/api/statistics/checks?year=2026").json()
