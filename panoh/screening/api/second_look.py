"""API of second looks: plan, read, change, take back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.registry.access import Act
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.registry.queries.purposes import require_purpose
from panoh.screening import actions
from panoh.screening.api.held import router
from panoh.screening.api.schemas import LookOut
from panoh.screening.api.telling import look_out
from panoh.screening.queries import look_for, look_page


class LookIn(Schema):
    """`why`: a reason from the list. `way`: how to reach the person safely, only with their consent; it is kept sealed."""

    on: date
    why: str
    way: str = Field("", max_length=2_000)


class CancelIn(Schema):
    because: str


@router.post("/cases/{uuid:case_id}/second-look", response={201: LookOut})
def plan(request: HttpRequest, case_id: UUID, given: LookIn) -> Status[LookOut]:
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.SCREEN)
    return Status(201, look_out(actions.plan_second_look(case=case, **given.dict(), by=officer, at=timezone.now())))


@router.get("/second-looks/{uuid:look_id}", response={200: LookOut})
def one(request: HttpRequest, look_id: UUID) -> LookOut:
    """The plan with the way to reach the person. That read stands in the ledger, with what for where the law asks."""
    officer = officer_of(request)
    require_purpose(officer, Act.READ_IDENTITY, look_for(officer, look_id).case)
    page = look_page(officer, look_id, at=timezone.now())
    return look_out(page.look, page.reach.way)


@router.post("/second-looks/{uuid:look_id}/change", response={200: LookOut})
def change(request: HttpRequest, look_id: UUID, given: LookIn) -> LookOut:
    """Another day or another way; the earlier plan stays on record, and what comes back is the new one."""
    officer = officer_of(request)
    look = look_for(officer, look_id)
    return look_out(actions.change_second_look(look=look, **given.dict(), by=officer, at=timezone.now()))


@router.post("/second-looks/{uuid:look_id}/cancel", response={200: LookOut})
def cancel(request: HttpRequest, look_id: UUID, given: CancelIn) -> LookOut:
    officer = officer_of(request)
    look = look_for(officer, look_id)
    return look_out(actions.cancel_second_look(look=look, because=given.because, by=officer, at=timezone.now()))
