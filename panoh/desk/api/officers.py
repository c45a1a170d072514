"""API of officers: adding, vetting, helping with a lost second step, leaving. Invitations are given by hand, on a page."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from panoh.desk.posts_page import asked_help, officer_in_post
from panoh.registry.access import Act, require
from panoh.registry.actions import helping
from panoh.registry.actions.officers import Left, end_officer, look_at_officer, vet_officer, waits_for_vetting
from panoh.registry.actions.set_up import add_officer
from panoh.registry.models import FactorHelp, Post, Vetting
from panoh.registry.pages import officer_of
from panoh.registry.queries.officer_work import made_alone

router = Router()


class OfficerAddedIn(Schema):
    name: str = Field(min_length=1, max_length=120)
    username: str = Field(min_length=1, max_length=60, pattern=r"^\S+$")


class OfficerAdded(Schema):
    """`to_be_vetted`: another administrator of the agency says yes first. The link is shown on the page of posts, to whoever
    gives it by hand: it is as good as a password."""

    id: int
    to_be_vetted: bool


class MadeAloneOut(Schema):
    officer: int
    name: str
    post: str
    made_by: str
    made_at: datetime

    @staticmethod
    def resolve_officer(row: Vetting) -> int:
        return row.officer_id

    @staticmethod
    def resolve_name(row: Vetting) -> str:
        return row.officer.name

    @staticmethod
    def resolve_post(row: Vetting) -> str:
        return row.officer.post.code

    @staticmethod
    def resolve_made_by(row: Vetting) -> str:
        return row.invited_by.name

    @staticmethod
    def resolve_made_at(row: Vetting) -> datetime:
        return row.invited_at


class HelpIn(Schema):
    """`kind`: `reset` takes a lost second step away, `sheet` prints codes on paper."""

    kind: str


class HelpOut(Schema):
    id: int
    kind: str


class LeftOut(Schema):
    """Sessions that ended, and how many open cases need another manager."""

    sessions: int
    cases: int

    @staticmethod
    def resolve_cases(left: Left) -> int:
        return len(left.cases)


class PrintedOut(Schema):
    codes: list[str]


@router.post("/posts/{post_id}/officers", response={201: OfficerAdded})
def add(request: HttpRequest, post_id: int, given: OfficerAddedIn) -> Status[OfficerAdded]:
    """Puts an officer in a post of the caller's agency."""
    require(officer_of(request), Act.MANAGE_POSTS)
    post = get_object_or_404(Post.objects.select_related("desk__agency"), pk=post_id)
    made = add_officer(post=post, password=None, **given.dict(), by=officer_of(request), at=timezone.now())
    return Status(201, OfficerAdded(id=made.pk, to_be_vetted=waits_for_vetting(made)))


@router.post("/officers/{officer_id}/vet", response={204: None})
def vet(request: HttpRequest, officer_id: int) -> Status[None]:
    vet_officer(officer=officer_in_post(officer_id), by=officer_of(request), at=timezone.now())
    return Status(204, None)


@router.get("/officers/made-alone", response=list[MadeAloneOut])
def read_made_alone(request: HttpRequest) -> list[Vetting]:
    """Whom one administrator made, where there was no second to vet them, and nobody looked at yet."""
    officer = officer_of(request)
    require(officer, Act.READ_LEDGER)
    return list(made_alone(officer).select_related("officer__post__desk__agency", "invited_by"))


@router.post("/officers/{officer_id}/look", response={204: None})
def look(request: HttpRequest, officer_id: int) -> Status[None]:
    """Whoever reads the ledger has looked at who an officer made alone is."""
    require(officer_of(request), Act.READ_LEDGER)
    look_at_officer(officer=officer_in_post(officer_id), by=officer_of(request), at=timezone.now())
    return Status(204, None)


@router.post("/officers/{officer_id}/end", response=LeftOut)
def end(request: HttpRequest, officer_id: int) -> Left:
    """Everything of the officer ends."""
    return end_officer(officer=officer_in_post(officer_id), by=officer_of(request), at=timezone.now())


@router.post("/officers/{officer_id}/help", response={201: HelpOut})
def ask(request: HttpRequest, officer_id: int, given: HelpIn) -> Status[FactorHelp]:
    officer, by = officer_in_post(officer_id), officer_of(request)
    return Status(201, helping.ask_for_help(officer=officer, kind=given.kind, by=by, at=timezone.now()))


@router.post("/officers/help/{help_id}/confirm", response={204: None})
def confirm(request: HttpRequest, help_id: int) -> Status[None]:
    helping.confirm_help(asked=asked_help(help_id), by=officer_of(request), at=timezone.now())
    return Status(204, None)


@router.post("/officers/help/{help_id}/sheet", response=PrintedOut)
def print_sheet(request: HttpRequest, help_id: int) -> PrintedOut:
    """The codes, once."""
    codes = helping.print_sheet_for(asked=asked_help(help_id), by=officer_of(request), at=timezone.now())
    return PrintedOut(codes=list(codes))


@router.post("/officers/help/{help_id}/read", response={204: None})
def read(request: HttpRequest, help_id: int) -> Status[None]:
    """The officer has read what was done for them."""
    helping.note_help(asked=asked_help(help_id), by=officer_of(request), at=timezone.now())
    return Status(204, None)
