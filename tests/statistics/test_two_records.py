"""Two records that are one person's count as one wherever persons are counted, with what the record says that they count as."""

from __future__ import annotations

from datetime import date

import pytest

from panoh.assessment.queries.answers.about import About
from panoh.assessment.queries.answers.of_care import OF_CARE
from panoh.assessment.queries.answers.of_methods import OF_METHODS
from panoh.assessment.rules.answers.counts import Count
from panoh.identification.models import CountedAs, Guardian
from panoh.instruments.prevention import populations
from panoh.prevention.models import RaisedSignal
from panoh.prevention.queries.populations import screened
from panoh.protection.models import Custody, CustodyReview, SafetyMeasure
from panoh.protection.queries.custody import custodies_now
from panoh.protection.queries.nights import occupancy
from panoh.referral.models import Need
from panoh.registry.models import Case, Person
from panoh.screening.models import Answer, Finding
from panoh.statistics.queries.checks import checks
from panoh.statistics.queries.counting import Span
from panoh.statistics.queries.figures import zone
from panoh.statistics.queries.times import time_figures
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import Number
from tests.conftest import NOON
from tests.prevention.made import a_site, a_visit_made
from tests.statistics.book import moment
from tests.statistics.test_reconciling import signal

pytestmark = pytest.mark.django_db

YEAR = Period(PeriodKind.CALENDAR_YEAR, 2026)
SPAN = Span(YEAR, zone(), NOON.date())
ABOUT = About(2027, YEAR, date(2020, 1, 1), NOON.date())
WHOLE_YEAR = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}


def one_person(*cases: Case) -> None:
    first, *others = sorted((each.person for each in cases), key=lambda each: each.pk)
    CountedAs.objects.bulk_create(CountedAs(person=each, whole=first) for each in others)


@pytest.fixture
def two(book) -> tuple[Case, Case]:
    """A case of each of two records."""
    return book.case(on="2026-03-01"), book.case(on="2026-04-01")


def answer(key: str) -> Count:
    return {**OF_CARE, **OF_METHODS}[key](ABOUT)


def rows_of(count: Count) -> dict[str, object]:
    return {row.key: row.value for table in count.tables for row in table.rows if isinstance(row.value, Number)}


def wrong() -> dict[str, int]:
    return {each.key: each.found for each in checks(2026, now=NOON) if not each.holds}


# The page of checks ---------------------------------------------------------------------------------------------------------


def test_who_was_presumed_under_one_record_and_identified_under_the_other_was_presumed(book):
    one, other = book.presumed("2026-03-01"), book.case(on="2026-04-01", state="identified")
    book.step(other, "identified", "2026-05-01")
    book.decided(other, "2026-05-01")
    assert wrong() == {"not_presumed": 1}

    one_person(one, other)

    assert wrong() == {}


def test_who_was_presumed_under_no_record_is_one_person_presumed_under_none(book, two):
    for case in two:
        book.decided(case, "2026-05-01")
    one_person(*two)

    assert wrong()["not_presumed"] == 1


def test_records_kept_by_two_agencies_are_a_person_at_two_agencies(book, cast):
    one, other = book.presumed("2026-03-01"), book.presumed("2026-04-01")
    Case.objects.filter(pk=other.pk).update(desk=cast.parvina.desk)
    assert wrong() == {}

    one_person(one, other)

    assert wrong() == {"two_agencies": 1}


# Answer files ---------------------------------------------------------------------------------------------------------------


def test_help_is_told_by_persons_and_each_time_it_was_given(book, two):
    for case in two:
        book.served(case, "2026-05-02", service="legal_aid")
    one_person(*two)

    found = answer("services_given")

    assert found.value == Number(1)
    assert rows_of(found) == {"legal_aid": Number(1), "state": Number(1), "deliveries": Number(2)}


def test_who_was_identified_earlier_under_another_record_is_of_earlier_years(book, two):
    one, other = two
    book.decided(one, "2025-06-01")
    book.served(other, "2026-05-02")
    one_person(*two)

    assert answer("earlier_still_served").value == Number(1)


def test_who_was_found_twice_is_told_by_who_found_them_first(book, two):
    for case in two:
        book.decided(case, "2026-05-01")
    one_person(*two)

    found = answer("identified_by")

    assert (found.value, rows_of(found)) == (Number(1), {"state": Number(1)})


