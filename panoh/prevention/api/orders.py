"""API of one order: what is sealed of it, and its documents. A file leaves only as a download, and each opening is on record."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Schema, Status
from ninja.files import UploadedFile

from panoh.prevention import actions
from panoh.prevention.api.mobilisations import OrderOut
from panoh.prevention.api.router import router
from panoh.prevention.models import MobilisationOrder, OrderPaper
from panoh.prevention.queries.mobilisations import order_for, order_page, paper_for, read_order_paper
from panoh.registry.actions.attachments.unfit import too_large
from panoh.registry.pages import download, officer_of, too_large_to_be_read
from panoh.registry.rules.attachments.media import Media

AS_FILE = {
    "responses": {
        200: {
            "description": "The file.",
            "content": {each.value: {"schema": {"type": "string", "format": "binary"}} for each in Media},
        }
    }
}


class OrderPaperOut(Schema):
    """`set_aside_because` is empty while it stands."""

    id: UUID
    number: int
    media: str
    size: int
    set_aside_because: str


class WholeOrderOut(OrderOut):
    orderer: str
    document: str
    words: str
    papers: list[OrderPaperOut]


class PaperAsideIn(Schema):
    because: OrderPaper.PaperSetAside


@router.get("/orders/{uuid:order_id}", response=WholeOrderOut)
def read_order(request: HttpRequest, order_id: UUID) -> dict[str, Any]:
    page = order_page(officer_of(request), order_id, at=timezone.now())
    open_to_all = {name: getattr(page.row, name) for name in OrderOut.model_fields if name != "id"}
    sealed = {name: getattr(page, name) for name in ("orderer", "document", "words")}
    return {"id": page.row.pk, **open_to_all, **sealed, "papers": [_paper(each) for each in page.papers]}


@router.post("/orders/{uuid:order_id}/papers", response={201: OrderPaperOut})
def add_order_paper(
    request: HttpRequest, order_id: UUID, file: File[UploadedFile | None] = None
) -> Status[dict[str, Any]]:
    """A PDF, JPEG or PNG of at most 10 MB."""
    officer = officer_of(request)
    order: MobilisationOrder = order_for(officer, order_id)
    if file is None and too_large_to_be_read(request):
        raise too_large()
    content = bytes(file.read()) if file else b""
    made = actions.add_order_paper(order=order, content=content, by=officer, at=timezone.now())
    return Status(201, _paper(made))


@router.get("/order-papers/{uuid:paper_id}", response={200: None}, openapi_extra=AS_FILE)
def order_paper(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    content, kind, name = read_order_paper(officer_of(request), paper_id, at=timezone.now())
    return download(content, kind=kind, name=name)


@router.post("/order-papers/{uuid:paper_id}/set-aside", response={204: None})
def set_order_paper_aside(request: HttpRequest, paper_id: UUID, given: PaperAsideIn) -> Status[None]:
    officer = officer_of(request)
    paper = paper_for(officer, paper_id)
    actions.set_order_paper_aside(paper=paper, because=given.because, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/order-papers/{uuid:paper_id}/put-back", response={204: None})
def put_order_paper_back(request: HttpRequest, paper_id: UUID) -> Status[None]:
    officer = officer_of(request)
    actions.put_order_paper_back(paper=paper_for(officer, paper_id), by=officer, at=timezone.now())
    return Status(204, None)


def _paper(row: OrderPaper) -> dict[str, Any]:
    return {
        "id": row.pk,
        "number": row.number,
        "media": row.media,
        "size": row.size,
        "set_aside_because": row.set_aside_because,
    }
