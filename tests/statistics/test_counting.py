"""Each definition on both sides of its edge: who is counted, when, and only once."""

from __future__ import annotations

from datetime import date

import pytest

from panoh.identification.models import CountedAs
from panoh.instruments.statistics import definition, definitions
from panoh.statistics.queries.counting import DATED, Span, cases_counted
from panoh.statistics.queries.figures import COUNTERS, PERSON, figure, records_from, zone
from panoh.statistics.rules.counting import RULES
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import Number, Value, counted

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 16)
YEAR = Period(PeriodKind.CALENDAR_YEAR, 2026)


def figure_of(name: str, period: Period = YEAR) -> Figure:
    return figure(definition(name), period, since=date(2025, 1, 1), on=TODAY)


def value_of(name: str, period: Period = YEAR) -> Value:
    return figure_of(name, period).value


def test_every_definition_has_a_rule_and_every_rule_a_definition():
    persons = {each.rule for each in definitions() if each.counting_unit == PERSON}
    others = {each.rule for each in definitions()} - persons

    assert persons == set(RULES)
    assert others == {rule for rules, _ in COUNTERS for rule in rules}
    assert {each.record for each in RULES.values()} | {each.after for each in RULES.values()} - {""} == set(DATED)


def test_a_person_screened_twice_counts_once(book):
    case = book.case()
    book.screened(case, "2026-02-01")
    book.screened(case, "2026-05-01")

    assert value_of("persons_screened") == Number(1)


def test_a_declined_or_unfinished_screening_counts_nobody(book):
    book.screened(None, "2026-02-01", outcome="declined")
    book.screened(book.case(), "2026-02-01", outcome="open")

    assert value_of("persons_screened") == counted(0)


def test_a_person_presumed_by_two_agencies_in_two_cases_counts_once(book):
    person = book.person()
    book.presumed("2026-02-01", person)
    book.presumed("2026-06-01", person)

    assert value_of("victims_presumed") == Number(1)


def test_a_person_presumed_the_year_before_is_not_new_this_year(book):
    person = book.person()
    book.presumed("2025-12-30", person)
    book.presumed("2026-06-01", person)

    assert value_of("victims_presumed") == counted(0)
    assert value_of("victims_presumed", YEAR.before) == Number(1)


def test_a_step_to_another_state_presumes_nobody(book):
    book.step(book.case(), "screened_negative", "2026-02-01")

    assert value_of("victims_presumed") == counted(0)


@pytest.mark.parametrize(
    ("moment", "year"), [("2025-12-31 23:59", 2025), ("2026-01-01 00:00", 2026), ("2026-01-01 04:59", 2026)]
)
def test_the_year_turns_at_midnight_in_dushanbe(book, moment, year):
    book.presumed(moment)

    for candidate in (2025, 2026):
        found = value_of("victims_presumed", Period(PeriodKind.CALENDAR_YEAR, candidate))
        assert found == counted(int(candidate == year))


def test_the_reporting_period_runs_from_april_to_march(book):
    for day in ("2025-03-31", "2025-04-01", "2026-03-31", "2026-04-01"):
        book.presumed(day)

    assert value_of("victims_presumed", Period(PeriodKind.TIP_REPORTING_PERIOD, 2025)) == Number(2)


def test_a_final_positive_formal_decision_identifies(book):
    book.decided(book.presumed(), "2026-05-01")

    assert value_of("victims_identified") == Number(1)


@pytest.mark.parametrize(
    "facts",
    [{"status": "returned"}, {"status": "proposed"}, {"outcome": "negative"}, {"stage": "preliminary"}],
    ids=["sent back", "waiting for a signature", "negative", "preliminary"],
)
def test_nothing_but_a_final_positive_formal_decision_identifies(book, facts):
    book.decided(book.presumed(), "2026-05-01", **facts)

    assert value_of("victims_identified") == counted(0)


def test_a_person_identified_in_two_cases_counts_on_the_earlier_day_only(book):
    person = book.person()
    book.decided(book.presumed("2025-03-01", person), "2025-12-31")
    book.decided(book.presumed("2026-03-01", person), "2026-06-01")

    assert (value_of("victims_identified", YEAR.before), value_of("victims_identified")) == (Number(1), counted(0))


def test_two_decisions_of_the_same_moment_count_one_person(book):
    person = book.person()
    for _ in range(2):
        book.decided(book.presumed(person=person), "2026-06-01")

    assert value_of("victims_identified") == Number(1)


def test_the_form_of_an_identified_person_is_the_one_decided(book):
    case = book.presumed(form="unknown")
    book.decided(case, "2026-05-01", form="sexual")

    assert figure_of("victims_identified").breakdown("form").value("sexual") == Number(1)


