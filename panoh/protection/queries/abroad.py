"""Transfers abroad: what waits for the data-protection officer, one of them without a name, and how each stands for a desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from panoh.instruments import countries
from panoh.protection.models import ConsularFile, HostReferral, Return, TransferAbroad
from panoh.protection.rules.abroad import Standing, standing
from panoh.registry import access, ledger, vault
from panoh.registry.asking import Asked
from panoh.registry.models import Case, Consent, Officer, Purpose
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries import cases_for
from panoh.registry.queries.consents import consent_to
from panoh.registry.refusals import NotPermitted
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice, country_name
from panoh.registry.worklists import WorkItem

SHOWN = 200


@dataclass(frozen=True)
class TransferPage:
    """Who is told what, and what for; not who the person is. `consent`: the person's yes, which a child does not need."""

    row: TransferAbroad
    body: str
    purpose: str
    answer: str
    child: bool
    consent: Consent | None
    due_at: datetime


@dataclass(frozen=True)
class Word:
    """How a transfer stands for the desk that asked: `stands` as in rules/abroad.py, with the officer's reason and words."""

    stands: Standing
    row: TransferAbroad | None
    answer: str


def transfers_for(viewer: Officer) -> QuerySet[TransferAbroad]:
    """Of cases the viewer answers for: what waits first and the oldest first among it, then what was answered."""
    access.require(viewer, access.Act.APPROVE_TRANSFER)
    rows = TransferAbroad.objects.filter(case__in=cases_for(viewer, access.Act.APPROVE_TRANSFER))
    return rows.select_related("case", "asked_by__post__desk__agency", "answered_by")


def waiting_transfers(viewer: Officer) -> QuerySet[TransferAbroad]:
    if not access.may(viewer, access.Act.APPROVE_TRANSFER):
        return TransferAbroad.objects.none()
    return transfers_for(viewer).filter(approved=None, ended_at=None).order_by("asked_at", "pk")


def answered_transfers(viewer: Officer) -> QuerySet[TransferAbroad]:
    return transfers_for(viewer).filter(approved__isnull=False).order_by("-answered_at", "pk")[:SHOWN]


def transfer_for(viewer: Officer, transfer_abroad_id: UUID) -> TransferAbroad:
    row = transfers_for(viewer).filter(pk=transfer_abroad_id).first()
    if row is None:
        raise NotPermitted(
            gettext_lazy("There is no such transfer, or its case is shut to you."),
            gettext_lazy("Ask the desk that works on the case."),
        )
    return row


def transfer_page(viewer: Officer, transfer_abroad_id: UUID, *, at: datetime) -> TransferPage:
    """Opened, and on record."""
    row = transfer_for(viewer, transfer_abroad_id)
    with ledger.reading():
        subject, fields = f"case:{row.case_id}", ("body", "purpose", "answer")
        ledger.write(act="read_transfer", by=viewer, at=at, subject=subject, fields=fields)
        kept = vault.unseal(row)
        return TransferPage(
            row=row,
            body=kept.get("body", ""),
            purpose=kept.get("purpose", ""),
            answer=kept.get("answer", ""),
            child=row.case.track == Case.Track.CHILD,
            consent=consent_to(row.case, Purpose.FOREIGN),
            due_at=due_at(row.asked_at),
        )


def word_on_return(row: Return) -> Word:
    """How it stands with the receiver abroad who is named now."""
    fields = row.fields if row.receiver_named_at is not None and row.receiver_desk_id is None else ()
    return _word(fields, row.transfers.filter(ended_at=None).first())


def stands_for_return(row: Return) -> Standing:
    """The same without opening what is sealed."""
    fields = row.fields if row.receiver_named_at is not None and row.receiver_desk_id is None else ()
    return standing(fields, row.transfers.filter(ended_at=None).values_list("approved", flat=True))


def word_on_host(row: HostReferral) -> Word:
    """One that was asked before anybody had to approve has no transfer, and stands as it was."""
    transfer = TransferAbroad.objects.filter(host=row).first()
    return _word(row.fields if transfer else (), transfer)


def due_at(asked_at: datetime) -> datetime:
    return asked_at + countries.returning(settings.COUNTRY).transfer_answer


def transfer_parts() -> tuple[Part[WorkItem], ...]:
    return (
        Part(
            (waiting(lambda viewer, _now: waiting_transfers(viewer), "pk", "asked_at"),),
            each(_answer),
            lambda: TransferAbroad.objects.select_related("case"),
            due_at,
        ),
        Part(
            (waiting(lambda viewer, _now: _to_go_on_with(viewer), "pk", "answered_at"),),
            each(_go_on),
            lambda: TransferAbroad.objects.select_related("case", "host"),
        ),
    )


def _to_go_on_with(viewer: Officer) -> QuerySet[TransferAbroad]:
    """Answers on a body the consulate asked: it may be told now, or is asked anew; until the file says how it went on."""
    if not access.may(viewer, access.Act.KEEP_CONSULAR_FILE):
        return TransferAbroad.objects.none()
    seen = ConsularFile.objects.filter(closed_at=None, case__in=cases_for(viewer, access.Act.KEEP_CONSULAR_FILE))
    rows = TransferAbroad.objects.filter(answered_at__isnull=False, ended_at=None, host__accepted=None)
    return rows.filter(host__file__in=seen).order_by("answered_at", "pk")


def _answer(row: TransferAbroad, due: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due,
        reference=row.case.reference,
        stage="protection",
        what=_("Say whether a body abroad may be told of a person"),
        why=country_name(row.country),
        address=address_of("protection:transfer", row.pk),
        escalated=due < asked.now,
    )


def _go_on(row: TransferAbroad, due: datetime, _asked: Asked) -> WorkItem:
    what, why = _next(row)
    return WorkItem(
        due_at=due,
        reference=row.case.reference,
        stage="protection",
        what=what,
        why=why,
        address=address_of("protection:consular_file", row.host.file_id if row.host else row.pk),
        since=True,
    )


def _next(row: TransferAbroad) -> tuple[str, str]:
    """A consent taken back after the answer goes before it."""
    if not row.approved:
        return _("Ask the body abroad anew"), choice(row, "refused_because")
    if row.case.track == Case.Track.ADULT and consent_to(row.case, Purpose.FOREIGN) is None:
        return _("Tell the body abroad nothing more: the person does not agree any more"), _("Ask the person")
    return _("Tell the body abroad, and record what it answers"), _("The data-protection officer approved it")


def _word(fields: object, transfer: TransferAbroad | None) -> Word:
    told = tuple(fields) if isinstance(fields, (list, tuple)) else ()
    answers = (transfer.approved,) if transfer else ()
    answer = vault.unseal(transfer).get("answer", "") if transfer and transfer.approved is not None else ""
    return Word(standing(told, answers), transfer, answer)
