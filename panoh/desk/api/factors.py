"""API of one's own second step: what I hold, adding an app, a passkey or a sheet of codes, taking one away."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from panoh.desk import passkey_answers
from panoh.desk import sign_in as door
from panoh.desk.own_factors import app_to_prove
from panoh.desk.views.visitor import sides_of
from panoh.registry.actions import factors
from panoh.registry.models import Factor
from panoh.registry.pages import officer_of
from panoh.registry.sessions import PROVEN, SECOND_STEP

router = Router()


class FactorOut(Schema):
    id: UUID
    kind: str
    name: str
    added_at: datetime
    last_at: datetime | None


class StillMeIn(Schema):
    """The officer's own password, asked before anything changes about how they sign in."""

    password: str = Field("", max_length=1000)


class AppOut(Schema):
    """`letters`: the secret, to be typed into an app. Shown until it was proven."""

    letters: str


class AppIn(StillMeIn):
    name: str = Field(max_length=60)
    code: str = Field(max_length=10)


class PasskeyIn(StillMeIn):
    """`answer`: what the browser's `navigator.credentials.create` gave, as its `toJSON` writes it."""

    name: str = Field(max_length=60)
    answer: dict[str, Any]


class SheetOut(Schema):
    codes: list[str]


@router.get("/factors", response=list[FactorOut])
def mine(request: HttpRequest) -> list[Factor]:
    return list(factors.held_by(officer_of(request)))


@router.post("/factors/app", response={201: AppOut})
def start_app(request: HttpRequest) -> Status[AppOut]:
    factors.start_app(by=officer_of(request), at=timezone.now())
    app = app_to_prove(officer_of(request))
    return Status(201, AppOut(letters=app.letters if app else ""))


@router.post("/factors/app/confirm", response=FactorOut)
def confirm_app(request: HttpRequest, given: AppIn) -> Factor:
    _require_password(request, given)
    added = factors.confirm_app(code=given.code, name=given.name, by=officer_of(request), at=timezone.now())
    request.session[PROVEN] = SECOND_STEP
    return added


@router.post("/factors/passkey", response=dict[str, Any])
def ask_for_passkey(request: HttpRequest) -> dict[str, Any]:
    """What the browser is to ask a new passkey; answered at `/factors/passkey/confirm`, once."""
    return passkey_answers.ask_to_add(request, officer_of(request))


@router.post("/factors/passkey/confirm", response={201: FactorOut})
def confirm_passkey(request: HttpRequest, given: PasskeyIn) -> Status[Factor]:
    _require_password(request, given)
    officer = officer_of(request)
    added = passkey_answers.take_new(request, given.answer, name=given.name, by=officer, at=timezone.now())
    request.session[PROVEN] = SECOND_STEP
    return Status(201, added)


@router.post("/factors/sheet", response={201: SheetOut})
def new_sheet(request: HttpRequest, given: StillMeIn) -> Status[SheetOut]:
    _require_password(request, given)
    return Status(201, SheetOut(codes=list(factors.new_sheet(by=officer_of(request), at=timezone.now()))))


@router.post("/factors/{factor_id}/remove", response={204: None})
def remove(request: HttpRequest, factor_id: UUID, given: StillMeIn) -> Status[None]:
    _require_password(request, given)
    officer = officer_of(request)
    factor = get_object_or_404(Factor, pk=factor_id, officer=officer)
    factors.remove_factor(factor=factor, by=officer, at=timezone.now())
    return Status(204, None)


def _require_password(request: HttpRequest, given: StillMeIn) -> None:
    officer = officer_of(request)
    sides = sides_of(request, step="password", username=officer.username)
    session = request.session.session_key
    door.require_password(password=given.password, session=session, sides=sides, by=officer, at=timezone.now())
