"""A hit that was decided opens nobody by reach alone: what was somebody else is asked about, what was the person is done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.justice.actions import confirm_hit, dismiss_hit, reopen_hit
from panoh.justice.models import PenaltyHit
from panoh.justice.queries.hits import hit_page
from panoh.registry.models import LedgerEntry
from panoh.registry.queries.purposes import PurposeAsked, saying
from panoh.screening.models import RosterEntry
from tests.journeys import ways
from tests.justice.test_hits_of_the_forgotten import NAME, ROWS, hit_by

pytestmark = pytest.mark.django_db
KNOWN = ways.WOMAN.names[0][0]


@pytest.fixture
def hit(cast, now) -> PenaltyHit:
    """On a woman of a case of Zarina's desk; Nigina of the Centre reaches it and works on none of it."""
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    found = hit_by(cast, now)
    assert found.case_id == case.pk
    return found


def compared_by(officer):
    return LedgerEntry.objects.filter(officer=officer, act="compare_people")


def test_while_it_waits_comparing_is_what_it_is_opened_for(hit, cast, now):
    assert hit_page(cast.nigina, hit.pk, at=now).known.names[0][0] == KNOWN
    assert compared_by(cast.nigina).get().purpose == "comparison"


def test_once_it_was_somebody_else_the_centre_is_asked_and_the_ledger_keeps_what_it_said(hit, cast, now):
    dismiss_hit(hit=hit, by=cast.zarina, at=now)

    with pytest.raises(PurposeAsked):
        hit_page(cast.nigina, hit.pk, at=now)

    assert not compared_by(cast.nigina).exists()
    with saying(lambda: "same_person"):
        assert hit_page(cast.nigina, hit.pk, at=now).known.names[0][0] == KNOWN
    line = compared_by(cast.nigina).get()
    assert (line.purpose, line.detail["opened"]) == ("same_person", "comparison")
    assert hit_page(cast.zarina, hit.pk, at=now).known, "their own desk's case"


def test_whoever_decided_looks_again_unasked_and_so_does_everybody_once_it_waits_again(hit, cast, now):
    dismiss_hit(hit=hit, by=cast.nigina, at=now)

    assert hit_page(cast.nigina, hit.pk, at=now).known

    reopen_hit(hit=hit, by=cast.zarina, at=now)
    assert hit_page(cast.nigina, hit.pk, at=now).known


@pytest.mark.parametrize("act", [confirm_hit, dismiss_hit])
def test_of_what_is_destroyed_nobody_is_opened_and_no_line_says_so(act, hit, cast, now):
    act(hit=hit, by=cast.zarina, at=now)
    PenaltyHit.objects.update(sealed=None, sealed_key=None)

    for each in (cast.nigina, cast.zarina):
        shown = hit_page(each, hit.pk, at=now + timedelta(days=9))

        assert (shown.listed, shown.known, shown.penalty) == (None, None, None)
        assert not compared_by(each).exists()


def test_a_line_that_has_a_case_since_is_asked_about_too(cast, now):
    ways.came_by_flight(ROWS, by=cast.zarina, at=now)
    entry = RosterEntry.objects.get(row=1)
    hit = hit_by(cast, now)
    dismiss_hit(hit=hit, by=cast.zarina, at=now)
    assert hit_page(cast.nigina, hit.pk, at=now).known.names[0][0] == NAME, "there is no case yet"

    ways.interviewed(ways.WOMAN, by=cast.zarina, at=now, entry=entry)

    with pytest.raises(PurposeAsked):
        hit_page(cast.nigina, hit.pk, at=now)


def test_the_page_asks_first_and_the_api_refuses_in_words(hit, cast, client, now):
    dismiss_hit(hit=hit, by=cast.zarina, at=now)
    client.force_login(cast.nigina)
    page, path = reverse("justice:hit", args=[hit.pk]), f"/api/justice/hits/{hit.pk}"

    asks, refused = client.get(page), client.get(path)

    assert (asks.context["form"].initial["back"], KNOWN in asks.content.decode()) == (page, False)
    assert (refused.status_code, refused.json()["code"]) == (422, "purpose_asked")
    assert KNOWN in str(client.get(path, headers={"X-Purpose": "same_person"}).json())
    client.post(reverse("say_purpose"), {"purpose": "same_person", "back": page})
    assert KNOWN in client.get(page).content.decode()


def test_a_confirmed_hit_leads_to_its_penalty_and_names_nobody(hit, cast, client, now):
    confirm_hit(hit=hit, by=cast.zarina, at=now)
    hit.refresh_from_db()
    client.force_login(cast.nigina)

    shown = client.get(reverse("justice:hit", args=[hit.pk])).content.decode()
    told = client.get(f"/api/justice/hits/{hit.pk}").json()

    assert reverse("justice:penalty", args=[hit.penalty_id]) in shown
    assert (told["state"], told["known"], told["listed"], told["penalty"]) == ("same", None, None, {})
    assert not compared_by(cast.nigina).exists()
    assert "That you opened this is on record" not in shown
