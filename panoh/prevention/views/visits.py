"""Pages of visits: planning one, what became of it, and one of them with what was found."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.prevention import actions
from panoh.prevention.forms.visits import CancelForm, MadeForm, PlanVisitForm, RefusedForm
from panoh.prevention.models import Visit
from panoh.prevention.queries.sites import site_for
from panoh.prevention.queries.visits import own_visit_for, site_visited, visit_for, visit_page, visits_by_day
from panoh.registry.access import Act, may
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.tried import led_on

SHOWN = 200


@open_to(Act.WATCH_SITES)
def visits(request: OfficerRequest) -> HttpResponse:
    rows = visits_by_day(request.user)[:SHOWN]
    return render(request, "prevention/visits.html", {"rows": rows, "shown": SHOWN})


@signed_in
def visit(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    page = visit_page(request.user, visit_id, at=timezone.now())
    context = {
        "page": page,
        "keeps": may(request.user, Act.KEEP_MONITORING),
        "site_seen": site_visited(request.user, page.visit),
        "raises": may(request.user, Act.SCREEN),
    }
    return render(request, "prevention/visit.html", context)


@signed_in
def plan_visit(request: OfficerRequest, site_id: UUID) -> HttpResponse:
    site = site_for(request.user, site_id)

    def onward(made: Visit) -> str:
        return reverse("prevention:visit", args=[made.pk]) if made.desk == request.user.desk else back

    back = reverse("prevention:site", args=[site_id])
    form = PlanVisitForm(request.POST or None, initial={"desk": request.user.desk})
    return one_act(
        request,
        form,
        lambda: actions.plan_visit(site=site, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Plan a visit"),
        back=back,
        then=onward,
    )


@signed_in
def made(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    return _became(request, visit_id, MadeForm(request.POST or None), _("The visit was made"), actions.record_visit)


@signed_in
def refused(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    return _became(request, visit_id, RefusedForm(request.POST or None), _("Not let in"), actions.record_refused)


@signed_in
def cancel(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    return _became(request, visit_id, CancelForm(request.POST or None), _("Call the visit off"), actions.cancel_visit)


@require_POST
@signed_in
def see(request: OfficerRequest, visit_id: UUID) -> HttpResponse:
    row = visit_for(request.user, visit_id)
    actions.see_refusal(visit=row, by=request.user, at=timezone.now())
    said = _("It is recorded that you looked at it. Ask for a remedy, or plan another visit.")
    return led_on(request, said, "prevention:visit", visit_id)


def _became(
    request: OfficerRequest, visit_id: UUID, form: forms.Form, title: str, act: Callable[..., Visit]
) -> HttpResponse:
    row, onward = own_visit_for(request.user, visit_id), reverse("prevention:visit", args=[visit_id])
    return one_act(
        request,
        form,
        lambda: act(visit=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=title,
        back=onward,
        then=lambda _made: onward,
    )
