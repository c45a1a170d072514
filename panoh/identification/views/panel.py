"""The page of the panel, and the acts its members do from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms import (
    AgreeForm,
    BallotForm,
    ConclusionForm,
    DeclarationForm,
    ExcuseForm,
    MembersForm,
    SeenForm,
)
from panoh.identification.queries import latest_finding, panel_in, panel_page, read_grounds
from panoh.identification.views.act_page import act_page
from panoh.registry.access import Act
from panoh.registry.models import Case, Officer
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for


@signed_in
def panel(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.DECIDE_FORMALLY), timezone.now()
    return act_page(
        request,
        case,
        SeenForm(),
        page="panel",
        do=lambda _seen, _given: None,
        said="",
        at=at,
        more=lambda: _shown(case, request.user, at=at),
    )


@require_POST
@signed_in
def convene(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return _act(
        request,
        case_id,
        "members",
        lambda seen, given, at: actions.convene_panel(
            case=seen,
            members=list(given["members"]),
            exploited_as_child=given.get("exploited_as_child", False),
            by=request.user,
            at=at,
        ),
        _("The members are invited. Each declares first, and then votes."),
    )


@require_POST
@signed_in
def invite(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return _act(
        request,
        case_id,
        "members",
        lambda seen, given, at: actions.invite_to_panel(
            panel=panel_in(seen), members=list(given["members"]), by=request.user, at=at
        ),
        _("The members are invited. Each declares first, and then votes."),
    )


@require_POST
@signed_in
def declare(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return _act(
        request,
        case_id,
        "declaration",
        lambda seen, given, at: actions.declare_for_panel(
            panel=panel_in(seen),
            conflict_of_interest=given["declaration"] == "conflicted",
            because=given["because"],
            by=request.user,
            at=at,
        ),
        _("Your declaration is kept."),
    )


@require_POST
@signed_in
def excuse(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return _act(
        request,
        case_id,
        "excuse",
        lambda seen, given, at: actions.excuse_member(
            panel=panel_in(seen), member=given["member"], because=given["because"], by=request.user, at=at
        ),
        _("The reason is kept. Somebody of another agency sees it and agrees, or the member comes."),
    )


@require_POST
@signed_in
def agree_to_excuse(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return _act(
        request,
        case_id,
        "agreement",
        lambda seen, given, at: actions.agree_to_excuse(
            panel=panel_in(seen), member=given["member"], by=request.user, at=at
        ),
        _("The member is excused."),
    )


@require_POST
@signed_in
def vote(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return _act(
        request,
        case_id,
        "ballot",
        lambda seen, given, at: actions.vote(
            panel=panel_in(seen),
            outcome=given["outcome"],
            elements=given["elements"],
            reasons=given["reasons"],
            by=request.user,
            at=at,
        ),
        _("Your vote is sealed. The others read it only when everyone has voted."),
    )


@require_POST
@signed_in
def conclude(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return _act(
        request,
        case_id,
        "conclusion",
        lambda seen, given, at: actions.conclude_panel(
            panel=panel_in(seen), form=given["form"], reasons=given["reasons"], by=request.user, at=at
        ),
        _("The decision is in effect. The person is to be told, in their language and by a safe way."),
        then="case",
    )


def _act(
    request: OfficerRequest,
    case_id: UUID,
    name: str,
    do: Callable[[Case, dict[str, Any], datetime], object],
    said: str | Promise,
    then: str = "panel",
) -> HttpResponse:
    """One act of the panel: its own form as it was sent, beside the others fresh."""
    case, at = case_for(request.user, case_id, Act.DECIDE_FORMALLY), timezone.now()
    form = _forms(case, {name: request.POST})[name]
    return act_page(
        request,
        case,
        form,
        page="panel",
        do=lambda seen, given: do(seen, given, at),
        said=said,
        at=at,
        then=then,
        more=lambda: {**_shown(case, request.user, at=at), name: form},
    )


def _shown(case: Case, viewer: Officer, *, at: datetime) -> dict[str, Any]:
    page, found = panel_page(case, viewer, at=at), latest_finding(case, viewer, at=at)
    grounds = read_grounds(case, viewer, at=at)
    return {"page": page, "found": found, "grounds": grounds, **_forms(case, {})}


def _forms(case: Case, sent: dict[str, Any]) -> dict[str, Form]:
    """All forms of the page by name; the one that was sent is bound."""
    seen = {"seen": case.state}
    return {
        "members": MembersForm(sent.get("members"), case=case, initial=seen),
        "declaration": DeclarationForm(sent.get("declaration"), initial=seen),
        "excuse": ExcuseForm(sent.get("excuse"), case=case, initial=seen),
        "agreement": AgreeForm(sent.get("agreement"), initial=seen),
        "ballot": BallotForm(sent.get("ballot"), case=case, initial=seen),
        "conclusion": ConclusionForm(sent.get("conclusion"), initial=seen | {"form": case.form}),
    }
