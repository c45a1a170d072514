"""API between shifts: an operation is offered, read, accepted, declined or taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status

from panoh.registry.models import Desk, Officer
from panoh.registry.pages import officer_of
from panoh.registry.refusals import Refused
from panoh.screening import actions
from panoh.screening.api.operations import OperationOut, by, operation_out
from panoh.screening.queries.hand_over import hand_over_for, hand_over_page, receivers

router = Router()


class HandOverIn(Schema):
    """`to_desk` is the desk's code, `to_officer` a sign-in name; without it whoever of the desk accepts first."""

    to_desk: str
    to_officer: str = ""
    note: str = Field("", max_length=4000)


class HandOverOut(Schema):
    """An offer with its sealed note; the read stands in the ledger."""

    id: UUID
    operation: UUID
    state: str
    offered_at: datetime
    note: str
    reason: str
    coverage: dict[str, int]
    in_danger: int
    open_interviews: int


class DeclineOfferIn(Schema):
    reason: str = Field(max_length=2000)


@router.post("/operations/{uuid:operation_id}/hand-overs", response={201: HandOverOut})
def offer(request: HttpRequest, operation_id: UUID, given: HandOverIn) -> Status[dict[str, Any]]:
    """The giver stays responsible until it is accepted."""
    held = by(request, operation_id)
    desk, officer = _receiver(held["by"], given)
    made = actions.offer_hand_over(to_desk=desk, to_officer=officer, note=given.note, **held)
    return Status(201, _shown(request, made.pk))


@router.get("/hand-overs/{uuid:hand_over_id}", response=HandOverOut)
def hand_over(request: HttpRequest, hand_over_id: UUID) -> dict[str, Any]:
    return _shown(request, hand_over_id)


@router.post("/hand-overs/{uuid:hand_over_id}/accept", response=OperationOut)
def accept(request: HttpRequest, hand_over_id: UUID) -> OperationOut:
    """Of two who accept at once one is told that the other was first."""
    return operation_out(actions.accept_hand_over(**_by(request, hand_over_id)).operation)


@router.post("/hand-overs/{uuid:hand_over_id}/decline", response={204: None})
def decline(request: HttpRequest, hand_over_id: UUID, given: DeclineOfferIn) -> Status[None]:
    actions.decline_hand_over(reason=given.reason, **_by(request, hand_over_id))
    return Status(204, None)


@router.post("/hand-overs/{uuid:hand_over_id}/withdraw", response={204: None})
def withdraw(request: HttpRequest, hand_over_id: UUID) -> Status[None]:
    actions.withdraw_hand_over(**_by(request, hand_over_id))
    return Status(204, None)


def _by(request: HttpRequest, hand_over_id: UUID) -> dict[str, Any]:
    officer = officer_of(request)
    return {"offered": hand_over_for(officer, hand_over_id), "by": officer, "at": timezone.now()}


def _shown(request: HttpRequest, hand_over_id: UUID) -> dict[str, Any]:
    page = hand_over_page(hand_over_id=hand_over_id, by=officer_of(request), at=timezone.now())
    return {
        "id": page.offered.pk,
        "operation": page.offered.operation_id,
        "state": page.offered.state,
        "offered_at": page.offered.offered_at,
        "note": page.note,
        "reason": page.reason,
        "coverage": {each.key: each.number for each in page.summary.places},
        "in_danger": page.summary.in_danger,
        "open_interviews": len(page.summary.interviews),
    }


def _receiver(giver: Officer, given: HandOverIn) -> tuple[Desk, Officer | None]:
    for desk, officers in receivers(giver):
        if desk.code == given.to_desk:
            chosen = next((each for each in officers if each.username == given.to_officer), None)
            if chosen or not given.to_officer:
                return desk, chosen
    raise Refused(
        _("There is no such desk or officer who runs operations."), _("Give the code of a desk and a sign-in name.")
    )
