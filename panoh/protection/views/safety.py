"""The page of a person's safety: the danger as it was judged last, the measures against it, and the forms for both."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.protection import actions
from panoh.protection.forms import MeasureForm, RiskForm
from panoh.protection.queries import desks_in
from panoh.protection.queries.safety import measure_for, safety_page
from panoh.registry.access import Act
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, signed_in, written_after
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, tried


@signed_in
def safety(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form = case_for(request.user, case_id, Act.ASSESS_RISK), RiskForm(request.POST or None)
    return _page(
        request,
        case,
        form,
        "protection/safety.html",
        lambda: actions.assess_risk(case=case, **form.cleaned_data, by=request.user, at=timezone.now()),
    )


@signed_in
def measure(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case = case_for(request.user, case_id, Act.ASSESS_RISK)
    form = MeasureForm(request.POST or None, desks=desks_in(case, request.user.desk))
    return _page(
        request,
        case,
        form,
        "protection/measure.html",
        lambda: actions.add_measure(case=case, **form.cleaned_data, by=request.user, at=timezone.now()),
    )


@require_POST
@signed_in
def end_measure(request: OfficerRequest, measure_id: UUID) -> HttpResponse:
    held = actions.end_measure(measure=measure_for(request.user, measure_id), by=request.user, at=timezone.now())
    return led_on(request, _("The measure is over."), "protection:safety", held.case_id)


def _page(
    request: OfficerRequest, case: Case, form: forms.Form, template: str, act: Callable[[], object]
) -> HttpResponse:
    """Sent in full it is done and leads back to the page of safety; refused, everything typed stands in it."""
    at = timezone.now()
    done, refusal = tried(form, act)
    if done:
        return led_on(request, _("It is recorded."), "protection:safety", case.pk)
    page = safety_page(request.user, case, at=at)
    written_after(form, page.stands, refusal)
    return form_page(request, template, form, refusal, page=page, today=timezone.localdate(at))