def test_a_child_of_two_records_is_one_child_with_one_guardian(book, two):
    Case.objects.update(track=Case.Track.CHILD)
    told = {"recorded_at": NOON, "recorded_by": book.officer, "appointed_on": NOON.date()}
    for case in two:
        Guardian.objects.create(case=case, capacity="relative", authority="court", **told)
    one_person(*two)

    found = answer("children")

    assert (found.value, rows_of(found)) == (Number(1), {"guardian": Number(1)})


def test_measures_for_two_records_keep_one_person_safe(book, two):
    told = {"desk": book.officer.desk, "review_on": NOON.date(), "added_at": NOON, "added_by": book.officer}
    for case in two:
        SafetyMeasure.objects.create(case=case, **told)
    one_person(*two)

    assert answer("safety_measures").value == Number(1)


def test_who_told_the_same_in_two_interviews_is_one_person_who_told_it(book, two):
    first, _second = sorted(two, key=lambda each: each.person.pk)
    Person.objects.filter(pk=first.person.pk).update(sex="male")
    for case in two:
        Answer.objects.create(
            screening=book.screened(case, "2026-05-01"),
            item="AL.DR.nature_of_job",
            value="yes",
            at=moment("2026-05-01"),
            by=book.officer,
        )
    one_person(*two)

    methods, recruitment = answer("methods"), answer("recruitment")

    assert (methods.value, rows_of(methods)) == (Number(1), {"DR": Number(1)})
    assert recruitment.value == Number(1)
    assert rows_of(recruitment).get("male") == Number(1)
    assert "female" not in rows_of(recruitment)


def test_who_was_presumed_twice_stands_in_the_sector_either_record_was_met_in(book, two, cast):
    for case in two:
        Finding.objects.create(
            screening=book.screened(case, "2026-05-01"),
            presumed=True,
            provisional=False,
            at=moment("2026-05-01"),
            by=book.officer,
        )
    visit = a_visit_made(a_site(by=cast.zarina, at=NOON), by=cast.zarina, at=NOON)
    RaisedSignal.objects.create(visit=visit, signal=signal(book, "2026-04-20", two[1]))
    one_person(*two)

    found = answer("sectors")

    assert (found.value, rows_of(found)) == (Number(1), {visit.site.sector: Number(1)})


# Populations, houses, children held, waits --------------------------------------------------------------------------------


def test_of_a_population_is_who_the_record_they_count_as_says_they_are(book, two):
    first, second = sorted(two, key=lambda each: each.person.pk)
    Person.objects.filter(pk=first.person.pk).update(nationality="XX")
    stateless = next(each for each in populations() if each.nationality == "stateless")
    for case in two:
        book.screened(case, "2026-05-01")
    Person.objects.filter(pk=second.person.pk).update(nationality="XX")
    assert screened(stateless, **WHOLE_YEAR) == 2

    one_person(*two)
    assert screened(stateless, **WHOLE_YEAR) == 1
    Person.objects.filter(pk=first.person.pk).update(nationality="TJ")
    assert screened(stateless, **WHOLE_YEAR) == 0


@pytest.mark.parametrize("accepted", [True, False])
def test_asked_for_twice_one_person_found_no_place_or_waits(book, two, accepted):
    for case in two:
        book.accepted(case, "2026-05-01", accepted=accepted)
    Need.objects.update(service="safe_accommodation")
    one_person(*two)

    found = occupancy(first=date(2026, 5, 1), last=date(2026, 5, 31), today=NOON.date()).turned

    assert [(each.full, each.waiting) for each in found] == [(0, 1) if accepted else (1, 0)]


def test_a_child_held_under_two_records_is_one_child(book, two, cast):
    Case.objects.update(track=Case.Track.CHILD)
    rows = [book.held(case, since="2026-05-01", ended=None) for case in two]
    review = {"outcome": "to_go", "child_heard": True, "guardian_present": True, "next_on": NOON.date()}
    CustodyReview.objects.create(custody=rows[0], at=NOON, by=book.officer, **review)
    one_person(*two)

    found = custodies_now(cast.zarina, today=NOON.date())

    assert (len(found.rows), found.total, found.never_reviewed, found.without_interests) == (2, 1, 0, 1)
    assert found.by_body == ((Custody.HeldBy.TRANSIT.label, 1),)


def test_who_waited_under_two_records_is_one_person_whose_first_wait_counts(book, two):
    for case, day in zip(two, ("2026-03-03", "2026-05-01"), strict=True):
        book.screened(case, day)
    one_person(*two)

    waited = {each.wait.key: each for each in time_figures(SPAN)}

    assert waited["to_screening"].persons == Number(1)
