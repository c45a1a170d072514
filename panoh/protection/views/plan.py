"""The support plan's pages: the plan itself, a goal, a review, the person's yes, and its end."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from panoh.protection import actions
from panoh.protection.forms import CloseGoalForm, EndPlanForm, GoalForm, PlanForm, ReviewForm
from panoh.protection.queries import desks_in, goal_for, plan_for, plan_page
from panoh.registry.access import Act
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for
from panoh.registry.refusals import Conflict, Refused


@signed_in
def plan(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """The plan that runs; where none does, the form that begins one."""
    case, at, refusal = case_for(request.user, case_id, Act.KEEP_PLAN), timezone.now(), None
    form = PlanForm(request.POST or None)
    if form.is_valid():
        try:
            actions.draw_up_plan(case=case, **form.cleaned_data, by=request.user, at=at)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The plan is begun. Add what is done, by whom and by when."))
            return redirect("protection:plan", case.pk)
    context = {"page": plan_page(request.user, case, at=at), "form": form, "refusal": refusal, "now": at}
    return render(request, "protection/plan.html", context, status=refusal.status if refusal else 200)


@signed_in
def goal(request: OfficerRequest, plan_id: UUID) -> HttpResponse:
    held = plan_for(request.user, plan_id)
    form = GoalForm(request.POST or None, desks=desks_in(held.case, held.desk))
    return _asked(
        request,
        held.case,
        form,
        gettext_lazy("Add a goal"),
        lambda: actions.add_goal(plan=held, given=form.given(), by=request.user, at=timezone.now()),
    )


@signed_in
def close(request: OfficerRequest, goal_id: UUID) -> HttpResponse:
    held = goal_for(request.user, goal_id)
    form = CloseGoalForm(request.POST or None)
    return _asked(
        request,
        held.plan.case,
        form,
        gettext_lazy("How did it go?"),
        lambda: actions.close_goal(goal=held, **form.cleaned_data, by=request.user, at=timezone.now()),
    )


@signed_in
def review(request: OfficerRequest, plan_id: UUID) -> HttpResponse:
    held = plan_for(request.user, plan_id)
    form = ReviewForm(request.POST or None)
    return _asked(
        request,
        held.case,
        form,
        gettext_lazy("Look at the plan again"),
        lambda: actions.review_plan(plan=held, **form.cleaned_data, by=request.user, at=timezone.now()),
    )


@signed_in
def end(request: OfficerRequest, plan_id: UUID) -> HttpResponse:
    held = plan_for(request.user, plan_id)
    form = EndPlanForm(request.POST or None)
    return _asked(
        request,
        held.case,
        form,
        gettext_lazy("End the plan"),
        lambda: actions.end_plan(plan=held, **form.cleaned_data, by=request.user, at=timezone.now()),
    )


@require_POST
@signed_in
def agree(request: OfficerRequest, plan_id: UUID) -> HttpResponse:
    """Refused because a colleague wrote meanwhile: the plan as it stands is read first, and sent from there."""
    held, at = plan_for(request.user, plan_id), timezone.now()
    try:
        actions.agree_plan(plan=held, after=request.POST.get("after", ""), by=request.user, at=at)
    except Conflict as refused:
        page = plan_page(request.user, held.case, at=at)
        context = {"page": page, "form": PlanForm(), "refusal": refused, "now": at}
        return render(request, "protection/plan.html", context, status=refused.status)
    messages.success(request, _("It is on record that the person agreed."))
    return redirect("protection:plan", held.case_id)


def _asked(
    request: OfficerRequest, case: Case, form: forms.Form, title: object, done: Callable[[], object]
) -> HttpResponse:
    """One form of the plan: sent in full it is done and leads back; refused, everything typed stands in it."""
    refusal = None
    if form.is_valid():
        try:
            done()
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("It is in the plan."))
            return redirect("protection:plan", case.pk)
    context = {"case": case, "form": form, "title": title, "refusal": refusal}
    return render(request, "protection/plan_form.html", context, status=refusal.status if refusal else 200)
