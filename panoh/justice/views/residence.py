"""Pages of residence: what was asked and decided in a case, asking, deciding, the remedy, and the end of a permit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.justice import actions
from panoh.justice.forms.residence import (
    AppealBecameForm,
    AppealForm,
    AskForm,
    DecideForm,
    EndPermitForm,
    ExtensionForm,
)
from panoh.justice.queries.residence import (
    ASK,
    DECIDE,
    appeal_for,
    permit_for,
    request_for,
    residence_of_the_country,
    residence_page,
)
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, tried

ActOf = Callable[[dict[str, Any]], object]


@signed_in
def residence(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return render(request, "justice/residence.html", {"page": residence_page(request.user, case_id, at=timezone.now())})


@open_to(ASK)
def ask_permit(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case = case_for(request.user, case_id, ASK)
    form = AskForm(request.POST or None, case=case, by=request.user)
    return _step(
        request,
        case,
        form,
        _("Ask for a residence permit"),
        lambda given: actions.ask_permit(case=case, **given, by=request.user, at=timezone.now()),
    )


@open_to(ASK)
def extend_permit(request: OfficerRequest, permit_id: UUID) -> HttpResponse:
    permit = permit_for(request.user, permit_id)
    form = ExtensionForm(request.POST or None, case=permit.request.case, by=request.user)
    return _step(
        request,
        permit.request.case,
        form,
        _("Ask that the permit goes on"),
        lambda given: actions.ask_extension(permit=permit, **given, by=request.user, at=timezone.now()),
        note=_("Until when it goes on is computed from the proceedings. Which they are is told to nobody."),
    )


@open_to(ASK)
def end_permit(request: OfficerRequest, permit_id: UUID) -> HttpResponse:
    permit = permit_for(request.user, permit_id)
    return _step(
        request,
        permit.request.case,
        EndPermitForm(request.POST or None),
        _("The permit is needed no more"),
        lambda given: actions.end_permit(permit=permit, **given, by=request.user, at=timezone.now()),
    )


@open_to(DECIDE)
def decide_permit(request: OfficerRequest, permit_request_id: UUID) -> HttpResponse:
    row = request_for(request.user, permit_request_id)
    form = DecideForm(request.POST or None, extends=row.extends is not None)
    act: dict[str, Any] = {"request": row, "by": request.user, "at": timezone.now()}
    return _step(
        request,
        row.case,
        form,
        _("Decide on the residence permit"),
        lambda given: (
            actions.grant_permit(**form.days, **act)
            if given["granted"]
            else actions.refuse_permit(reasons=given["reasons"], **act)
        ),
        asked=row,
    )


@require_POST
@open_to(ASK)
def take_back_request(request: OfficerRequest, permit_request_id: UUID) -> HttpResponse:
    row = request_for(request.user, permit_request_id)
    actions.take_back_request(request=row, by=request.user, at=timezone.now())
    return led_on(request, _("The request is taken back. All help goes on."), "justice:residence", row.case_id)


@require_POST
@open_to(ASK)
def leave_refusal(request: OfficerRequest, permit_request_id: UUID) -> HttpResponse:
    row = request_for(request.user, permit_request_id)
    actions.leave_refusal(request=row, by=request.user, at=timezone.now())
    return led_on(request, _("It is recorded. An appeal can still be made."), "justice:residence", row.case_id)


@open_to(ASK)
def appeal_refusal(request: OfficerRequest, permit_request_id: UUID) -> HttpResponse:
    row = request_for(request.user, permit_request_id)
    return _step(
        request,
        row.case,
        AppealForm(request.POST or None),
        _("Appeal against the refusal"),
        lambda given: actions.appeal_refusal(request=row, **given, by=request.user, at=timezone.now()),
    )


@open_to(ASK)
def appeal_became(request: OfficerRequest, permit_appeal_id: UUID) -> HttpResponse:
    row = appeal_for(request.user, permit_appeal_id)
    return _step(
        request,
        row.decision.request.case,
        AppealBecameForm(request.POST or None),
        _("What became of the appeal"),
        lambda given: actions.record_appeal(appeal=row, **given, by=request.user, at=timezone.now()),
    )


def _step(
    request: OfficerRequest, case: Case, form: forms.Form, title: str, act: ActOf, **more: object
) -> HttpResponse:
    done, refusal = tried(form, lambda: act(form.cleaned_data))
    if done:
        return led_on(request, _("It is recorded."), "justice:residence", case.pk)
    beside = {"case": case, "title": title, "rule": residence_of_the_country(), **more}
    return form_page(request, "justice/residence_act.html", form, refusal, **beside)
