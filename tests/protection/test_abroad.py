"""What a body abroad is told waits for the data-protection officer: asked at once, answered with reasons, asked anew."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from panoh.protection.actions import (
    answer_of_host,
    answer_transfer,
    call_off_return,
    close_consular_file,
    depart,
    meet_abroad,
    name_receiver,
    refer_to_host,
)
from panoh.protection.models import ConsularFile, TransferAbroad
from panoh.protection.queries import worklist
from panoh.protection.queries.abroad import transfer_page
from panoh.protection.queries.consular import file_page
from panoh.protection.queries.returns import lacking_now, mark_of_return
from panoh.protection.rules.abroad import standing
from panoh.registry.actions import record_consent, withdraw_consent
from panoh.registry.models import Case, LedgerEntry, Officer, Post
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.protection.returns import prepared
from tests.protection.test_consular import FILE, WHO

ASKS = {"body": "канарейка: House of Hope", "words": "канарейка: a bed and a lawyer", "fields": ("names", "contact")}
NO = {"approved": False, "because": "too_much", "words": "канарейка: the name is enough"}
database = pytest.mark.django_db


@pytest.fixture
def consul(cast) -> Officer:
    post = Post.objects.get(code="consulate_moscow.consular_officer")
    return Officer.objects.create(post=post, username="timur", name="Timur", password="!")


@pytest.fixture
def file(consul, now) -> ConsularFile:
    made = meet_abroad(given=WHO, file=FILE, agreed=True, language="tg", explained=True, by=consul, at=now)
    record_consent(case=made.case, purpose="foreign", given=True, language="tg", explained=True, by=consul, at=now)
    return made


def works(officer: Officer, at) -> list[tuple[str, bool]]:
    return [(item.what, item.escalated) for item in worklist(officer, now=at).items]


def keys(row, at) -> list[str]:
    return [each.key for each in lacking_now(row, at=at)]


def test_nothing_told_needs_no_word_and_silence_is_no_yes():
    assert standing((), ()) == ""
    assert standing(("names",), ()) == "waits"
    assert standing(("names",), (None,)) == "waits"
    assert standing(("names",), (False,)) == "refused"
    assert standing(("names",), (True,)) == "approved"


@database
def test_a_body_abroad_has_nothing_to_answer_before_it_may_be_told(file, consul, cast, now):
    asked = refer_to_host(file=file, **ASKS, by=consul, at=now)

    with pytest.raises(OutOfOrder, match="has not said yet") as refused:
        answer_of_host(referral=asked, accepted=True, answered_on=now.date(), by=consul, at=now)
    assert "without any name" in refused.value.way_forward
    assert works(cast.firuza, now) == [("Say whether a body abroad may be told of a person", False)]
    answer_transfer(transfer=asked.transfer, approved=True, by=cast.firuza, at=now)

    assert works(cast.firuza, now) == []
    assert ("Tell the body abroad, and record what it answers", False) in works(consul, now)
    assert answer_of_host(referral=asked, accepted=True, answered_on=now.date(), by=consul, at=now).accepted
    assert not [what for what, _ in works(consul, now) if "abroad" in what]


@database
def test_help_does_not_wait_where_nothing_of_the_person_is_told(file, consul, cast, now):
    asked = refer_to_host(file=file, **{**ASKS, "fields": ()}, by=consul, at=now)

    assert not TransferAbroad.objects.exists()
    assert answer_of_host(referral=asked, accepted=True, answered_on=now.date(), by=consul, at=now).accepted


@database
def test_a_refusal_has_its_reason_reaches_the_consul_and_is_over_when_asked_anew(file, consul, cast, now):
    asked = refer_to_host(file=file, **ASKS, by=consul, at=now)
    for bad in ({**NO, "because": ""}, {**NO, "words": " "}, {**NO, "because": "moon"}):
        with pytest.raises(Refused, match="has a reason"):
            answer_transfer(transfer=asked.transfer, **bad, by=cast.firuza, at=now)

    answer_transfer(transfer=asked.transfer, **NO, by=cast.firuza, at=now)

    with pytest.raises(OutOfOrder, match="refused"):
        answer_of_host(referral=asked, accepted=True, answered_on=now.date(), by=consul, at=now)
    with pytest.raises(Conflict, match="answered already"):
        answer_transfer(transfer=asked.transfer, approved=True, by=cast.firuza, at=now)
    shown = file_page(consul, file.pk, at=now).host[0].word
    assert (shown.stands, shown.answer) == ("refused", NO["words"])
    assert ("Ask the body abroad anew", False) in works(consul, now)
    refer_to_host(file=file, **{**ASKS, "fields": ("names",)}, by=consul, at=now)
    assert ("Ask the body abroad anew", False) not in works(consul, now)


@database
def test_a_late_answer_escalates_and_decides_nothing(file, consul, cast, now):
    asked = refer_to_host(file=file, **ASKS, by=consul, at=now)

    assert works(cast.firuza, now + timedelta(hours=25)) == [
        ("Say whether a body abroad may be told of a person", True)
    ]
    asked.transfer.refresh_from_db()
    assert asked.transfer.approved is None
    close_consular_file(file=file, because="lost", by=consul, at=now)
    assert works(cast.firuza, now) == []


@database
def test_the_officer_sees_what_is_told_and_not_of_whom_and_the_ledger_holds_no_word(file, consul, cast, now):
    asked = refer_to_host(file=file, **ASKS, by=consul, at=now)

    page = transfer_page(cast.firuza, asked.transfer.pk, at=now)

    assert (page.body, page.row.fields, page.child) == (ASKS["body"], ["names", "contact"], False)
    assert page.consent is not None
    assert "Канареева" not in str(page)
    assert LedgerEntry.objects.filter(act="read_transfer").count() == 1
    answer_transfer(transfer=page.row, **NO, by=cast.firuza, at=now)
    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    with pytest.raises(NotPermitted):
        transfer_page(consul, asked.transfer.pk, at=now)
    with pytest.raises(NotPermitted):
        answer_transfer(transfer=page.row, approved=True, by=cast.nigina, at=now)


@database
def test_without_the_persons_yes_it_is_only_refused(file, consul, cast, now):
    asked = refer_to_host(file=file, **ASKS, by=consul, at=now)
    withdraw_consent(consent=file.case.consents.get(purpose="foreign"), by=consul, at=now)

    with pytest.raises(OutOfOrder, match="no longer"):
        answer_transfer(transfer=asked.transfer, approved=True, by=cast.firuza, at=now)

    assert answer_transfer(transfer=asked.transfer, **{**NO, "because": "no_consent"}, by=cast.firuza, at=now)


@database
def test_a_consent_taken_back_after_the_answer_goes_before_it(file, consul, cast, now):
    asked = refer_to_host(file=file, **ASKS, by=consul, at=now)
    answer_transfer(transfer=asked.transfer, approved=True, by=cast.firuza, at=now)

    withdraw_consent(consent=file.case.consents.get(purpose="foreign"), by=consul, at=now)

    said = [what for what, _ in works(consul, now)]
    assert "Tell the body abroad nothing more: the person does not agree any more" in said
    assert "Tell the body abroad, and record what it answers" not in said


@database
def test_who_returns_abroad_departs_once_the_receiver_may_be_told(someone, cast, now):
    case = someone()
    Case.objects.filter(pk=case.pk).update(state="identified", manager=cast.parvina)
    case.refresh_from_db()
    row = prepared(case, by=cast.parvina, at=now)
    told = {"desk": None, "body": "Sisters, Tashkent", "agreed_with": "Madina, today"}

    name_receiver(
        of_return=row,
        **told,
        fields=("names", "contact", "documents"),
        after=mark_of_return(row),
        by=cast.parvina,
        at=now,
    )
    row.refresh_from_db()
    assert keys(row, now) == ["transfer"]
    with pytest.raises(OutOfOrder, match="data-protection officer"):
        depart(of_return=row, by=cast.parvina, at=now)
    answer_transfer(transfer=row.transfers.get(ended_at=None), **NO, by=cast.firuza, at=now)
    assert keys(row, now) == ["transfer_refused"]
    row = name_receiver(of_return=row, **told, fields=("names",), after=mark_of_return(row), by=cast.parvina, at=now)
    assert keys(row, now) == ["transfer"]
    answer_transfer(transfer=row.transfers.get(ended_at=None), approved=True, by=cast.firuza, at=now)

    assert keys(row, now) == []
    assert depart(of_return=row, by=cast.parvina, at=now).departed_at == now


@database
def test_a_return_called_off_asks_the_officer_for_nothing_any_more(someone, cast, now):
    case = someone()
    Case.objects.filter(pk=case.pk).update(state="identified", manager=cast.parvina)
    case.refresh_from_db()
    row = prepared(case, by=cast.parvina, at=now)
    told = {"desk": None, "body": "Sisters", "agreed_with": "Madina", "fields": ("needs",)}
    row = name_receiver(of_return=row, **told, after=mark_of_return(row), by=cast.parvina, at=now)

    call_off_return(of_return=row, because="not_safe", by=cast.parvina, at=now)

    assert works(cast.firuza, now) == []
    with pytest.raises(Conflict, match="nobody waits"):
        answer_transfer(transfer=row.transfers.order_by("-asked_at").first(), approved=True, by=cast.firuza, at=now)


@database
def test_the_database_takes_no_refusal_without_a_reason_and_nobody_answers_themselves(file, consul, cast, now):
    row = refer_to_host(file=file, **ASKS, by=consul, at=now).transfer

    for wrong in (
        {"approved": False, "answered_at": now, "answered_by": cast.firuza},
        {"approved": True, "answered_at": now, "answered_by": consul},
        {"approved": True},
        {"host": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            TransferAbroad.objects.filter(pk=row.pk).update(**wrong)


@database
def test_on_the_page_a_refusal_without_words_keeps_what_was_chosen_and_then_goes_through(
    client, file, consul, cast, now
):
    row = refer_to_host(file=file, **ASKS, by=consul, at=now).transfer
    client.force_login(cast.firuza)
    address = reverse("protection:transfer", args=[row.pk])

    listed = client.get(reverse("protection:transfers")).content.decode()
    assert file.case.reference in listed
    answer = client.post(address, {"approved": "no", "because": "not_safe", "words": ""})
    assert answer.status_code == 422
    assert b"A refusal has a reason" in answer.content
    assert b'value="not_safe" selected' in answer.content
    answer = client.post(address, {"approved": "no", "because": "not_safe", "words": "Ask another house."})

    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.approved, row.refused_because) == (False, "not_safe")
