"""Pages of sampling plans: the list, making one, one of them with its draw and what it found, visits to what was drawn."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention import actions
from panoh.prevention.forms.plans import DrawnForm, PlanForm
from panoh.prevention.queries.plans import plan_for, plan_page, plans_for, stratum_name
from panoh.registry.access import Act
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to, signed_in


@open_to(Act.KEEP_MONITORING)
def plans(request: OfficerRequest) -> HttpResponse:
    return render(request, "prevention/plans.html", {"rows": plans_for(request.user)})


@open_to(Act.KEEP_MONITORING)
def make_plan(request: OfficerRequest) -> HttpResponse:
    form, back = PlanForm(request.POST or None, by=request.user), reverse("prevention:plans")
    lead = _("The sites are drawn once, by lot, when you record it. A sample drawn again until it suits is none.")
    return one_act(
        request,
        form,
        lambda: actions.make_plan(given=form.given(), by=request.user, at=timezone.now()),
        title=_("Make a sampling plan"),
        back=back,
        lead=lead,
        then=lambda made: reverse("prevention:plan", args=[made.pk]),
    )


@signed_in
def plan(request: OfficerRequest, sample_id: UUID) -> HttpResponse:
    return render(request, "prevention/plan.html", {"page": plan_page(request.user, sample_id)})


@signed_in
def plan_visits(request: OfficerRequest, sample_id: UUID) -> HttpResponse:
    row, back = plan_for(request.user, sample_id), reverse("prevention:plan", args=[sample_id])
    strata = [(each.key, stratum_name(each.key)) for each in row.strata.order_by("key")]
    form = DrawnForm(request.POST or None, strata=strata)
    return one_act(
        request,
        form,
        lambda: actions.plan_drawn_visits(plan=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Plan the visits to sites drawn"),
        back=back,
    )