def test_a_case_that_reaches_intake_is_referred(book):
    case = book.presumed("2026-03-01")
    book.step(case, "referred", "2026-03-02")

    assert value_of("victims_referred") == Number(1)


def test_an_accepted_referral_to_a_service_counts_and_a_declined_one_does_not(book):
    book.accepted(book.presumed("2026-03-01"), "2026-03-02")
    book.accepted(book.presumed("2026-03-01"), "2026-03-02", accepted=False)

    assert value_of("victims_referred") == Number(1)


def test_referral_to_intake_and_to_a_service_is_one_person_on_the_earlier_day(book):
    case = book.presumed("2025-12-01")
    book.accepted(case, "2025-12-20")
    book.step(case, "referred", "2026-01-10")

    assert (value_of("victims_referred", YEAR.before), value_of("victims_referred")) == (Number(1), counted(0))


def test_someone_referred_before_suspicion_counts_when_suspicion_comes(book):
    case = book.case(on="2025-12-01")
    book.accepted(case, "2025-12-20")
    assert value_of("victims_referred", YEAR.before) == counted(0)

    book.step(case, "presumed", "2026-01-10")

    assert value_of("victims_referred") == Number(1)


def test_several_services_assist_one_person(book):
    case = book.presumed()
    for day, service in (("2026-04-01", "legal_help"), ("2026-04-01", "medical"), ("2026-05-01", "medical")):
        book.served(case, day, service)

    assert value_of("victims_assisted") == Number(1)


def test_services_of_two_agencies_in_two_cases_assist_one_person(book, cast):
    person = book.person()
    book.served(book.presumed(person=person), "2026-04-01")
    book.served(book.case(person), "2026-04-01", officer=cast.parvina)

    assert value_of("victims_assisted") == Number(1)


def test_a_service_to_someone_never_presumed_assists_no_victim(book):
    book.served(book.case(), "2026-04-01")

    assert value_of("victims_assisted") == counted(0)


@pytest.mark.parametrize(("day", "year"), [("2025-12-31", 2025), ("2026-01-01", 2026)])
def test_a_service_belongs_to_the_year_of_its_day(book, day, year):
    book.served(book.presumed("2025-03-01"), day)

    assert value_of("victims_assisted", Period(PeriodKind.CALENDAR_YEAR, year)) == Number(1)
    assert value_of("victims_assisted", Period(PeriodKind.CALENDAR_YEAR, 4051 - year)) == counted(0)


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2026-03-01 09:00", "2026-03-01 23:00", set()),
        ("2026-03-01 23:00", "2026-03-02 01:00", {2026}),
        ("2025-12-31 20:00", "2026-01-01 08:00", {2025}),
        ("2025-12-31 20:00", "2026-01-02 08:00", {2025, 2026}),
        ("2025-06-01", None, {2025, 2026}),
        ("2026-11-16 09:00", None, set()),
    ],
    ids=["no night", "one night", "the night of the old year", "a night in each", "still there", "came today"],
)
def test_a_night_in_the_shelter_belongs_to_the_day_it_begins_on(book, since, until, years):
    book.stayed(book.presumed("2025-01-02"), since, until)

    sheltered = {year for year in (2025, 2026) if value_of("victims_sheltered", Period(YEAR.kind, year)) == Number(1)}
    assert sheltered == years


def test_two_stays_of_one_person_count_once(book):
    person = book.person()
    book.stayed(book.presumed(person=person), "2026-03-02", "2026-03-09")
    book.stayed(book.presumed(person=person), "2026-05-02", "2026-05-09")

    assert value_of("victims_sheltered") == Number(1)


def test_shelter_is_not_broken_down_by_region(book):
    book.stayed(book.presumed(), "2026-03-02", "2026-03-09")

    assert figure_of("victims_sheltered").breakdown("region") is None


@pytest.mark.parametrize(
    ("dimension", "person", "case", "row"),
    [
        ("sex", {"sex": "male"}, {}, "male"),
        ("sex", {"sex": "unknown"}, {}, "unknown"),
        ("age_group", {"born_from": 2009, "born_to": 2009}, {}, "9-17"),
        ("age_group", {"born_from": 2008, "born_to": 2008}, {}, "18-23"),
        ("age_group", {"born_from": None, "born_to": None}, {}, "unknown"),
        ("age_group", {"age_in_doubt": True}, {}, "unknown"),
        ("nationality_group", {}, {}, "own"),
        ("nationality_group", {"nationality": "BD"}, {}, "foreign"),
        ("nationality_group", {"nationality": ""}, {}, "unknown"),
        ("region", {}, {"region": "TJ-KT-02"}, "TJ-KT"),
        ("region", {}, {"region": "TJ-KT"}, "TJ-KT"),
        ("region", {}, {"region": ""}, "unknown"),
        ("form", {}, {"form": "sexual"}, "sexual"),
        ("form", {}, {"form": "unknown"}, "unknown"),
    ],
)
def test_everyone_stands_in_one_row_of_each_breakdown(book, dimension, person, case, row):
    book.presumed(person=book.person(**person), **case)

    breakdown = figure_of("victims_presumed").breakdown(dimension)

    assert {part.key for part in breakdown.parts if part.value == Number(1)} == {row}


