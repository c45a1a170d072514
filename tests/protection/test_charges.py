"""What help cost and who paid; and complaints that a person was made to pay, which are answered and never closed."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from panoh.protection.actions import answer_charge, complain_of_charge, record_service
from panoh.protection.models import ChargeAnswer, ChargeComplaint, ServiceGiven
from panoh.protection.queries import worklist
from panoh.protection.queries.charges import charges_page
from panoh.protection.rules.money import is_money
from panoh.registry import vault
from panoh.registry.actions import forget_words
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import NotPermitted, Refused

WORDS = "канарейка: the lawyer asked her for money"


@pytest.fixture
def complaint(accepted, cast, now):
    return complain_of_charge(
        case=accepted(), service="legal_aid", words=WORDS, amount=Decimal("250.00"), currency="TJS", by_person=True,
        by=cast.zarina, at=now,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "currency", "good"),
    [
        (None, "", True),
        (Decimal("0.01"), "TJS", True),
        (None, "TJS", False),
        (Decimal(1), "", False),
        (Decimal(0), "TJS", False),
        (Decimal(-1), "TJS", False),
        (Decimal(1), "tjs", False),
        (Decimal(1), "СОМ", False),
    ],
)
def test_money_is_an_amount_with_its_currency_or_nothing(amount, currency, good):
    assert is_money(amount, currency) is good


def test_a_service_keeps_what_it_cost(accepted, cast, now):
    given = {"service": "medical_care", "on": now.date(), "payer": "state"}

    record_service(case=accepted(), **given, cost=Decimal("80"), currency="TJS", by=cast.shahlo, at=now)

    assert ServiceGiven.objects.get().cost == Decimal(80)


def test_a_cost_without_a_currency_is_refused(accepted, cast, now):
    given = {"service": "medical_care", "on": now.date(), "payer": "state"}

    with pytest.raises(Refused, match="currency"):
        record_service(case=accepted(), **given, cost=Decimal("80"), by=cast.shahlo, at=now)


def test_it_is_sealed_on_record_and_forgotten_with_the_person(complaint, cast, now):
    answer_charge(complaint=complaint, outcome="paid_back", words=WORDS, by=cast.nigina, at=now)

    assert vault.unseal(ChargeComplaint.objects.get())["words"] == WORDS
    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    assert {"complain_of_charge", "answer_charge"} <= set(LedgerEntry.objects.values_list("act", flat=True))
    forget_words(complaint.case, by=cast.nigina, at=now)
    assert [vault.unseal(row) for row in (ChargeComplaint.objects.get(), ChargeAnswer.objects.get())] == [{}, {}]


def test_the_desk_complained_of_does_not_see_it(complaint, cast, now):
    assert charges_page(cast.shahlo, complaint.case, at=now) == ()
    assert [each.words for each in charges_page(cast.nigina, complaint.case, at=now)] == [WORDS]


def test_it_waits_until_something_was_found_and_takes_further_answers(complaint, cast, now):
    def waits():
        return [each for each in worklist(cast.nigina, now=now + timedelta(days=6)).items if "complaint" in each.what]

    assert waits()[0].escalated
    answer_charge(complaint=complaint, outcome="looked_into", words="asked the desk", by=cast.nigina, at=now)
    assert len(waits()) == 1
    answer_charge(complaint=complaint, outcome="not_shown", words="no paper", by=cast.nigina, at=now)
    assert waits() == []

    answer_charge(complaint=complaint, outcome="paid_back", words="a receipt was found", by=cast.nigina, at=now)

    assert len(charges_page(cast.nigina, complaint.case, at=now)[0].answers) == 3


@pytest.mark.parametrize("other", [{"service": "gold"}, {"words": " "}, {"amount": Decimal(1), "currency": ""}])
def test_half_a_complaint_is_refused(accepted, cast, now, other):
    given = {"service": "legal_aid", "words": WORDS, "by_person": True, **other}

    with pytest.raises(Refused):
        complain_of_charge(case=accepted(), **given, by=cast.zarina, at=now)


def test_only_the_intake_desk_answers(complaint, cast, now):
    with pytest.raises(NotPermitted):
        answer_charge(complaint=complaint, outcome="paid_back", words="x", by=cast.shahlo, at=now)
    with pytest.raises(Refused, match="what was found"):
        answer_charge(complaint=complaint, outcome="paid_back", words=" ", by=cast.nigina, at=now)


def test_by_page(accepted, cast, client):
    case = accepted()
    client.force_login(cast.nigina)
    page = reverse("protection:charges", args=[case.pk])
    filled = {"service": "legal_aid", "words": WORDS, "amount": "250", "currency": "TJS", "by_person": "on"}

    refused = client.post(page, {**filled, "currency": ""})
    client.post(page, filled)
    client.post(
        reverse("protection:answer_charge", args=[ChargeComplaint.objects.get().pk]),
        {"outcome": "paid_back", "words": "she has it again"},
    )
    shown = client.get(page).content.decode()

    assert (refused.status_code, WORDS in refused.content.decode()) == (422, True)
    assert all(each in shown for each in (WORDS, "250", "TJS", "she has it again"))
    assert "made to pay" in client.get(reverse("case", args=[case.pk])).content.decode()


def test_a_complaint_sent_from_two_tabs_is_one(accepted, cast, client, now):
    case = accepted()
    client.force_login(cast.nigina)
    page = reverse("protection:charges", args=[case.pk])
    filled = {"service": "legal_aid", "words": WORDS, "amount": "250", "currency": "TJS", "by_person": "on"}

    client.post(page, filled)
    told = client.post(page, filled, follow=True).content.decode()

    assert "it stands once" in told
    made = ChargeComplaint.objects.get()
    given = {"service": "legal_aid", "words": WORDS, "amount": Decimal(250), "currency": "TJS", "by_person": True}
    next_day = complain_of_charge(case=case, **given, by=cast.nigina, at=made.made_at + timedelta(days=1))
    assert next_day.pk != made.pk, "the same was asked of her again"


def test_by_api(accepted, cast, client):
    case = accepted()
    client.force_login(cast.nigina)
    path = f"/api/protection/cases/{case.pk}/charges"
    body = {"service": "legal_aid", "words": WORDS, "amount": "250.00", "currency": "TJS", "by_person": True}

    made = client.post(path, body, content_type="application/json")
    answer = {"outcome": "paid_back", "words": "back"}
    told = client.post(f"/api/protection/charges/{made.json()['id']}/answers", answer, content_type="application/json")
    (read,) = client.get(path).json()

    assert (made.status_code, told.status_code) == (201, 201)
    assert (read["words"], read["amount"], read["answers"][0]["words"]) == (WORDS, "250.00", "back")
