"""Deciding, signing or sending back, and opening the formal decision."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms import DecisionForm, FormalForm, SendBackForm, SignatureForm
from panoh.identification.models import Decision
from panoh.identification.queries import (
    DECIDES,
    asked_in,
    decision_for,
    latest_finding,
    open_proposal,
    proposal_in,
    read_grounds,
    read_reasons,
    stage_of,
    votes_on,
)
from panoh.identification.views.act_page import act_page
from panoh.registry.access import Act
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for


@signed_in
def decide(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """The preliminary decision. A member of the panel is led to the panel, where the formal one is taken."""
    stage, at = stage_of(request.user), timezone.now()
    case = case_for(request.user, case_id, DECIDES[stage])
    if stage == Decision.Stage.FORMAL:
        return redirect("identification:panel", case.pk)
    initial = {"seen": case.state, "form": case.form}
    form = DecisionForm(request.POST or None, initial=initial, asked=asked_in(case))
    return act_page(
        request,
        case,
        form,
        page="decide",
        do=lambda seen, _given: actions.decide(case=seen, stage=stage, **form.given(), by=request.user, at=at),
        said=_("The decision is in effect.")
        if request.POST.get("outcome") == "positive"
        else _("The proposal is kept; it takes effect only when a colleague signs it."),
        at=at,
        more=lambda: {
            "found": latest_finding(case, request.user, at=at),
            "grounds": read_grounds(case, request.user, at=at),
        },
    )


@signed_in
def proposal(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """A colleague's negative proposal with its reasons: sign it here, or send it back."""
    case, at = case_for(request.user, case_id, DECIDES[stage_of(request.user)]), timezone.now()
    form = SignatureForm(request.POST or None, initial={"seen": case.state})
    return act_page(
        request,
        case,
        form,
        page="proposal",
        do=lambda seen, given: actions.sign(
            decision=proposal_in(seen), conflict_of_interest=not given["no_conflict"], by=request.user, at=at
        ),
        said=_("You signed. The decision is in effect; the person can ask for reconsideration."),
        at=at,
        more=lambda: _proposed(case, request, at=at, back=SendBackForm(initial={"seen": case.state})),
    )


@require_POST
@signed_in
def send_back(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, DECIDES[stage_of(request.user)]), timezone.now()
    form = SendBackForm(request.POST)
    return act_page(
        request,
        case,
        form,
        page="proposal",
        do=lambda seen, given: actions.send_back(
            decision=proposal_in(seen), reason=given["reason"], by=request.user, at=at
        ),
        said=_("The proposal is sent back. The case is to be decided anew; the clock keeps running."),
        at=at,
        more=lambda: {
            **_proposed(case, request, at=at, back=form),
            "form": SignatureForm(initial={"seen": case.state}),
        },
    )


@signed_in
def open_formal(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.DECIDE_FORMALLY), timezone.now()
    return act_page(
        request,
        case,
        FormalForm(request.POST or None, initial={"seen": case.state}),
        page="open_formal",
        do=lambda seen, given: actions.open_formal_decision(
            case=seen,
            asked_by_person=given["asked_by_person"],
            agencies_asked=given["agencies_asked"],
            by=request.user,
            at=at,
        ),
        said=_("The formal decision is open. Its clock runs."),
        at=at,
    )


@signed_in
def reasons(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """Why it was decided so; for a decision of the panel, how each member voted and why."""
    decision, at = decision_for(request.user, decision_id), timezone.now()
    context = {
        "case": decision.case,
        "read": read_reasons(decision, request.user, at=at),
        "votes": votes_on(decision, request.user, at=at),
        "languages": settings.LANGUAGES,
    }
    return render(request, "identification/reasons.html", context)


def _proposed(case: Case, request: OfficerRequest, *, at: datetime, back: SendBackForm) -> dict[str, Any]:
    """The proposal's reasons, and the finding of the screening beside them."""
    waiting = open_proposal(case)
    if waiting is None:
        return {"back": back}
    return {
        "back": back,
        "read": read_reasons(waiting, request.user, at=at),
        "found": latest_finding(case, request.user, at=at),
        "grounds": read_grounds(case, request.user, at=at),
    }
