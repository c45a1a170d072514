"""API of compartments: a case put in and taken out by two, its members, and what the data-protection officer watches."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Field, Router, Schema, Status

from panoh.registry import actions
from panoh.registry.models import Compartment, CompartmentMember, EmergencyOpening, Officer
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.registry.queries.compartments import (
    PUT_IN,
    cases_beside,
    compartment_for,
    compartment_of,
    member_for,
    members_of,
    watched,
)
from panoh.registry.queries.officers import officers_named
from panoh.registry.refusals import OutOfOrder, Refused

router = Router()


class PutIn(Schema):
    """`heads`, `members`: the names they sign in with. `beside`: a compartment one leads, whose members are then the members of
    this one too; `heads` and `members` stay empty."""

    heads: list[str] = []
    members: list[str] = []
    because: str = Field(max_length=4000)
    beside: UUID | None = None


class Said(Schema):
    words: str = Field(max_length=4000)


class Named(Schema):
    officer: str
    is_head: bool = False


class Head(Schema):
    officer: str


class LetIn(Schema):
    officer: str
    because: str = Field(max_length=2000)


class MemberOut(Schema):
    id: int
    officer: str
    is_head: bool
    until_at: datetime | None

    @staticmethod
    def resolve_officer(member: CompartmentMember) -> str:
        return member.officer.username


class CompartmentOut(Schema):
    id: UUID
    put_in_at: datetime
    agreed_at: datetime | None
    review_due: datetime
    out_asked_at: datetime | None
    out_at: datetime | None
    members: list[MemberOut]
    beside: list[str]
    """References of the cases kept together with it, as far as one's post reaches them."""

    @staticmethod
    def resolve_beside(compartment: Compartment, context: dict[str, Any]) -> list[str]:
        viewer = officer_of(context["request"])
        return [each.reference for each in cases_beside(viewer, compartment)]

    @staticmethod
    def resolve_members(compartment: Compartment) -> list[CompartmentMember]:
        return list(members_of(compartment))


class WatchedOut(Schema):
    """Without the case: whoever watches does not learn which it is."""

    id: UUID
    put_in_at: datetime
    agreed_at: datetime | None
    review_due: datetime
    heads: int


class LetInOut(Schema):
    until_at: datetime


@router.get("/cases/{case_id}/compartment", response=CompartmentOut)
def shown(request: HttpRequest, case_id: UUID) -> Compartment:
    held = compartment_of(case_for(officer_of(request), case_id))
    if held is None:
        raise OutOfOrder(_("This case is in no compartment."), _("Put it in, if so few people may know of it."))
    return held


@router.post("/cases/{case_id}/compartment", response={201: CompartmentOut})
def put_in(request: HttpRequest, case_id: UUID, given: PutIn) -> Status[Compartment]:
    """From this moment the case exists for these officers only. Whoever puts it in is a head."""
    officer = officer_of(request)
    case = case_for(officer, case_id, PUT_IN)
    if given.beside:
        if given.heads or given.members:
            raise Refused(_("Its members are those of that compartment."), _("Name nobody here; name others there."))
        beside = compartment_for(officer, given.beside)
        return Status(201, actions.put_in_beside(case=case, beside=beside, because=given.because, **_now(officer)))
    named: dict[str, Any] = {"heads": officers_named(given.heads), "members": officers_named(given.members)}
    return Status(201, actions.put_in_compartment(case=case, **named, because=given.because, **_now(officer)))


@router.post("/compartments/{compartment_id}/agreed", response=CompartmentOut)
def agree(request: HttpRequest, compartment_id: UUID) -> Compartment:
    return actions.agree_to_compartment(**_held(request, compartment_id))


@router.post("/compartments/{compartment_id}/reviews", response=CompartmentOut)
def review(request: HttpRequest, compartment_id: UUID, given: Said) -> Compartment:
    """It was looked at again, and stays."""
    return actions.review_compartment(**_held(request, compartment_id), words=given.words)


@router.post("/compartments/{compartment_id}/out", response=CompartmentOut)
def ask_out(request: HttpRequest, compartment_id: UUID, given: Said) -> Compartment:
    """Asks another head; the case stays shut."""
    return actions.ask_out_of_compartment(**_held(request, compartment_id), words=given.words)


@router.post("/compartments/{compartment_id}/kept-in", response=CompartmentOut)
def keep_in(request: HttpRequest, compartment_id: UUID) -> Compartment:
    return actions.keep_in_compartment(**_held(request, compartment_id))


@router.post("/compartments/{compartment_id}/taken-out", response=CompartmentOut)
def take_out(request: HttpRequest, compartment_id: UUID) -> Compartment:
    return actions.take_out_of_compartment(**_held(request, compartment_id))


@router.post("/compartments/{compartment_id}/apart", response=CompartmentOut)
def keep_apart(request: HttpRequest, compartment_id: UUID) -> Compartment:
    """From now on its members are named for this case alone."""
    return actions.keep_apart(**_held(request, compartment_id))


@router.post("/compartments/{compartment_id}/members", response={201: MemberOut})
def add_member(request: HttpRequest, compartment_id: UUID, given: Named) -> Status[CompartmentMember]:
    held, officer = _held(request, compartment_id), officers_named([given.officer])[0]
    return Status(201, actions.name_member(**held, officer=officer, is_head=given.is_head))


@router.post("/compartment-members/{member_id}/end", response={204: None})
def end_membership(request: HttpRequest, member_id: int) -> Status[None]:
    officer = officer_of(request)
    actions.end_membership(member=member_for(officer, member_id), **_now(officer))
    return Status(204, None)


@router.post("/compartments/{compartment_id}/let-in", response={201: LetInOut})
def let_in(request: HttpRequest, compartment_id: UUID, given: LetIn) -> Status[EmergencyOpening]:
    """For an emergency, for hours; the data-protection officer reviews it."""
    held, officer = _held(request, compartment_id), officers_named([given.officer])[0]
    return Status(201, actions.let_in(**held, officer=officer, because=given.because))


@router.get("/compartments", response=list[WatchedOut])
def all_watched(request: HttpRequest) -> list[Compartment]:
    return list(watched(officer_of(request)))


@router.post("/compartments/{compartment_id}/heads", response={204: None})
def name_head(request: HttpRequest, compartment_id: UUID, given: Head) -> Status[None]:
    """Where its heads left: whoever watches names another, and sees nothing."""
    officer = officer_of(request)
    held = get_object_or_404(watched(officer), pk=compartment_id)
    actions.name_head_anew(compartment=held, officer=officers_named([given.officer])[0], **_now(officer))
    return Status(204, None)


def _held(request: HttpRequest, compartment_id: UUID) -> dict[str, Any]:
    officer = officer_of(request)
    return {"compartment": compartment_for(officer, compartment_id), **_now(officer)}


def _now(officer: Officer) -> dict[str, Any]:
    return {"by": officer, "at": timezone.now()}
