"""Complaints of charges, words of residence and where a child is held are asked about too; nothing to be done waits for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.protection.actions import Held, answer_charge, complain_of_charge, open_custody, review_custody
from panoh.protection.models import ChargeComplaint
from panoh.registry.models import LedgerEntry
from tests.desk.test_purpose_of_words import ASKED, Place, send
from tests.journeys import ways
from tests.justice import staying

pytestmark = pytest.mark.django_db
WORDS = "канарейка: as she said it"


def charges(cast, now) -> Place:
    """Recorded by another desk and answered by a colleague of the Centre: nothing waits any more."""
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    given = {"service": "legal_aid", "words": WORDS, "by_person": True}
    made = complain_of_charge(case=case, **given, by=cast.zarina, at=now)
    answer_charge(complaint=made, outcome="paid_back", words=WORDS, by=cast.nigina, at=now)
    ChargeComplaint.objects.get().answers.update(by=cast.davlat)
    path = f"/api/protection/cases/{case.pk}/charges"
    return Place(reverse("protection:charges", args=[case.pk]), path, WORDS, "read_charges")


def residence(cast, now) -> Place:
    case = staying.abroad(cast, at=now)
    staying.refused(case, cast, at=now)
    path = f"/api/justice/cases/{case.pk}/residence"
    return Place(reverse("justice:residence", args=[case.pk]), path, staying.REASONS, "read_residence")


def custody(cast, now) -> Place:
    case = ways.interviewed(ways.GIRL, by=cast.zarina, at=now).case
    held = Held("security", "none_shown", now.date(), "TJ-DU", WORDS, "Colonel")
    made = open_custody(case=case, given=held, by=cast.zarina, at=now)
    path = f"/api/protection/custodies/{made.pk}"
    return Place(reverse("protection:custody", args=[made.pk]), path, WORDS, "read_custody")


ALL = (charges, residence, custody)


@pytest.mark.parametrize("of", ALL)
def test_the_page_asks_in_place_of_the_words_and_the_ledger_keeps_what_was_said(of, cast, client, now):
    place = of(cast, now)
    client.force_login(cast.nigina)

    asks = client.get(place.page)

    shown = asks.content.decode()
    assert (asks.status_code, ASKED in shown, "канарейка" in shown, "opened this is on record" in shown) == (
        200,
        True,
        False,
        False,
    )
    lines = LedgerEntry.objects.filter(officer=cast.nigina, act=place.act)
    assert not lines.exists()
    client.post(reverse("say_purpose"), {"purpose": "coordination", "back": place.page})
    assert place.words in client.get(place.page).content.decode()
    assert lines.get().purpose == "coordination"


@pytest.mark.parametrize("of", ALL)
def test_over_the_api_it_answers_without_the_words_and_says_that_it_asks(of, cast, client, now):
    place = of(cast, now)
    client.force_login(cast.nigina)

    told = client.get(place.path)

    assert told.status_code == 200
    assert ("'asks_purpose': True" in str(told.json()), "канарейка" in str(told.json())) == (True, False)
    said = str(client.get(place.path, headers={"X-Purpose": "protection"}).json())
    assert ("'asks_purpose': False" in said, place.words in said) == (True, True)


@pytest.mark.parametrize(("of", "by"), [(charges, "zarina"), (residence, "parvina"), (custody, "zarina")])
def test_the_desk_that_wrote_it_is_not_asked(of, by, cast, client, now):
    place = of(cast, now)
    client.force_login(getattr(cast, by))

    assert place.words in client.get(place.page).content.decode()
    assert LedgerEntry.objects.filter(officer=getattr(cast, by), act=place.act).exists()


def test_a_complaint_that_waits_for_their_answer_is_read_unasked_and_so_is_what_they_answered(cast, client, now):
    place = charges(cast, now)
    client.force_login(cast.nigina)
    answers = ChargeComplaint.objects.get().answers

    answers.update(outcome="looked_into")
    assert WORDS in client.get(place.page).content.decode()

    answers.update(outcome="paid_back", by=cast.nigina)
    assert WORDS in client.get(place.page).content.decode()


def test_a_complaint_is_recorded_and_a_child_looked_at_without_saying_what_for(cast, client, now):
    place, held = charges(cast, now), custody(cast, now)
    client.force_login(cast.nigina)
    soon = (timezone.localdate() + timedelta(days=1)).isoformat()
    seen = {"outcome": "family_sought", "child_heard": True, "guardian_present": False, "words": "x", "next_on": soon}

    made = send(client, place.path, {"service": "legal_aid", "words": "another", "by_person": True})
    looked = send(client, f"{held.path}/reviews", seen)

    assert (made.status_code, looked.status_code) == (201, 201), looked.json()
    own = {each["words"]: each["asks_purpose"] for each in client.get(place.path).json()}
    assert own == {"": True, "another": False}


def test_the_centre_reads_unasked_of_a_child_it_recorded_itself(cast, client, now):
    case = ways.interviewed(ways.GIRL, by=cast.zarina, at=now).case
    held = Held("security", "none_shown", now.date(), "TJ-DU", WORDS, "Colonel")
    made = open_custody(case=case, given=held, by=cast.nigina, at=now)
    review_custody(
        custody=made, outcome="family_sought", child_heard=True, guardian_present=True, words=WORDS,
        next_on=now.date() + timedelta(days=1), by=cast.nigina, at=now,
    )  # fmt: skip
    client.force_login(cast.nigina)

    assert WORDS in client.get(reverse("protection:custody", args=[made.pk])).content.decode()
