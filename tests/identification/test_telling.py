"""A decision is told in the person's language by a safe way; until then a clock reminds, and nothing runs against them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from panoh.identification import actions
from panoh.identification.models import Decision, Telling
from panoh.identification.queries import case_block, worklist
from panoh.identification.rules import Unsafe, unsafe
from panoh.registry.actions import record_consent, withdraw_consent
from panoh.registry.models import Case, CaseClock, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from tests.identification.conftest import decide

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SAID = {
    "to_whom": "person",
    "way": "in_person",
    "language": "tg",
    "interpreter": "not_needed",
    "outcome": "understood",
    "paper": "would_betray",
}


@pytest.fixture
def negative(pending, cast, now) -> Decision:
    """In effect, and not told yet."""
    actions.sign(
        decision=decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now), by=cast.gulnora, at=now
    )
    return Decision.objects.get()


def tell(decision, *, by, at, **changed):
    return actions.tell_decision(decision=decision, by=by, at=at, **{**SAID, **changed})


def running(clock):
    return CaseClock.objects.filter(clock=clock, stopped_at=None)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, None),
        ({"child": True}, Unsafe.CHILD_DIRECTLY),
        ({"child": True, "to_whom": "guardian"}, None),
        ({"child": True, "to_whom": "representative"}, None),
        ({"to_whom": "guardian"}, Unsafe.NO_GUARDIAN),
        ({"way": "telephone"}, Unsafe.WAY_NOT_AGREED),
        ({"way": "telephone", "way_agreed": True}, None),
        ({"interpreter": "companion"}, Unsafe.COMPANION),
        ({"way": "video", "way_agreed": True, "paper": "handed_over"}, Unsafe.PAPER_FROM_AFAR),
        ({"paper": "handed_over"}, None),
        ({"reached": False}, Unsafe.PAPER_UNREACHED),
        ({"reached": False, "paper": "not_yet"}, None),
        ({"paper": "not_yet"}, Unsafe.NO_PAPER_SAID),
    ],
)
def test_what_makes_a_way_of_telling_unsafe(changed, why):
    plain = {"child": False, "to_whom": "person", "way": "in_person", "way_agreed": False}
    assert unsafe(**{**plain, "interpreter": "not_needed", "paper": "kept_here", **changed}) is why


def test_telling_stops_its_clock_and_the_time_for_reconsideration_counts_from_then(negative, cast, now):
    assert running("telling").exists()
    assert not running("reconsideration_request").exists()
    told_on = now + 20 * DAY

    telling = tell(negative, by=cast.zarina, at=told_on)

    assert (telling.told_by, telling.paper) == (cast.zarina, "would_betray")
    assert not running("telling").exists()
    assert running("reconsideration_request").get().due_at.date() == (told_on + 90 * DAY).date()
    assert LedgerEntry.objects.last().act == "tell_decision"
    assert Case.objects.get().state == "preliminary_negative"


def test_not_told_in_time_it_comes_to_the_intake_desk_and_nothing_runs_against_the_person(negative, cast, now):
    late = now + 400 * DAY

    passed_on = [item for item in worklist(cast.nigina, now=late).items if "Tell the decision" in item.what]
    assert [item.escalated for item in passed_on] == [True]
    assert "Tell the decision" in worklist(cast.zarina, now=late).items[0].what
    asked = actions.ask_for_reconsideration(
        case=negative.case, asked_by="person", grounds="Nobody told me.", by=cast.zarina, at=late
    )
    assert asked.late is False


def test_of_whoever_was_not_reached_no_paper_is_said(negative, cast, client, now):
    for paper in ("handed_over", "kept_here", "would_betray", "not_wished"):
        with pytest.raises(Refused, match="was given no paper") as refused:
            tell(negative, outcome="not_reached", paper=paper, by=cast.zarina, at=now)
    assert "not yet" in refused.value.way_forward
    kept = tell(negative, outcome="not_reached", paper="not_yet", by=cast.zarina, at=now)
    Telling.objects.filter(pk=kept.pk).update(paper="kept_here")  # as it was stored before

    client.force_login(cast.zarina)

    page = client.get(reverse("identification:case", args=[negative.case_id])).content.decode()
    assert "the person was not reached" in page
    assert "kept here for the person" not in page


@pytest.mark.parametrize(("outcome", "paper"), [("not_understood", "would_betray"), ("not_reached", "not_yet")])
def test_a_try_that_was_not_understood_is_kept_and_the_clock_runs_on(negative, cast, now, outcome, paper):
    tell(negative, outcome=outcome, paper=paper, by=cast.zarina, at=now)

    assert running("telling").exists()
    block = case_block(cast.zarina, Case.objects.get(), now=now)
    assert (block.untold, [each.outcome for each in block.told]) == (True, [outcome])
    tell(negative, by=cast.nigina, at=now + DAY)
    assert Telling.objects.count() == 2


def test_a_way_that_is_not_safe_is_refused_with_a_way_forward_and_leaves_a_line(negative, cast, now):
    with pytest.raises(Refused, match="not agreed to being contacted") as refused:
        tell(negative, way="telephone", by=cast.zarina, at=now)

    assert "face to face" in refused.value.way_forward
    assert LedgerEntry.objects.last().act == "tell_decision.refused"
    consent = record_consent(
        case=negative.case, purpose="contact_channel", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    withdraw_consent(consent=consent, by=cast.zarina, at=now)
    with pytest.raises(Refused, match="not agreed"):
        tell(negative, way="telephone", by=cast.zarina, at=now)
    record_consent(
        case=negative.case, purpose="contact_channel", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    assert tell(negative, way="telephone", by=cast.zarina, at=now).pk


def test_no_companion_interprets_not_even_in_the_database(negative, cast, now):
    with pytest.raises(Refused, match="controls them"):
        tell(negative, interpreter="companion", by=cast.zarina, at=now)
    how = {**SAID, "interpreter": "companion"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Telling.objects.create(decision=negative, told_by=cast.zarina, told_at=now, **how)


def test_a_child_s_decision_is_told_to_the_guardian(negative, cast, now):
    Case.objects.update(track="child")
    negative.refresh_from_db()

    with pytest.raises(Refused, match="told to the guardian"):
        tell(negative, by=cast.zarina, at=now)

    assert tell(negative, to_whom="guardian", by=cast.zarina, at=now).pk


def test_it_is_told_once_and_a_proposal_is_not_told_at_all(negative, cast, now):
    tell(negative, by=cast.zarina, at=now)

    with pytest.raises(Conflict, match="told already"):
        tell(negative, by=cast.nigina, at=now)
    proposed = Decision.objects.create(
        case=negative.case,
        stage="formal",
        outcome="negative",
        status="proposed",
        proposed_by=cast.rustam,
        proposed_at=now,
    )
    with pytest.raises(Conflict):
        tell(proposed, by=cast.nigina, at=now)


def test_a_positive_decision_is_told_too_and_starts_no_time_for_asking(pending, cast, now):
    decision = decide(pending, by=cast.davlat, at=now)

    tell(decision, by=cast.zarina, at=now)

    assert not running("telling").exists()
    assert not running("reconsideration_request").exists()


def test_who_neither_meets_nor_cares_for_the_person_does_not_tell(negative, cast, now):
    for officer in (cast.behruz, cast.davlat, cast.rustam, cast.shahlo, cast.jamshed, cast.safar):
        with pytest.raises(NotPermitted):
            tell(negative, by=officer, at=now)


def test_the_page_keeps_what_was_chosen_when_it_refuses(negative, cast, client):
    client.force_login(cast.zarina)
    address = f"/identification/{negative.case_id}/tell/"
    assert "A paper can betray" in client.get(address).content.decode()

    answer = client.post(address, {**SAID, "way": "video", "seen": "preliminary_negative"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "not agreed to being contacted" in page
    assert 'value="video" required id="id_way_2" checked' in page
    assert client.post(address, {**SAID, "seen": "preliminary_negative"}).status_code == 302
    assert "deliberately not" in client.get(f"/identification/{negative.case_id}/").content.decode()


def test_the_api_tells_by_the_same_act(negative, cast, client):
    client.force_login(cast.zarina)
    address = f"/api/identification/cases/{negative.case_id}/telling"

    answer = client.post(address, {**SAID, "seen": "preliminary_negative"}, "application/json")

    assert (answer.status_code, answer.json()["outcome"]) == (200, "understood")
    again = client.post(address, {**SAID, "seen": "preliminary_negative"}, "application/json")
    assert again.status_code == 409


def test_the_time_to_ask_for_reconsideration_is_the_person_s_own_and_nobody_is_late_in_it(negative, cast, now):
    tell(negative, by=cast.nigina, at=now)
    asking = running("reconsideration_request").get()

    after = case_block(cast.nigina, negative.case, now=asking.due_at + DAY)

    window = next(each for each in after.clocks if each.clock.key == asking.clock)
    assert (window.late, window.guaranteed) == (True, True)
    assert not after.late


def test_an_adult_is_not_offered_a_guardian_and_who_may_be_a_child_is(negative, cast, now, client):
    case, agreed = negative.case, {"purpose": "referral", "given": True, "language": "tg", "explained": True}
    client.force_login(cast.zarina)
    pages = [f"/identification/{case.pk}/{page}/" for page in ("tell", "reconsider", "apply")]
    assert not [page for page in pages if 'value="guardian"' in client.get(page).content.decode()]

    Case.objects.update(track="child")
    record_consent(case=case, **agreed, giver="guardian", by=cast.zarina, at=now)

    assert all('value="guardian"' in client.get(page).content.decode() for page in pages)


@pytest.mark.parametrize("name", ["to_whom", "way", "language", "interpreter", "outcome", "paper"])
def test_the_act_itself_takes_only_what_can_be_chosen(negative, cast, now, name):
    with pytest.raises(Refused, match=f"not among what can be chosen for {name}") as told:
        tell(negative, by=cast.zarina, at=now, **{name: "by post"})

    assert "Choose one of" in told.value.way_forward
    assert not Telling.objects.exists()
    assert LedgerEntry.objects.last().act == "tell_decision.refused"
