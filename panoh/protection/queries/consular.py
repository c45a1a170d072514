"""A consulate's files: which are open, what they wait for, and one file with the safe way to the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import DateField, F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from panoh.instruments import countries
from panoh.protection.models import ConsularFile, HostReferral, Return, TravelDocument
from panoh.protection.queries.abroad import Word, word_on_host
from panoh.protection.queries.plans_due import day_over
from panoh.protection.queries.returns import under_way
from panoh.registry import access, ledger, vault
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Case, Desk, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries import cases_for, sees_contact
from panoh.registry.queries.contact import may_contact
from panoh.registry.queries.people import read_identity
from panoh.registry.reached import Reached
from panoh.registry.refusals import NotPermitted
from panoh.registry.reversing import address_of
from panoh.registry.rules.contact import Reach
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem
from panoh.screening.rules.needs_now import NEEDS_NOW, NeedNow


@dataclass(frozen=True)
class DocumentShown:
    row: TravelDocument
    number: str


@dataclass(frozen=True)
class HostShown:
    row: HostReferral
    body: str
    words: str
    word: Word


@dataclass(frozen=True)
class FilePage:
    """`reach`: the safe way to the person, as far as their own rules let it be shown."""

    row: ConsularFile
    name: str
    reach: Reach | None
    situation: str
    where: str
    needs: tuple[NeedNow, ...]
    documents: tuple[DocumentShown, ...]
    host: tuple[HostShown, ...]
    of_return: Return | None


def country_of(desk: Desk) -> str:
    """The country a desk works in: where the consulate is, or our own."""
    desks = (each for agency in countries.agencies(settings.COUNTRY) for each in agency.desks)
    found = next((each.abroad for each in desks if each.key == desk.code), "")
    return found or countries.country(settings.COUNTRY).alpha2


def files_of(viewer: Officer) -> QuerySet[ConsularFile]:
    """Files of the viewer's desk, or in cases of theirs: the open ones first, the oldest first among them."""
    access.require(viewer, access.Act.KEEP_CONSULAR_FILE)
    return _files(viewer)


def _files(viewer: Officer) -> QuerySet[ConsularFile]:
    rows = ConsularFile.objects.filter(case__in=cases_for(viewer, access.Act.KEEP_CONSULAR_FILE))
    return rows.select_related("case__person", "desk").order_by(
        F("closed_at").desc(nulls_first=True), "opened_at", "pk"
    )


def open_file(case: Case) -> ConsularFile | None:
    return case.consular_files.filter(closed_at=None).first()


def file_for(viewer: Officer, file_id: UUID) -> ConsularFile:
    access.require(viewer, access.Act.KEEP_CONSULAR_FILE)
    row = _ONE.of(viewer, file_id)
    if row is None:
        raise NotPermitted(
            gettext_lazy("There is no such file, or another consulate keeps it."),
            gettext_lazy("Ask the desk that works on the case."),
        )
    return row


_ONE = Reached(_files)


def document_for(viewer: Officer, document_id: UUID) -> TravelDocument:
    rows = TravelDocument.objects.select_related("file__case").filter(file__in=files_of(viewer).order_by())
    row = rows.filter(pk=document_id).first()
    if row is None:
        raise NotPermitted(
            gettext_lazy("There is no such document, or another consulate keeps it."),
            gettext_lazy("Ask the desk that works on the case."),
        )
    return row


def host_referral_for(viewer: Officer, referral_id: UUID) -> HostReferral:
    rows = HostReferral.objects.select_related("file__case").filter(file__in=files_of(viewer).order_by())
    row = rows.filter(pk=referral_id).first()
    if row is None:
        raise NotPermitted(
            gettext_lazy("There is no such question to a body abroad, or another consulate asked it."),
            gettext_lazy("Ask the desk that works on the case."),
        )
    return row


