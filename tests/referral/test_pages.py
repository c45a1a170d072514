"""What officers see and do in referral, through the browser's eyes."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.referral.models import Need, Referral
from panoh.registry.models import LedgerEntry
from tests.referral.conftest import NAME

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_as(client):
    """A client signed in as the officer."""

    def sign_in(officer):
        client.force_login(officer)
        return client

    return sign_in


def test_a_need_is_recorded_and_leads_to_the_desks(open_as, case, agreed, cast):
    client = open_as(cast.zarina)
    form = {"service": "legal_aid", "urgency": "soon", "note": "Wants a lawyer."}

    answered = client.post(reverse("referral:record_need", args=[case.pk]), form, follow=True)

    page = answered.content.decode()
    assert answered.redirect_chain[0][0] == reverse("referral:need", args=[Need.objects.get().pk])
    assert "Wants a lawyer." in page
    assert "State legal aid" in page
    assert "Works in the same region." in page


def test_a_need_sent_from_two_tabs_is_one_need(open_as, case, agreed, cast):
    """Said the second time too; in other words, or met and wished again, it is another need."""
    client, page = open_as(cast.zarina), reverse("referral:record_need", args=[case.pk])
    form = {"service": "legal_aid", "urgency": "soon", "note": "Wants a lawyer."}

    first, second = (client.post(page, form).headers["Location"] for _ in range(2))
    told = client.get(second).content.decode()

    assert first == second == reverse("referral:need", args=[Need.objects.get().pk])
    assert "it stands once" in told
    client.post(page, {**form, "note": "Wants a lawyer who speaks Tajik."})
    assert Need.objects.count() == 2
    Need.objects.update(met_at=Need.objects.first().recorded_at)
    client.post(page, form)
    assert Need.objects.count() == 3, "met, and wished again"


def test_a_form_with_a_gap_keeps_what_was_typed(open_as, case, cast):
    client = open_as(cast.zarina)

    answered = client.post(reverse("referral:record_need", args=[case.pk]), {"service": "legal_aid", "note": "Kept."})

    assert "Kept." in answered.content.decode()
    assert not Need.objects.exists()


def test_without_consent_the_page_says_what_to_ask_and_offers_no_desk(open_as, need, cast):
    page = open_as(cast.zarina).get(reverse("referral:need", args=[need.pk])).content.decode()

    assert "If the person agrees to a service, you can ask:" in page
    assert 'name="to_desk"' not in page


def test_a_refused_question_shows_why_and_keeps_the_message(open_as, sent, need, shelter, cast):
    """The desk was asked in another window meanwhile."""
    client, address = open_as(cast.zarina), reverse("referral:need", args=[need.pk])
    Referral.objects.all().delete()
    client.get(address)
    client.post(address, {"to_desk": shelter.code, "message": "First."})

    answered = client.post(address, {"to_desk": shelter.code, "message": "Second."})

    page = answered.content.decode()
    assert answered.status_code == 409
    assert "asked already" in page
    assert "Second." in page
    assert Referral.objects.count() == 1


def test_the_desk_asked_reads_what_it_needs_and_no_name(open_as, sent, cast):
    page = open_as(cast.shahlo).get(reverse("referral:referral", args=[sent.pk])).content.decode()

    assert "Arrives tonight." in page
    assert "female, adult" in page
    assert "Dushanbe" in page
    assert NAME not in page
    assert "recruiter" not in page
    assert LedgerEntry.objects.last().act == "read_referral"


def test_before_its_answer_the_desk_cannot_open_the_case(open_as, sent, case, cast):
    assert open_as(cast.shahlo).get(reverse("case", args=[case.pk])).status_code == 403


def test_a_yes_opens_the_case_with_the_name(open_as, sent, case, cast):
    client = open_as(cast.shahlo)

    answered = client.post(reverse("referral:referral", args=[sent.pk]), {"reply": "accept", "words": ""}, follow=True)

    assert NAME in answered.content.decode()


def test_a_no_returns_to_the_work_and_the_referral_is_gone(open_as, sent, cast):
    client, address = open_as(cast.shahlo), reverse("referral:referral", args=[sent.pk])

    client.post(address, {"reply": "full", "words": "From Monday."})

    assert client.get(address).status_code == 403
    sender = open_as(cast.zarina).get(reverse("referral:need", args=[sent.need_id])).content.decode()
    assert "no capacity now" in sender
    assert "From Monday." in sender


def test_from_the_next_request_after_withdrawal_the_receiver_sees_nothing(open_as, sent, case, cast):
    open_as(cast.shahlo).post(reverse("referral:referral", args=[sent.pk]), {"reply": "accept", "words": ""})
    sent.refresh_from_db()
    open_as(cast.zarina).post(reverse("withdraw_consent", args=[sent.disclosure.consent_id]))

    client = open_as(cast.shahlo)

    assert client.get(reverse("case", args=[case.pk])).status_code == 403
    assert client.get(reverse("referral:referral", args=[sent.pk])).status_code == 403
    for work in ("my_work", "referral:home"):
        page = client.get(reverse(work)).content.decode()
        assert page.count(case.reference) == 1
        assert "Your view is closed: stop, and return or destroy papers" in page
        assert NAME not in page


def test_another_desk_does_not_learn_that_a_referral_exists(open_as, sent, cast):
    answered = open_as(cast.parvina).get(reverse("referral:referral", args=[sent.pk]))

    assert answered.status_code == 403
    assert "no such referral" in answered.content.decode()


def test_the_case_page_shows_needs_and_doors_to_who_works_on_it(open_as, sent, case, cast):
    page = open_as(cast.zarina).get(reverse("case", args=[case.pk])).content.decode()

    assert "Safe accommodation" in page
    assert "Shelter, Dushanbe: waits for an answer" in page
    assert reverse("referral:record_need", args=[case.pk]) in page


def test_reminding_and_taking_back_are_buttons(open_as, sent, cast):
    client = open_as(cast.zarina)

    client.post(reverse("referral:remind", args=[sent.pk]))
    client.post(reverse("referral:withdraw", args=[sent.pk]))

    assert sent.reminders.count() == 1
    assert Referral.objects.get().standing == "withdrawn"


def test_a_need_that_is_met_is_closed_by_a_button(open_as, need, cast):
    open_as(cast.zarina).post(reverse("referral:met", args=[need.pk]))

    assert Need.objects.get().met_at is not None
