"""Attachments of a case, as far as the viewer may open them; what they are called, and the files, only with a ledger line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Attachment, Case, Disclosure, Officer, shown_now
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.refusals import NotPermitted, OutOfOrder
from panoh.registry.rules.attachments.classes import MAY_BE_SHOWN, Class, kinds_of, named_in
from panoh.registry.rules.attachments.media import Media


@dataclass(frozen=True)
class Line:
    """One attachment. `label` is filled in on its own page only, where opening it is on record."""

    row: Attachment
    better: int | None
    may_open: bool
    may_replace: bool
    may_set_aside: bool
    may_decide: bool
    may_erase: bool
    label: str = ""

    @property
    def ending(self) -> str:
        return Media(self.row.media).ending.upper()


@dataclass(frozen=True)
class CaseBlock:
    case: Case
    lines: tuple[Line, ...]
    may_add: bool


@dataclass(frozen=True)
class Receiver:
    """A desk the case is shown to, what is named to it now, and what could be."""

    disclosure: Disclosure
    named: frozenset[Class]
    could_be: tuple[Class, ...]


@dataclass(frozen=True)
class AttachmentsPage:
    """`asks_purpose`: what others called theirs is shown once the viewer said what for."""

    case: Case
    lines: tuple[Line, ...]
    receivers: tuple[Receiver, ...]
    may_add: bool
    asks_purpose: bool


@dataclass(frozen=True)
class Opened:
    """The file, and a name for it that tells nothing: the case's reference and the attachment's number."""

    content: bytes
    media: Media
    name: str


def case_block(viewer: Officer, case: Case, *, now: datetime) -> CaseBlock | None:
    """Nothing for a post that neither opens nor adds attachments here. What they are called stays sealed."""
    may_add = _may_add(viewer, case)
    if not may_add and not access.may(viewer, access.Act.READ_ATTACHMENT, case):
        return None
    return CaseBlock(case, _lines(viewer, case, may_add=may_add, labels={}), may_add)


def attachments_page(viewer: Officer, case: Case, *, at: datetime) -> AttachmentsPage:
    """With what each is called; that this was read is on record. What is set aside is named to those who remove only."""
    access.require(viewer, access.Act.READ_ATTACHMENT, case)
    may_add = _may_add(viewer, case)
    removes = access.works_on(viewer, access.Act.REMOVE_ATTACHMENT, case)
    rows = [each for each in _seen(viewer, case) if removes or each.set_aside_at is None]
    own = [each for each in rows if _own(each, viewer)]
    asks = len(own) < len(rows) and is_missing(viewer, access.Act.READ_ATTACHMENT, case)
    rows = own if asks else rows
    with ledger.reading():
        if rows:
            fields = tuple(sorted({each.belongs_to.field for each in rows}))
            subject = f"case:{case.pk}"
            kept = {} if len(rows) == len(own) else of_reading(viewer, access.Act.READ_ATTACHMENT, case)
            ledger.write(act="read_attachment_labels", by=viewer, at=at, subject=subject, fields=fields, **kept)
        labels = {each.pk: vault.unseal(each).get("label", "") for each in rows}
    return AttachmentsPage(
        case, _lines(viewer, case, may_add=may_add, labels=labels), _receivers(viewer, case), may_add, asks
    )


def _may_add(viewer: Officer, case: Case) -> bool:
    """Nothing comes to an anonymous record."""
    return not case.has_no_name and access.may(viewer, access.Act.ADD_ATTACHMENT, case)


def attachment_for(viewer: Officer, attachment_id: UUID, act: access.Act = access.Act.READ_ATTACHMENT) -> Attachment:
    """One attachment the viewer may open and do `act` with, or NotPermitted without telling whether it exists."""
    allowed = access.works_on if act is access.Act.REMOVE_ATTACHMENT else access.may
    found = (
        Attachment.objects.select_related("case", "added_by__post")
        .filter(pk=attachment_id, case__in=access.within(Case.objects.all(), viewer, access.Act.READ_ATTACHMENT))
        .first()
    )
    if found is None or not access.opens(viewer, found) or not allowed(viewer, act, found.case):
        raise NotPermitted(
            _("There is no such attachment, or your post may not open it."),
            _("Ask the desk that works on the case."),
            subject=f"attachment:{attachment_id}",
        )
    return found


def read_attachment(*, viewer: Officer, attachment: Attachment, at: datetime) -> Opened:
    """Open the file and write that into the ledger, together or not at all. It is the file that was taken in, or none."""
    attachment = attachment_for(viewer, attachment.pk)
    case, subject = attachment.case, f"case:{attachment.case_id}"
    if attachment.erased or (
        attachment.set_aside_at and not access.works_on(viewer, access.Act.REMOVE_ATTACHMENT, case)
    ):
        raise OutOfOrder(
            _("This attachment is set aside or erased."),
            _("Ask the desk that works on the case why it was taken out."),
            subject=subject,
        )
    kept = {} if _own(attachment, viewer) else of_reading(viewer, access.Act.READ_ATTACHMENT, case)
    with ledger.reading():
        opened = {"attachment": str(attachment.pk), **kept}
        fields = (attachment.belongs_to.field,)
        ledger.write(act="read_attachment", by=viewer, at=at, subject=subject, fields=fields, **opened)
        content = vault.unseal_file(attachment.content, belongs_to=attachment.content.bound_to) or b""
        if hashlib.sha256(content).hexdigest() != vault.unseal(attachment).get("digest"):
            raise vault.SealBroken(f"What is kept of attachment {attachment.pk} is not the file that was taken in.")
    media = Media(attachment.media)
    return Opened(content, media, f"{case.reference}-{attachment.number}.{media.ending}")


def disclosure_for(viewer: Officer, disclosure_id: int) -> Disclosure:
    """A disclosure in a case whose attachments the viewer may show to others."""
    found = Disclosure.objects.select_related("case", "to_desk").filter(pk=disclosure_id).first()
    if found is None or not access.works_on(viewer, access.Act.REFER, found.case):
        raise NotPermitted(
            _("There is no such disclosure, or your post may not show this case to others."),
            _("Ask the desk that works on the case."),
            subject=f"disclosure:{disclosure_id}",
        )
    return found


def _own(row: Attachment, viewer: Officer) -> bool:
    """Taken in by their own desk: nobody is asked what for."""
    return row.added_by.post.desk_id == viewer.desk.pk


def _seen(viewer: Officer, case: Case) -> tuple[Attachment, ...]:
    if not access.may(viewer, access.Act.READ_ATTACHMENT, case):
        return ()
    return _SEEN.of(case, tuple(sorted(kinds_of(access.classes_open_to(viewer, case)))), viewer=viewer)


def _of_kinds(case: Any, viewer: Officer, kinds: tuple[str, ...]) -> QuerySet[Attachment]:
    rows = Attachment.objects.filter(Q(kind__in=kinds) | Q(added_by__post__desk=viewer.desk), case=case)
    return rows.select_related("added_by__post", "replaced_by").order_by("number")


_SEEN = Beside(_of_kinds)


def _lines(viewer: Officer, case: Case, *, may_add: bool, labels: dict[UUID, str]) -> tuple[Line, ...]:
    removes = access.works_on(viewer, access.Act.REMOVE_ATTACHMENT, case)
    return tuple(_line(row, viewer, may_add, removes, labels.get(row.pk, "")) for row in _seen(viewer, case))


def _line(row: Attachment, viewer: Officer, may_add: bool, removes: bool, label: str) -> Line:
    better = getattr(row, "replaced_by", None)
    stands = not row.erased and row.set_aside_at is None
    aside = not row.erased and row.set_aside_at is not None
    return Line(
        row=row,
        better=better.number if better else None,
        may_open=stands or (aside and removes),
        may_replace=stands and may_add and better is None,
        may_set_aside=stands and removes,
        may_decide=aside and removes,
        may_erase=aside and removes and row.set_aside_by_id != viewer.pk,
        label=label,
    )


def _receivers(viewer: Officer, case: Case) -> tuple[Receiver, ...]:
    """Only for whoever may show the case to others."""
    if not access.works_on(viewer, access.Act.REFER, case):
        return ()
    mine = access.classes_open_to(viewer, case)
    shown = case.disclosures.filter(shown_now(), to_answer=False).select_related("to_desk__agency").order_by("pk")
    return tuple(
        Receiver(each, named_in(each.fields), tuple(one for one in Class if one in _may(each) & mine)) for each in shown
    )


def _may(disclosure: Disclosure) -> frozenset[Class]:
    return MAY_BE_SHOWN.get(disclosure.purpose, frozenset())
