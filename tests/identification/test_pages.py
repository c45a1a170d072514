"""What an officer sees: the next thing to do, the reason and way forward when it is refused, what was typed kept."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.identification.models import Decision, Refusal
from panoh.registry.models import Case, LedgerEntry
from tests.identification.conftest import AUNT, REASONS, agree, decide
from tests.identification.panels import FOUND

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_as(client):
    """Open or send a page of a case as one officer."""

    def go(officer, page, case=None, **sent):
        client.force_login(officer)
        address = reverse(f"identification:{page}", args=[case.pk] if case else [])
        return client.post(address, sent) if sent else client.get(address)

    return go


DECISION = {
    "seen": "preliminary_pending",
    "outcome": "negative",
    "form": "unknown",
    **FOUND,
    "reasons": REASONS,
}


def test_the_first_responder_goes_from_worklist_to_lodged(agreed, cast, open_as):
    assert agreed.reference in open_as(cast.zarina, "home").content.decode()
    assert "The person agreed" in open_as(cast.zarina, "lodge", agreed).content.decode()

    answer = open_as(cast.zarina, "lodge", agreed, seen="presumed")

    assert answer.url == reverse("identification:case", args=[agreed.pk])
    assert Case.objects.get().state == "referred"


def test_without_consent_the_page_says_why_and_what_to_do(woman, cast, open_as):
    page = open_as(cast.zarina, "lodge", woman).content.decode()

    assert "has not consented" in page
    assert "Explain it in the person’s language" in page.replace("&#x27;", "’").replace("'", "’")
    assert "<button>Lodge" not in page


def test_an_old_page_does_nothing_and_says_so(agreed, cast, open_as, now):
    open_as(cast.zarina, "lodge", agreed, seen="presumed")

    answer = open_as(cast.nigina, "lodge", agreed, seen="presumed")

    assert answer.status_code == 409
    assert "moved on since you opened the page" in answer.content.decode()


def test_a_refusal_is_recorded_from_the_page(woman, cast, open_as):
    answer = open_as(cast.zarina, "refusal", woman, seen="presumed", reason="not_told", hotline_given="on")

    assert answer.status_code == 302
    assert Refusal.objects.get().reason == "not_told"


def test_a_refusal_without_the_hotline_number_is_told_on_the_same_page_with_the_choice_kept(woman, cast, open_as):
    answer = open_as(cast.zarina, "refusal", woman, seen="presumed", reason="fear_for_family")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "hotline number" in page
    assert 'value="fear_for_family"' in page
    assert page.count("checked") == 1


def test_a_child_has_no_door_to_decline_or_to_refer_unseen_by_the_guardianship_authority(girl, cast, open_as):
    page = open_as(cast.zarina, "case", girl).content.decode()

    assert reverse("identification:refusal", args=[girl.pk]) not in page
    assert "Tell the guardianship authority" in page
    assert "child-protection authority was informed" in page
    assert "Lodge the referral" not in open_as(cast.zarina, "refusal", girl).content.decode()


def test_one_click_tells_the_guardianship_authority_and_the_referral_opens(girl, cast, open_as):
    open_as(cast.zarina, "tell_guardianship", girl, seen="presumed")

    assert girl.disclosures.exists()
    assert "A child needs no consent" in open_as(cast.zarina, "lodge", girl).content.decode()
    assert open_as(cast.zarina, "tell_guardianship", girl, seen="presumed").status_code == 422


def test_the_guardian_finds_the_child_and_says_that_a_guardian_is_appointed(girl, cast, guardian, open_as):
    open_as(cast.zarina, "tell_guardianship", girl, seen="presumed")
    assert "Appoint a guardian" in open_as(guardian, "home").content.decode()

    open_as(guardian, "appoint_guardian", girl, seen="presumed", **AUNT)

    assert "Nothing waits" in open_as(guardian, "home").content.decode()


def test_intake_looks_at_possible_doubles_before_taking_in(referred, presume, cast, open_as):
    other = presume(by=cast.behruz)

    assert other.reference in open_as(cast.nigina, "take_in", referred).content.decode()
    assert open_as(cast.nigina, "take_in", referred, seen="referred").status_code == 422
    assert Case.objects.get(pk=referred.pk).state == "referred"
    assert open_as(cast.nigina, "take_in", referred, seen="referred", looked="on").status_code == 302


def test_a_refused_decision_keeps_everything_that_was_typed(pending, cast, open_as):
    typed = {"reasons": "no", "act": "his word", "means": "", "purpose": ""}

    answer = open_as(cast.davlat, "decide", pending, **{**DECISION, **typed}, no_conflict="on")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "his word" in page
    assert "This was not done" in page
    assert not Decision.objects.exists()


def test_a_decision_from_an_old_page_is_not_lost_from_the_page(pending, cast, open_as, now):
    decide(pending, by=cast.gulnora, at=now)

    answer = open_as(cast.davlat, "decide", pending, **DECISION, no_conflict="on")

    assert answer.status_code == 409
    assert REASONS in answer.content.decode()


def test_the_page_says_what_a_refusal_needs_and_asks_no_means_of_a_child(pending, cast, open_as):
    page = open_as(cast.davlat, "decide", pending).content.decode()
    assert page.count("(needed where there are no reasonable grounds)") == len(FOUND)
    assert "(optional)" not in page

    answer = open_as(cast.davlat, "decide", pending, **{**DECISION, "purpose": ""}, no_conflict="on")

    assert answer.status_code == 422
    assert "reason for each element" in answer.content.decode()
    assert FOUND["act"] in answer.content.decode()
    Case.objects.update(track="child")
    assert 'name="means"' not in open_as(cast.davlat, "decide", pending).content.decode()


def test_without_the_declaration_nothing_is_decided(pending, cast, open_as):
    answer = open_as(cast.davlat, "decide", pending, **DECISION)

    assert answer.status_code == 422
    assert "conflict of interest" in answer.content.decode()


def test_a_negative_goes_through_two_pages_and_two_officers(pending, cast, open_as):
    assert open_as(cast.davlat, "decide", pending, **DECISION, no_conflict="on").status_code == 302
    assert "Nothing waits" in open_as(cast.davlat, "home").content.decode()
    assert "a colleague answers" in open_as(cast.davlat, "case", pending).content.decode()
    assert "colleague’s proposal" in open_as(cast.gulnora, "home").content.decode()
    assert REASONS in open_as(cast.gulnora, "proposal", pending).content.decode()
    assert LedgerEntry.objects.filter(act="read_reasons", officer=cast.gulnora).count() == 1

    answer = open_as(cast.gulnora, "proposal", pending, seen="preliminary_pending", no_conflict="on")

    assert answer.status_code == 302
    assert Case.objects.get().state == "preliminary_negative"


def test_the_proposer_cannot_sign_from_the_page(pending, cast, open_as, now):
    decide(pending, outcome="negative", by=cast.davlat, at=now)

    assert "Sign: the decision" not in open_as(cast.davlat, "proposal", pending).content.decode()
    answer = open_as(cast.davlat, "proposal", pending, seen="preliminary_pending", no_conflict="on")

    assert answer.status_code == 403
    assert "proposed this decision yourself" in answer.content.decode()


def test_sending_back_without_a_reason_is_told_beside_the_proposal(pending, cast, open_as, now):
    decide(pending, outcome="negative", by=cast.davlat, at=now)

    refused = open_as(cast.gulnora, "send_back", pending, seen="preliminary_pending", reason="")
    assert refused.status_code == 422
    assert REASONS in refused.content.decode()

    open_as(cast.gulnora, "send_back", pending, seen="preliminary_pending", reason="The debt is missing.")
    assert Decision.objects.get().status == "returned"


def test_the_panel_is_told_that_the_recovery_period_runs(pending, cast, open_as, now):
    decide(pending, by=cast.davlat, at=now)

    refused = open_as(cast.rustam, "open_formal", pending, seen="recovery", agencies_asked="on")
    assert refused.status_code == 422
    assert "recovery period is over" in refused.content.decode()

    sent = {"seen": "recovery", "agencies_asked": "on", "asked_by_person": "on"}
    assert open_as(cast.rustam, "open_formal", pending, **sent).status_code == 302
    assert open_as(cast.rustam, "decide", pending).url == reverse("identification:panel", args=[pending.pk])
    assert "more likely than not" in open_as(cast.rustam, "panel", pending).content.decode()


def test_no_page_of_identification_names_the_person(pending, cast, open_as, now):
    decide(pending, outcome="negative", by=cast.davlat, at=now)

    for page in ("case", "decide", "proposal"):
        assert "Муҳаббат" not in open_as(cast.gulnora, page, pending).content.decode()


def test_who_may_not_see_the_case_gets_no_page(pending, cast, open_as):
    for officer in (cast.safar, cast.shahlo, cast.behruz, cast.jamshed, cast.alisher):
        for page in ("case", "lodge", "refusal", "take_in", "decide", "proposal", "open_formal"):
            assert open_as(officer, page, pending).status_code == 403
    assert open_as(cast.safar, "home").status_code == 403


def test_the_procedure_says_that_it_is_a_draft_who_owns_each_step_and_how_well_it_is_verified(cast, open_as):
    page = open_as(cast.alisher, "procedure").content.decode()

    assert "Draft: not adopted." in page
    assert "<svg" in page
    assert "Preliminary decision maker" in page
    assert "provisional" in page
    assert "two signatures" in page


def test_after_a_no_only_a_new_yes_shows_the_door_again(woman, cast, open_as, now):
    agree(woman, by=cast.zarina, at=now)

    assert "Record that the person declines" in open_as(cast.zarina, "case", woman).content.decode()
    assert "Lodge the referral" in open_as(cast.zarina, "case", woman).content.decode()
