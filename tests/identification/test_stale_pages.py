"""An act sent from a page the case has left behind is refused for what it is, also where that page opens no more."""

from __future__ import annotations

import html
from uuid import uuid4

import pytest
from django.urls import reverse

from panoh.identification import actions
from panoh.identification.queries import proposal_in
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.queries.purposes import saying
from panoh.screening.forms.questions import LONGEST
from panoh.screening.queries.reading import mark_of_words
from tests.identification.conftest import decide
from tests.identification.panels import FOUND, decided_by
from tests.journeys import ways

pytestmark = pytest.mark.django_db

ASKED, MOVED = "What do you open it for?", "This case moved on since you opened the page."
TYPED = "Papers were kept by the boss, and nobody was paid."
REASONS = {"act": TYPED, "means": TYPED, "purpose": TYPED, "reasons": TYPED}


@pytest.fixture
def paused(pending, cast, now) -> Case:
    """Somebody looked for the person in vain while davlat had the page of the decision open."""
    found = {"asked_by_person": True, "attempts": 0, "risk": "She asked for time."}
    return actions.pause_case(case=pending, **found, by=cast.nigina, at=now)


@pytest.fixture
def concluded(pending, cast, now) -> Case:
    """The panel decided while rustam had the page of the panel open."""
    with saying(lambda: "supervision"):
        decide(pending, by=cast.davlat, at=now)
        formal = actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.rustam, at=now)
        decided_by(formal, {cast.rustam: "positive", cast.malika: "positive"}, at=now)
    return Case.objects.get(pk=formal.pk)


def read(answer) -> str:
    return html.unescape(answer.content.decode())


def last_line() -> tuple[str, str, str]:
    line = LedgerEntry.objects.latest("seq")
    return line.act, line.subject, line.detail["refused"]


@pytest.mark.parametrize("lacking", [(), ("outcome", "act")])
def test_a_decider_after_a_pause_is_told_so_and_not_asked_what_for(paused, lacking, cast, client):
    client.force_login(cast.davlat)
    given = {"seen": "preliminary_pending", "outcome": "negative", "form": "labour", "no_conflict": "on", **REASONS}
    sent = {key: text for key, text in given.items() if key not in lacking}

    refused = client.post(reverse("identification:decide", args=[paused.pk]), sent)

    page = read(refused)
    assert (refused.status_code, MOVED in page, ASKED in page) == (409, True, False)
    assert page.count(f"{TYPED}</textarea>") == 4 - ("act" in lacking)
    assert reverse("case", args=[paused.pk]) in page
    assert last_line() == ("send.refused", f"case:{paused.pk}", "conflict")
    assert not LedgerEntry.objects.filter(officer=cast.davlat, act__startswith="read_").exists()


@pytest.mark.parametrize("act", ["vote", "conclude_panel"])
def test_a_member_of_the_panel_after_the_conclusion_is_told_so(concluded, act, cast, client):
    client.force_login(cast.rustam)
    given = {"seen": "formal_pending", "outcome": "negative", "form": "labour", **REASONS}

    refused = client.post(reverse(f"identification:{act}", args=[concluded.pk]), given)

    page = read(refused)
    assert (refused.status_code, MOVED in page, ASKED in page) == (409, True, False)
    assert f"{TYPED}</textarea>" in page
    assert last_line() == ("send.refused", f"case:{concluded.pk}", "conflict")


def test_a_proposal_that_was_answered_meanwhile_leaves_the_words_on_the_page(pending, cast, client, now):
    decide(pending, by=cast.davlat, at=now, outcome="negative", elements=FOUND)
    actions.send_back(decision=proposal_in(pending), reason=TYPED, by=cast.gulnora, at=now)
    client.force_login(cast.gulnora)

    refused = client.post(
        reverse("identification:send_back", args=[pending.pk]), {"seen": "preliminary_pending", "reason": TYPED}
    )

    assert (refused.status_code, f"{TYPED}</textarea>" in read(refused)) == (409, True)
    assert last_line() == ("send.refused", f"case:{pending.pk}", "conflict")


