"""A person is told of everybody who read of them, by whatever page, and reading by whatever page is watched."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from panoh.registry import actions, ledger
from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.models import Case, LedgerEntry, Officer
from panoh.registry.moment import at_moment
from panoh.registry.queries import read_identity
from panoh.registry.queries.attachments import read_attachment
from panoh.registry.queries.purposes import saying
from panoh.registry.queries.readers import readers_of
from panoh.registry.queries.readings import unusual_readings
from panoh.registry.reading_words import PURPOSES
from panoh.registry.rules.reading_acts import PERSONAL, READING_ACTS, purpose_of
from panoh.screening.actions import import_roster
from panoh.screening.models import RosterEntry
from panoh.screening.queries.matches import comparison
from panoh.screening.queries.reading import read_answers
from panoh.screening.queries.roster import roster_page, said_of
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def firuza(cast) -> Officer:
    return cast.officers["firuza"]


@pytest.fixture
def way(cast, now) -> ways.Way:
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)


def told(case: Case, firuza: Officer, officer: Officer) -> set[str]:
    """What a person is told an officer opened of them."""
    return {field for each in readers_of(case, viewer=firuza) if each.officer == officer for field in each.fields}


def written(act: str, subject: str, *, by: Officer, at, **detail) -> None:
    with transaction.atomic():
        ledger.write(act=act, by=by, at=at, subject=subject, fields=("words",), **detail)


def test_whoever_read_the_words_of_the_interview_is_told(way, cast, firuza, now):
    with saying(lambda: "supervision"):
        read_answers(way.screening, viewer=cast.davlat, at=now + HOUR)

    assert {"answers"} <= told(way.case, firuza, cast.davlat)


def test_and_an_attachment(way, cast, firuza, now):
    shelter = ways.open_shelter(cast, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now)
    ways.sheltered(way.case, shelter, cast, at=now)
    made = ways.attached(Case.objects.get(pk=way.case.pk), cast, at=now)
    with saying(lambda: "supervision"):
        read_attachment(viewer=cast.nigina, attachment=made, at=now + HOUR)

    [nigina] = [each for each in readers_of(way.case, viewer=firuza) if each.officer == cast.nigina]
    assert nigina.purposes


@pytest.mark.parametrize("act", sorted(PERSONAL))
def test_and_each_other_act_of_reading_with_what_it_was_for(way, cast, firuza, now, act):
    written(act, f"case:{way.case.pk}", by=cast.safar, at=now + HOUR)

    [safar] = [each for each in readers_of(way.case, viewer=firuza) if each.officer == cast.safar]
    assert safar.purposes == (purpose_of(act),)


def test_the_line_of_a_list_is_told_also_when_it_was_read_before_there_was_a_case(cast, firuza, now):
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    hers, his = RosterEntry.objects.get(operation=operation, row=2), RosterEntry.objects.get(operation=operation, row=3)
    said_of(hers, viewer=cast.nigina, at=now)
    said_of(his, viewer=cast.nigina, at=now)
    case = ways.interviewed(ways.WOMAN, entry=hers, by=cast.zarina, at=now + HOUR).case

    [nigina] = [each for each in readers_of(case, viewer=firuza) if each.officer == cast.nigina]

    assert nigina.times == 1, "the line of the other man is none of hers"


def test_a_page_of_a_list_is_told_of_those_whose_line_it_showed_and_of_no_others(cast, firuza, now):
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    hers = RosterEntry.objects.get(operation=operation, row=2)
    roster_page(cast.nigina, operation.pk, at=now)
    written("print_roster", f"operation:{operation.pk}", by=cast.davlat, at=now, people=1, rows="3")
    case = ways.interviewed(ways.WOMAN, entry=hers, by=cast.zarina, at=now + HOUR).case

    found = {each.officer: each for each in readers_of(case, viewer=firuza)}

    assert (found[cast.nigina].times, found[cast.nigina].lists) == (1, 1)
    assert cast.davlat not in found


def test_whoever_was_held_against_a_line_of_a_list_is_told(cast, firuza, now):
    given = PersonGiven(names=(("Саидов Алӣ", "passport"),), birth_date="1990-05-31", born_from=1990, born_to=1990)
    person = register_person(given=given, by=cast.behruz, at=now)
    case = open_case(person=person, track="adult", by=cast.behruz, at=now)
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    row = RosterRow(9, "Ali Saidov", birth_date="1990-05-31", born_from=1990, born_to=1990)
    import_roster(operation=operation, rows=[row], by=cast.zarina, at=now)

    comparison(cast.nigina, RosterEntry.objects.latest("row").pk, at=now + HOUR)

    assert {"names"} <= told(case, firuza, cast.nigina)


def test_reading_by_other_pages_is_watched_too_and_is_no_work(cast, now):
    """Fifteen people of another desk, none opened by name."""
    before = now - 40 * 24 * HOUR
    for way in [ways.interviewed(ways.ANOTHER, by=cast.zarina, at=before) for _ in range(15)]:
        written("read_screening", f"screening:{way.screening.pk}", by=cast.davlat, at=now)
        written("read_plan", f"case:{way.case.pk}", by=cast.davlat, at=now)

    found = {(each.kind, each.officer, each.count) for each in unusual_readings(now=now)}

    assert ("no_work", cast.davlat.pk, 15) in found


def test_two_hundred_people_of_a_list_are_asked_about_and_its_page_opened_ten_times_is_not(cast, now):
    for page in range(10):
        written("read_roster", "operation:1", by=cast.nigina, at=now + page * HOUR / 10, people=50, rows="1-50")
        written(
            "read_roster", "operation:1", by=cast.davlat, at=now, people=20, rows=f"{page * 20 + 1}-{page * 20 + 20}"
        )
    written("read_rows_to_mend", "operation:2", by=cast.zarina, at=now, people=200)

    found = {(each.kind, each.officer, each.count) for each in unusual_readings(now=now + HOUR)}

    assert found == {("listed", cast.davlat.pk, 200), ("listed", cast.zarina.pk, 200)}


def test_every_line_of_a_reading_says_what_for(way, cast, client, now):
    client.force_login(cast.zarina)
    client.get(reverse("case", args=[way.case.pk]))
    read_identity(case=way.case, viewer=cast.zarina, purpose="certificate", at=now)

    lines = LedgerEntry.objects.filter(act__startswith="read_")

    assert lines.filter(act="read_identity", purpose="certificate").exists()
    assert not lines.filter(purpose="").exists()


def test_the_page_says_how_often_it_was_a_list(cast, firuza, client, now):
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    roster_page(cast.nigina, operation.pk, at=now)
    hers = RosterEntry.objects.get(operation=operation, row=2)
    case = ways.interviewed(ways.WOMAN, entry=hers, by=cast.zarina, at=now + HOUR).case
    client.force_login(firuza)

    page = client.get(reverse("readers"), {"case": case.reference}).content.decode()

    assert "1 of these on a list" in page
    assert {each["lists"] for each in client.get(f"/api/desk/cases/{case.pk}/readers").json()} >= {1}


def test_the_person_can_be_told_what_was_opened_and_what_for_in_words(way, cast, firuza, now, client):
    read_identity(case=way.case, viewer=cast.zarina, purpose="case_page", at=now)
    actions.open_in_emergency(reference=way.case.reference, because="At the gate.", by=cast.shahlo, at=now)
    with at_moment(now):
        read_identity(case=way.case, viewer=cast.shahlo, purpose="case_page", at=now)

    [zarina] = [each for each in readers_of(way.case, viewer=firuza) if each.officer == cast.zarina]
    [shahlo] = [each for each in readers_of(way.case, viewer=firuza) if each.officer == cast.shahlo]
    client.force_login(firuza)
    page = client.get(reverse("readers"), {"case": way.case.reference}).content.decode()
    lines = client.get(reverse("ledger")).content.decode()

    assert {"the names", "the birth date", "how to reach the person"} <= set(zarina.what)
    assert "to work on the case" in zarina.what_for
    assert shahlo.what_for == ("opened in an emergency",)
    for shown in (page, lines):
        assert "opened in an emergency" in shown
        assert not [word for word in ("case_page", "birth_date") if word in shown]


def test_there_are_words_for_whatever_a_reading_is_for():
    assert not {each.purpose for act, each in READING_ACTS.items() if act in PERSONAL} - set(PURPOSES)
