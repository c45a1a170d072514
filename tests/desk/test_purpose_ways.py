"""No link, plan, list or paper leads around the question what for: each page asks, and shows the rest without it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.identification.queries import application_page
from panoh.registry.actions import set_contact_rules
from panoh.registry.models import LedgerEntry, Officer
from panoh.registry.queries.purposes import PurposeAsked, saying
from panoh.registry.rules.contact import Said
from panoh.screening import actions as screening
from panoh.screening.models import RosterEntry, RosterMatch, Screening
from panoh.screening.queries import look_page
from panoh.screening.queries.matches import comparison
from panoh.screening.queries.person import known_person
from panoh.screening.queries.reading import read_answers
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways

pytestmark = pytest.mark.django_db
NAME, ASKED = ways.WOMAN.names[0][0], "What do you open it for?"


@pytest.fixture
def way(cast, now):
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)


@pytest.fixture
def talking(cast, now) -> Screening:
    """Zarina speaks with the woman; nothing is finished."""
    begun = screening.begin_screening(in_danger=False, language="tg", track="adult", by=cast.zarina, at=now)
    screening.record_agreement(screening=begun, given=ways.WOMAN, by=cast.zarina, at=now)
    chosen = screening.choose_instrument(screening=begun, instrument=ways.ADULT, by=cast.zarina, at=now)
    screening.record_answers(screening=chosen, answers=ways.COERCED, by=cast.zarina, at=now)
    return Screening.objects.get(pk=begun.pk)


def read_by(officer: Officer, *acts: str):
    return LedgerEntry.objects.filter(officer=officer, act__in=acts)


def supervising():
    return saying(lambda: "supervision")


def test_the_page_of_the_application_asks_in_place_of_the_name(way, cast, client, now):
    client.force_login(cast.nigina)
    page = reverse("identification:apply", args=[way.case.pk])

    shown = client.get(page)

    assert (shown.status_code, ASKED in shown.content.decode(), NAME in shown.content.decode()) == (200, True, False)
    assert not read_by(cast.nigina, "read_identity").exists()
    client.post(reverse("say_purpose"), {"purpose": "coordination", "back": page})
    assert NAME in client.get(page).content.decode()
    line = read_by(cast.nigina, "read_identity").get()
    assert (line.purpose, line.detail["opened"]) == ("coordination", "application")


def test_whoever_works_on_the_case_has_the_application_filled_in(way, cast, now):
    assert NAME in {value for _label, value in application_page(way.case, cast.zarina, at=now).known}


def test_an_application_is_received_without_saying_what_for(way, cast, client):
    client.force_login(cast.nigina)
    page = reverse("identification:apply", args=[way.case.pk])

    sent = client.post(page, {"made_by": "person", "seen": way.case.state})

    assert sent.status_code == 302
    assert not read_by(cast.nigina, "read_identity").exists()


def test_that_a_post_screens_in_every_case_is_no_interview_of_its_own(talking, cast, now):
    with pytest.raises(PurposeAsked):
        known_person(talking, cast.nigina, at=now)
    with pytest.raises(PurposeAsked):
        read_answers(talking, cast.nigina, at=now)
    with supervising():
        assert known_person(talking, cast.nigina, at=now).identity.name == NAME
    assert read_by(cast.nigina, "read_identity").get().purpose == "supervision"
    assert known_person(talking, cast.zarina, at=now).identity.name == NAME


def test_the_page_of_the_person_in_an_open_interview_asks_first(talking, cast, client):
    client.force_login(cast.nigina)
    page = reverse("screening:person", args=[talking.pk])

    asks = client.get(page)

    assert asks.context["form"].initial["back"] == page
    assert NAME not in asks.content.decode()
    assert not read_by(cast.nigina, "read_identity").exists()


@pytest.mark.parametrize("how", ["began it", "goes on"])
def test_whoever_began_an_interview_or_was_named_to_go_on_holds_it_while_it_is_open(talking, cast, now, how):
    if how == "began it":
        Screening.objects.filter(pk=talking.pk).update(started_by=cast.nigina)
    else:
        screening.pause(screening=talking, reason="tired", by=cast.zarina, at=now)
        talking.pauses.update(goes_on=cast.nigina)

    held = Screening.objects.get(pk=talking.pk)
    assert known_person(held, cast.nigina, at=now).identity.name == NAME
    Screening.objects.filter(pk=talking.pk).update(outcome="finished")
    with pytest.raises(PurposeAsked):
        known_person(Screening.objects.get(pk=talking.pk), cast.nigina, at=now)


def test_the_way_to_reach_her_and_her_rules_for_it_are_asked_about(way, cast, client, now):
    set_contact_rules(case=way.case, said=Said(True, how="one ring"), after=None, by=cast.zarina, at=now)
    look = ways.to_be_seen_again(way.case, by=cast.zarina, at=now)
    client.force_login(cast.nigina)
    page, path = reverse("screening:second_look", args=[look.pk]), f"/api/screening/second-looks/{look.pk}"

    asks = client.get(page).content.decode()

    assert (ASKED in asks, ways.WAY in asks, "one ring" in asks) == (True, False, False)
    refused = client.get(path)
    assert (refused.status_code, refused.json()["code"]) == (422, "purpose_asked")
    assert not read_by(cast.nigina, "read_second_look", "read_contact_rules").exists()
    assert client.get(path, headers={"X-Purpose": "protection"}).json()["way"] == ways.WAY
    line = read_by(cast.nigina, "read_second_look").get()
    assert (line.purpose, line.detail["opened"]) == ("protection", "second_look")
    assert look_page(cast.zarina, look.pk, at=now).reach.way == ways.WAY


@pytest.fixture
def compared(way, cast, now) -> RosterEntry:
    """Somebody on a list who may be the woman of another desk's case."""
    name, born = ways.WOMAN.names[0][0], ways.WOMAN.birth_date
    ways.came_by_flight((RosterRow(row=2, name=name, birth_date=born),), by=cast.zarina, at=now)
    entry = RosterEntry.objects.get()
    RosterMatch.objects.get_or_create(
        entry=entry, person=way.case.person, defaults={"strength": "strong", "proposed_at": now}
    )
    return entry


def test_what_waits_to_be_compared_says_itself_what_for_and_what_is_decided_does_not(compared, cast, now):
    assert comparison(cast.nigina, compared.pk, at=now).candidates
    assert set(read_by(cast.nigina, "compare_people").values_list("purpose", flat=True)) == {"comparison"}

    RosterMatch.objects.update(state="other", decided_by=cast.zarina, decided_at=now)

    before = LedgerEntry.objects.count()
    with pytest.raises(PurposeAsked):
        comparison(cast.nigina, compared.pk, at=now)
    assert LedgerEntry.objects.count() == before
    with saying(lambda: "same_person"):
        assert comparison(cast.nigina, compared.pk, at=now + timedelta(hours=1)).candidates
    assert {each.detail["opened"] for each in read_by(cast.nigina, "compare_people").filter(purpose="same_person")} == {
        "comparison"
    }
    assert comparison(cast.zarina, compared.pk, at=now).candidates, "their own desk's case"


def test_whoever_decided_sees_what_they_decided_and_may_undo_it(compared, cast, now):
    RosterMatch.objects.update(state="other", decided_by=cast.nigina, decided_at=now)

    assert comparison(cast.nigina, compared.pk, at=now).candidates
