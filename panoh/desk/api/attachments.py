"""API of attachments: the same acts as the pages. A file leaves only as a download, and each opening is on record."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from panoh.registry import actions
from panoh.registry.access import Act
from panoh.registry.actions.attachments.unfit import too_large
from panoh.registry.models import Attachment
from panoh.registry.pages import download, officer_of, too_large_to_be_read
from panoh.registry.queries import case_for
from panoh.registry.queries.attachments import (
    AttachmentsPage,
    attachment_for,
    attachments_page,
    disclosure_for,
    read_attachment,
)
from panoh.registry.rules.attachments.classes import Class
from panoh.registry.rules.attachments.media import Media

router = Router()
AS_FILE = {
    "responses": {
        200: {
            "description": "The file.",
            "content": {each.value: {"schema": {"type": "string", "format": "binary"}} for each in Media},
        }
    }
}


class AttachmentOut(Schema):
    """`better`: the number of a better copy. `set_aside_because` is empty while it stands."""

    id: UUID
    number: int
    kind: str
    belongs_to: str
    media: str
    size: int
    label: str
    added_at: datetime
    better: int | None
    set_aside_because: str
    removed_at: datetime | None
    may_open: bool


class ReceiverOut(Schema):
    """A desk the case is shown to: the classes named to it, and those that could be."""

    disclosure: int
    to_desk: str
    purpose: str
    named: list[str]
    could_be: list[str]


class AttachmentsOut(Schema):
    """`asks_purpose`: what other desks called theirs is empty until the header X-Purpose says what it is opened for."""

    attachments: list[AttachmentOut]
    receivers: list[ReceiverOut]
    asks_purpose: bool


class AddedOut(Schema):
    id: UUID
    number: int
    media: str
    size: int


class BecauseIn(Schema):
    because: Attachment.SetAside


class ClassesIn(Schema):
    classes: list[Class]


@router.get("/cases/{uuid:case_id}/attachments", response=AttachmentsOut)
def all_attachments(request: HttpRequest, case_id: UUID) -> AttachmentsOut:
    """What is attached to the case, as far as the post may open it. Reading what it is called is on record."""
    officer = officer_of(request)
    page = attachments_page(officer, case_for(officer, case_id, Act.READ_ATTACHMENT), at=timezone.now())
    return _shown(page)


@router.post("/cases/{uuid:case_id}/attachments", response={201: AddedOut})
def add(
    request: HttpRequest,
    case_id: UUID,
    file: File[UploadedFile | None] = None,
    kind: Form[str] = "",
    label: Form[str] = "",
) -> Status[Attachment]:
    """A PDF, JPEG or PNG of at most 10 MB. `kind` is one of the attachment kinds; `label` is kept sealed."""
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.ADD_ATTACHMENT)
    content, now = _content(request, file), timezone.now()
    return Status(201, actions.add_attachment(case=case, kind=kind, label=label, content=content, by=officer, at=now))


@router.get("/attachments/{uuid:attachment_id}", response={200: None}, openapi_extra=AS_FILE)
def one_attachment(request: HttpRequest, attachment_id: UUID) -> HttpResponse:
    officer = officer_of(request)
    opened = read_attachment(viewer=officer, attachment=attachment_for(officer, attachment_id), at=timezone.now())
    return download(opened.content, kind=opened.media.value, name=opened.name)


@router.post("/attachments/{uuid:attachment_id}/replacement", response={201: AddedOut})
def replace(
    request: HttpRequest,
    attachment_id: UUID,
    file: File[UploadedFile | None] = None,
    label: Form[str] = "",
) -> Status[Attachment]:
    """A better copy; the earlier one is kept."""
    officer = officer_of(request)
    earlier = attachment_for(officer, attachment_id, Act.ADD_ATTACHMENT)
    content, now = _content(request, file), timezone.now()
    return Status(201, actions.replace_attachment(earlier=earlier, label=label, content=content, by=officer, at=now))


@router.post("/attachments/{uuid:attachment_id}/set-aside", response={204: None})
def set_aside(request: HttpRequest, attachment_id: UUID, given: BecauseIn) -> Status[None]:
    officer = officer_of(request)
    attachment = attachment_for(officer, attachment_id)
    actions.set_aside_attachment(attachment=attachment, because=given.because, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/attachments/{uuid:attachment_id}/put-back", response={204: None})
def put_back(request: HttpRequest, attachment_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.put_back_attachment(attachment=attachment_for(officer, attachment_id), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/attachments/{uuid:attachment_id}/removal", response={204: None})
def remove(request: HttpRequest, attachment_id: UUID) -> Status[None]:
    """Erase what another officer set aside."""
    officer = officer_of(request)
    actions.remove_attachment(attachment=attachment_for(officer, attachment_id), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/disclosures/{disclosure_id}/attachments", response={204: None})
def show(request: HttpRequest, disclosure_id: int, given: ClassesIn) -> Status[None]:
    """These classes and no others are shown to the desk of this disclosure."""
    officer = officer_of(request)
    disclosure = disclosure_for(officer, disclosure_id)
    actions.show_attachments(disclosure=disclosure, classes=given.classes, by=officer, at=timezone.now())
    return Status(204, None)


def _content(request: HttpRequest, file: UploadedFile | None) -> bytes:
    if file is None and too_large_to_be_read(request):
        raise too_large()
    return bytes(file.read()) if file else b""


def _shown(page: AttachmentsPage) -> AttachmentsOut:
    return AttachmentsOut(
        asks_purpose=page.asks_purpose,
        attachments=[
            AttachmentOut(
                id=each.row.pk,
                number=each.row.number,
                kind=each.row.kind,
                belongs_to=each.row.belongs_to,
                media=each.row.media,
                size=each.row.size,
                label=each.label,
                added_at=each.row.added_at,
                better=each.better,
                set_aside_because=each.row.set_aside_because,
                removed_at=each.row.removed_at,
                may_open=each.may_open,
            )
            for each in page.lines
        ],
        receivers=[
            ReceiverOut(
                disclosure=each.disclosure.pk,
                to_desk=each.disclosure.to_desk.code,
                purpose=each.disclosure.purpose,
                named=sorted(each.named),
                could_be=list(each.could_be),
            )
            for each in page.receivers
        ],
    )