def test_over_the_api_it_stands_in_the_ledger_too(concluded, cast, client):
    client.force_login(cast.rustam)
    path = f"/api/identification/cases/{concluded.pk}/panel/vote"

    refused = client.post(
        path, {"seen": "formal_pending", "outcome": "positive", **FOUND}, content_type="application/json"
    )

    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    assert last_line() == ("send.refused", f"case:{concluded.pk}", "conflict")


def test_what_cannot_be_read_is_asked_about_and_sent_on_with_the_answer(cast, client, now):
    """The case stands where it stood, and only the hour of what was said is over."""
    talk = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).screening
    client.force_login(cast.nigina)
    page, given = reverse("screening:words", args=[talk.pk]), {"words": TYPED + "x" * LONGEST, "seen": "", "go": "next"}

    asks = client.post(page, given)

    assert (asks.status_code, ASKED in read(asks)) == (422, True)
    assert f'name="words" hidden>\n{given["words"]}</textarea>' in read(asks)
    again = client.post(page, {**given, "opened_for-purpose": "supervision"})
    assert (again.status_code, ASKED in read(again), given["words"] in read(again)) == (422, False, True)
    assert LedgerEntry.objects.filter(act="read_screening", officer=cast.nigina).latest("seq").purpose == "supervision"


def test_words_of_an_interview_are_judged_before_anything_is_asked(cast, client, now):
    talk = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).screening
    client.force_login(cast.nigina)
    page, old = reverse("screening:words", args=[talk.pk]), mark_of_words("as it stood once")

    refused = client.post(page, {"words": TYPED, "seen": old, "go": "next"})

    told = read(refused)
    assert (refused.status_code, ASKED in told, f"{TYPED}</textarea>" in told) == (409, False, True)
    assert last_line()[0] == "record_page.refused"
    assert ways.WORDS not in told


def test_a_purpose_said_with_what_was_typed_is_no_way_past_the_door(cast, client, now):
    talk = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).screening
    page = reverse("screening:words", args=[talk.pk])
    client.force_login(cast.behruz)

    refused = client.post(page, {"words": TYPED, "seen": "", "opened_for-purpose": "supervision"})

    assert (refused.status_code, ASKED in read(refused), f"{TYPED}</textarea>" in read(refused)) == (403, False, True)
    client.force_login(cast.nigina)
    curious = client.post(page, {"words": "x" * (LONGEST + 1), "seen": "", "opened_for-purpose": "curiosity"})
    assert (curious.status_code, ASKED in read(curious)) == (422, True)


def test_whoever_never_had_the_case_is_told_nothing_of_where_it_stands(paused, cast, client):
    client.force_login(cast.behruz)
    given = {"seen": "preliminary_pending", "reasons": TYPED}

    here = client.post(reverse("identification:pause", args=[paused.pk]), given)
    nowhere = client.post(reverse("identification:pause", args=[uuid4()]), given)

    assert here.status_code == nowhere.status_code == 403
    assert MOVED not in read(here)
    assert {each.detail["refused"] for each in LedgerEntry.objects.filter(officer=cast.behruz)} == {"not_permitted"}


def test_words_on_a_page_that_asks_go_along_and_stay(cast, client, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    client.force_login(cast.nigina)
    page = reverse("protection:safety", args=[case.pk])

    kept = client.post(reverse("say_purpose"), {"purpose": "protection", "back": page, "typed": TYPED})

    assert (kept.status_code, f"{TYPED}</textarea>" in read(kept), f'href="{page}"' in read(kept)) == (200, True, True)
    assert client.session["purpose_said"][0] == "protection"


def test_a_paper_that_cannot_leave_is_not_said_to_be_taken_out(cast, client, now):
    talk = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).screening
    client.force_login(cast.nigina)

    asks = client.get(reverse("screening:paper", args=[talk.pk]))
    by_api = client.post(f"/api/screening/{talk.pk}/finding/paper")

    assert (ASKED in read(asks), by_api.json()["code"]) == (True, "purpose_asked")
    assert not LedgerEntry.objects.filter(act="print_finding").exists()
