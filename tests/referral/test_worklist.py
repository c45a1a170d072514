"""What waits for whom in referral: the desk asked, the sender, and the intake desk when nobody answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from panoh.referral.actions import answer, meet_need, record_need, refer, remind
from panoh.referral.queries import worklist
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import LedgerEntry, Officer
from panoh.registry.worklists import MOST

pytestmark = pytest.mark.django_db


def whats(viewer, now) -> list[str]:
    return [item.what for item in worklist(Officer.objects.get(pk=viewer.pk), now=now).items]


def test_a_need_without_a_desk_waits_for_whoever_works_on_the_case(need, cast, now):
    listed = worklist(cast.zarina, now=now)

    assert [item.what for item in listed.items] == ["Find a desk"]
    assert "next: Shelter, Dushanbe; Crisis centre, Dushanbe" in listed.items[0].why
    assert listed.items[0].due_at == now + timedelta(hours=2)
    assert whats(cast.behruz, now) == []
    assert whats(cast.safar, now) == []


def test_a_question_waits_for_the_desk_asked_and_no_longer_for_the_sender(sent, cast, now):
    assert whats(cast.shahlo, now) == ["Answer: can your desk help?"]
    assert whats(cast.parvina, now) == []
    assert whats(cast.zarina, now) == []


def test_an_unanswered_question_escalates_and_says_how_often_it_was_reminded(sent, cast, now):
    late = now + timedelta(hours=3)
    remind(referral=sent, by=cast.zarina, at=late)

    [for_shelter] = worklist(cast.shahlo, now=late).items
    [for_sender] = worklist(cast.zarina, now=late).items

    assert for_shelter.escalated
    assert "reminded once" in for_shelter.why
    assert for_sender.what == "Remind the desk, or ask another one too"
    assert whats(cast.nigina, late) == ["Remind the desk, or ask another one too"]


def test_an_urgent_need_left_alone_reaches_the_intake_desk(need, cast, now):
    assert whats(cast.nigina, now) == []
    assert whats(cast.nigina, now + timedelta(hours=3)) == ["Find a desk"]


def test_after_a_no_the_sender_reads_why_and_whom_to_ask_next(sent, cast, now):
    answer(referral=sent, accepted=False, decline_reason="full", words="", by=cast.shahlo, at=now)

    [item] = worklist(cast.zarina, now=now).items

    assert item.what == "Find another desk"
    assert "declined: no capacity now" in item.why
    assert "next: Crisis centre, Dushanbe" in item.why
    assert whats(cast.shahlo, now) == []


def test_after_consent_is_withdrawn_only_the_closing_waits_for_the_receiver(sent, cast, now):
    withdraw_consent(consent=sent.disclosure.consent, by=cast.zarina, at=now)

    assert whats(cast.shahlo, now) == ["Your view is closed: stop, and return or destroy papers"]
    assert whats(cast.zarina, now) == ["Find another desk"]


def test_a_met_need_waits_for_nobody(sent, need, cast, now):
    meet_need(need=need, by=cast.zarina, at=now)

    assert whats(cast.shahlo, now + timedelta(days=1)) == []
    assert whats(cast.zarina, now + timedelta(days=1)) == []


def test_sixty_cost_no_more_reads_than_five(case, agreed, shelter, cast, now):
    def reads(viewer: Officer) -> int:
        fresh = Officer.objects.get(pk=viewer.pk)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            worklist(fresh, now=now + timedelta(days=1))
        return len(seen)

    def add(number: int) -> None:
        for _ in range(number):
            open_need = record_need(case=case, service="medical_care", urgency="now", note="", by=cast.zarina, at=now)
            no = refer(need=open_need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)
            answer(referral=no, accepted=False, decline_reason="full", words="", by=cast.shahlo, at=now)
            asked = record_need(case=case, service="subsistence", urgency="now", note="", by=cast.zarina, at=now)
            refer(need=asked, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)

    viewers = (cast.zarina, cast.nigina, cast.shahlo)
    add(5)
    few = [reads(viewer) for viewer in viewers]
    add(55)

    many = [reads(viewer) for viewer in viewers]
    assert all(later <= before for later, before in zip(many, few, strict=True)), "a full page may be of fewer kinds"
    assert max(few) <= 32
    listed = worklist(cast.zarina, now=now + timedelta(days=1))
    assert (len(listed.items), listed.total) == (50, MOST + 1)  # of a hundred and twenty


def test_a_worklist_opens_nothing_that_is_sealed(sent, cast, now):
    before = LedgerEntry.objects.count()

    worklist(cast.shahlo, now=now)

    assert LedgerEntry.objects.count() == before
