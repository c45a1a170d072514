"""API of the desk: one case on one page, as far as the caller's post may see it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from panoh.desk.case_page import CasePage, case_page
from panoh.registry.pages import officer_of
from panoh.registry.wording import spoken

router = Router()


class OpenOut(Schema):
    track: str
    what: str
    with_whom: str
    due_at: datetime | None
    late: bool
    guaranteed: bool


class EventOut(Schema):
    at: datetime
    track: str
    what: str
    by: str
    day_only: bool


class IdentityOut(Schema):
    names: list[dict[str, str]]
    birth_date: str
    documents: list[dict[str, str]]
    contact: str


class CaseOut(Schema):
    """`identity` is empty where the post may not open it; opening it is on record."""

    reference: str
    state: str
    state_name: str
    track: str
    responsible_desk: str
    case_manager: str
    identity: IdentityOut | None
    open: list[OpenOut]
    past: list[EventOut]


@router.get("/cases/{uuid:case_id}", response={200: CaseOut})
def one_case(request: HttpRequest, case_id: UUID) -> CaseOut:
    """Where the case stands, what is open with whom and by when, and what happened on every track."""
    return case_out(case_page(officer_of(request), case_id, at=timezone.now()))


def case_out(page: CasePage) -> CaseOut:
    return CaseOut(
        reference=page.case.reference,
        state=page.case.state,
        state_name=spoken(page.state.name),
        track=page.case.track,
        responsible_desk=str(page.case.desk),
        case_manager=page.case.manager.name if page.case.manager else "",
        identity=IdentityOut.model_validate(page.identity, from_attributes=True) if page.identity else None,
        open=[OpenOut.model_validate(each, from_attributes=True) for each in page.open],
        past=[EventOut.model_validate(each, from_attributes=True) for each in page.past],
    )