def test_a_district_nobody_foresaw_gets_a_row_of_its_own(book):
    book.presumed(region="XX-YY")

    assert figure_of("victims_presumed").breakdown("region").value("XX-YY") == Number(1)


def test_records_begin_when_the_installation_was_set_up_or_with_an_earlier_case(book):
    assert records_from() == date(2025, 1, 1)

    book.case(on="2024-11-05")

    assert records_from() == date(2024, 11, 5)


def test_a_return_counts_once_the_receiver_said_that_the_person_came(book):
    person = book.person()
    book.returned(book.case(person), departed="2026-02-01", received="2026-02-03")
    book.returned(book.case(person), departed="2026-05-01", received="2026-05-03")
    book.returned(book.case(), departed="2026-03-01", received=None)
    book.returned(book.case(), departed="2025-12-30", received="2026-01-02")

    assert value_of("persons_returned_safely") == Number(2)
    assert value_of("persons_returned_safely", YEAR.before) == counted(0)


@pytest.mark.parametrize(
    ("since", "ended", "found"),
    [
        ("2025-03-01", None, 1),
        ("2025-12-31", "2026-01-01", 1),
        ("2025-03-01", "2025-12-31", 0),
        ("2026-01-01", None, 0),
    ],
)
def test_children_held_are_counted_on_the_last_day_of_the_period(book, since, ended, found):
    book.held(book.case(), since=since, ended=ended)

    assert value_of("children_in_custody", YEAR.before) == counted(found)


def test_of_a_period_that_is_not_over_today_is_the_day(book):
    book.held(book.case(), since="2026-01-01", ended="2026-11-15")
    book.held(book.case(), since="2026-01-01", ended="2026-11-17")
    book.held(book.case(), since="2026-11-17", ended=None)

    assert value_of("children_in_custody") == Number(1)


def test_a_child_held_on_a_list_counts_with_the_case_the_line_got_afterwards(book):
    """The page of children held counts the child too; what was recorded on the line stays there."""
    case = book.case(book.person(sex="male"))
    book.held(None, line=book.line(case, "2026-01-01"), since="2026-01-01", ended=None)
    book.held(None, line=book.line(None, "2026-01-02"), since="2026-01-02", ended=None)

    found = figure_of("children_in_custody")

    assert found.value == Number(1)
    assert found.breakdown("sex").value("male") == Number(1)
    behind = cases_counted("held_at_the_end", Span(YEAR, zone(), TODAY))
    assert list(behind.values_list("pk", flat=True)) == [case.pk]


def test_a_child_held_on_a_list_and_with_the_case_of_the_line_counts_once(book):
    case = book.case()
    line = book.line(case, "2026-01-01")
    book.held(None, line=line, since="2026-01-01", ended=None)
    book.held(case, since="2026-02-01", ended=None)
    other = book.case()
    book.held(other, line=book.line(other, "2026-01-02"), since="2026-01-02", ended=None)

    assert value_of("children_in_custody") == Number(2)


def test_a_penalty_on_a_list_counts_with_the_case_the_line_got_afterwards(book):
    book.penalised(None, "2026-02-01", line=book.line(book.case(form="sexual"), "2026-01-01"))
    book.penalised(None, "2026-02-01", line=book.line(None, "2026-01-02"))

    found = figure_of("persons_penalised")

    assert found.value == Number(1)
    assert found.breakdown("form").value("sexual") == Number(1)


def test_a_person_with_two_consular_files_counts_once(book):
    person = book.person()
    book.consular(book.case(person), "2026-02-01")
    book.consular(book.case(person), "2026-06-01")

    assert value_of("consular_files_opened") == Number(1)


def test_two_records_of_one_person_count_once_by_the_earlier_record_of_what_happened(book):
    """Presumed in the spring under one record and in the autumn under another: one person, presumed in the spring."""
    first, second = book.presumed("2026-03-01"), book.presumed("2026-09-01")
    one, other = sorted((first.person, second.person), key=lambda each: each.pk)
    CountedAs.objects.create(person=other, whole=one)

    assert value_of("victims_presumed", Period(PeriodKind.CALENDAR_YEAR, 2026)) == counted(1)
    assert value_of("victims_presumed", Period(PeriodKind.SECOND_HALF, 2026)) == counted(0)