@ledger.reading()
def file_page(viewer: Officer, file_id: UUID, *, at: datetime) -> FilePage:
    """Opened, and on record, with the name and the way to reach the person as far as they let it be known."""
    row = file_for(viewer, file_id)
    case = row.case
    who = read_identity(case=case, viewer=viewer, purpose="consular_file", at=at)
    shown = (
        may_contact(case, who.contact, viewer=viewer, at=at, purpose="consular_file")
        if sees_contact(viewer, case)
        else None
    )
    fields = ("situation", "where", "documents", "host")
    ledger.write(act="read_consular_file", by=viewer, at=at, subject=f"case:{case.pk}", fields=fields)
    told = vault.unseal(row)
    return FilePage(
        row=row,
        name=who.name,
        reach=shown,
        situation=told.get("situation", ""),
        where=told.get("where", ""),
        needs=tuple(each for each in NEEDS_NOW if each.code in row.needs),
        documents=tuple(_document(each) for each in row.documents.select_related("issued_by").order_by("asked_on")),
        host=tuple(_host(each) for each in row.host_referrals.order_by("at")),
        of_return=under_way(case) or case.returns.filter(received_at__isnull=False).order_by("-received_at").first(),
    )


def documents_due(viewer: Officer, *, now: datetime) -> QuerySet[TravelDocument]:
    """Papers asked for so long ago that the answer should be there; those asked for abroad wait nowhere unseen."""
    rows = TravelDocument.objects.filter(issued_on=None, file__closed_at=None)
    if not access.may(viewer, access.Act.KEEP_CONSULAR_FILE):
        return rows.none()
    since = reckoned(now - countries.returning(settings.COUNTRY).document, timezone.localdate, DateField())
    seen = cases_for(viewer, access.Act.KEEP_CONSULAR_FILE)
    return rows.filter(file__case__in=seen, asked_on__lte=since).order_by("asked_on", "pk")


def files_without_a_paper(viewer: Officer) -> QuerySet[ConsularFile]:
    """Files of people who wish to return, for whom no paper was asked for and no return is planned yet."""
    rows = ConsularFile.objects.filter(closed_at=None, wish=ConsularFile.WishAbroad.RETURN)
    if not access.may(viewer, access.Act.KEEP_CONSULAR_FILE):
        return rows.none()
    seen = cases_for(viewer, access.Act.KEEP_CONSULAR_FILE)
    planned = Return.objects.filter(ended_at=None).values("case")
    return rows.filter(case__in=seen, documents=None).exclude(case__in=planned).order_by("opened_at", "pk")


def consular_parts() -> tuple[Part[WorkItem], ...]:
    return (
        Part(
            (waiting(lambda viewer, now: documents_due(viewer, now=now), "pk", "asked_on"),),
            each(_document_late),
            lambda: TravelDocument.objects.select_related("file__case"),
            _asked_after,
        ),
        Part(
            (waiting(lambda viewer, _now: files_without_a_paper(viewer), "pk", "opened_at"),),
            each(_nothing_done),
            lambda: ConsularFile.objects.select_related("case"),
        ),
    )


def _asked_after(asked_on: date) -> datetime:
    return day_over(asked_on + countries.returning(settings.COUNTRY).document)


def _document_late(row: TravelDocument, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.file.case.reference,
        stage="protection",
        what=_("Ask where the travel document is"),
        why=choice(row, "kind"),
        address=address_of("protection:consular_file", row.file_id),
        escalated=due_at < asked.now,
    )


def _nothing_done(row: ConsularFile, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=_("Ask for a travel document, or plan the return"),
        why=_("The person wishes to return"),
        address=address_of("protection:consular_file", row.pk),
        since=True,
    )


def _document(row: TravelDocument) -> DocumentShown:
    return DocumentShown(row, vault.unseal(row).get("number", ""))


def _host(row: HostReferral) -> HostShown:
    kept = vault.unseal(row)
    return HostShown(row, kept.get("body", ""), kept.get("words", ""), word_on_host(row))
