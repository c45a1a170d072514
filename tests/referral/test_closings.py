"""A withdrawal reaches every receiver: a line in its work, its answer what became of papers, and nothing seen meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.identification.actions import record_refusal
from panoh.referral.actions import acknowledge_closing, answer, refer, withdraw_referral
from panoh.referral.models import Referral
from panoh.referral.queries import worklist
from panoh.registry.access import Act
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import Case, Disclosure, LedgerEntry
from panoh.registry.queries import cases_for
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from tests.referral.conftest import NAME

pytestmark = pytest.mark.django_db

CLOSED = "Your view is closed: stop, and return or destroy papers"


@pytest.fixture
def withdrawn(sent, agreed, cast, now) -> Disclosure:
    """Accepted by the shelter, asked of the crisis centre, and then the person withdraws."""
    answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now)
    refer(need=sent.need, to_desk=cast.parvina.desk, consent=agreed, message="", by=cast.zarina, at=now)
    withdraw_consent(consent=agreed, by=cast.zarina, at=now)
    return Disclosure.objects.get(to_desk=cast.shahlo.desk, ended_because="consent_withdrawn")


def whats(viewer, now) -> list[str]:
    return [item.what for item in worklist(viewer, now=now).items]


def test_the_withdrawal_stands_in_the_work_of_every_receiver_and_closes_its_view(withdrawn, case, cast, now):
    for receiver in (cast.shahlo, cast.farzona, cast.parvina):
        [line] = [each for each in worklist(receiver, now=now).items if each.what == CLOSED]

        assert line.reference == case.reference
        assert line.why == "The person withdrew their agreement."
        assert cases_for(receiver, Act.ANSWER_REFERRAL).count() == 0
    assert CLOSED not in whats(cast.behruz, now)


def test_the_desk_says_that_it_stopped_and_what_became_of_its_papers(withdrawn, cast, now):
    acknowledge_closing(disclosure=withdrawn, papers="destroyed", by=cast.farzona, at=now)

    kept = Disclosure.objects.get(pk=withdrawn.pk)
    assert (kept.closing_seen_by, kept.closing_seen_at, kept.papers) == (cast.farzona, now, "destroyed")
    assert LedgerEntry.objects.last().act == "acknowledge_closing"
    assert CLOSED not in whats(cast.shahlo, now)
    assert CLOSED in whats(cast.parvina, now)


def test_it_is_said_once_with_an_answer_and_by_the_desk_that_saw(withdrawn, cast, now):
    with pytest.raises(NotPermitted):
        acknowledge_closing(disclosure=withdrawn, papers="none", by=cast.parvina, at=now)
    with pytest.raises(Refused, match="papers"):
        acknowledge_closing(disclosure=withdrawn, papers="sold", by=cast.shahlo, at=now)
    acknowledge_closing(disclosure=withdrawn, papers="none", by=cast.shahlo, at=now)

    with pytest.raises(Conflict, match="said already"):
        acknowledge_closing(disclosure=withdrawn, papers="returned", by=cast.farzona, at=now)
    assert LedgerEntry.objects.last().act == "acknowledge_closing.refused"
    assert Disclosure.objects.get(pk=withdrawn.pk).papers == "none"


def test_a_desk_that_stays_silent_comes_to_the_sender_and_the_intake_desk(withdrawn, cast, now):
    silent = "Make sure that the desk stopped"
    assert silent not in whats(cast.zarina, now + timedelta(hours=1))

    assert whats(cast.zarina, now + timedelta(hours=3)).count(silent) == 2
    assert whats(cast.nigina, now + timedelta(hours=3)).count(silent) == 2
    assert silent not in whats(cast.behruz, now + timedelta(hours=3))


def test_an_adult_who_wants_no_help_reaches_the_receivers_too(case, cast, sent, now):
    Case.objects.filter(pk=case.pk).update(state="S02")
    case.refresh_from_db()
    Disclosure.objects.create(case=case, to_desk=cast.parvina.desk, purpose="referral", fields=["names"], from_at=now)

    record_refusal(case=case, reason="not_now", by=cast.zarina, at=now)

    [line] = [each for each in worklist(cast.parvina, now=now).items if each.what == CLOSED]
    assert line.why == "The person wants no help from the mechanism."


def test_a_referral_taken_back_after_it_was_accepted_is_told_and_before_it_is_not(sent, agreed, cast, now):
    withdraw_referral(referral=sent, by=cast.zarina, at=now)
    assert CLOSED not in whats(cast.shahlo, now)

    again = refer(need=sent.need, to_desk=cast.shahlo.desk, consent=agreed, message="", by=cast.zarina, at=now)
    answer(referral=again, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now)
    withdraw_referral(referral=Referral.objects.get(pk=again.pk), by=cast.zarina, at=now)
    assert CLOSED in whats(cast.shahlo, now)


def test_the_page_says_what_to_do_and_no_name_and_the_sender_sees_the_answer(client, withdrawn, sent, cast):
    address = reverse("referral:closing", args=[withdrawn.pk])
    client.force_login(cast.shahlo)

    page = client.get(address).content.decode()
    assert "The person withdrew their agreement." in page
    assert "Safe accommodation" in page
    assert NAME not in page
    assert "This field is required" in client.post(address, {"papers": ""}).content.decode()
    assert client.post(address, {"papers": "returned"}).status_code == 302
    assert client.get(address).status_code == 403

    client.force_login(cast.zarina)
    assert "papers: returned" in client.get(reverse("referral:need", args=[sent.need_id])).content.decode()


def test_the_same_through_the_api(client, withdrawn, cast):
    address = f"/api/referral/closed/{withdrawn.pk}"
    client.force_login(cast.shahlo)

    assert client.get(address).json()["why"] == "The person withdrew their agreement."
    assert client.post(address, {"papers": "burnt"}, content_type="application/json").status_code == 422
    assert client.post(address, {"papers": "none"}, content_type="application/json").status_code == 204
    client.force_login(cast.zarina)
    assert client.get(address).status_code == 403


def test_before_accepting_only_what_it_takes_to_answer_is_shown(client, sent, cast):
    """Neither page nor API give a name, a contact, a birth date, the note of the need or the case itself."""
    client.force_login(cast.shahlo)
    seen = client.get(reverse("referral:referral", args=[sent.pk])).content.decode()
    given = client.get(f"/api/referral/received/{sent.pk}")

    for secret in (NAME, "+992", "1990", "recruiter"):
        assert secret not in seen
        assert secret not in given.content.decode()
    assert set(given.json()) == {
        *("reference", "service", "urgency", "sex", "track", "with_children", "region", "message"),
        *("step_free", "long_term", "guarded"),
        *("standing", "seen_until"),
    }
    assert client.get(reverse("case", args=[sent.need.case_id])).status_code == 403
