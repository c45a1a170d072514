"""The support plan's pages: the plan itself, a goal, a review, the person's yes, and its end."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpResponse
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
from panoh.registry.refusals import Conflict
from panoh.registry.tried import form_page, led_on, pressed, tried


@signed_in
def plan(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """The plan that runs; where none does, the form that begins one."""
    case, at = case_for(request.user, case_id, Act.KEEP_PLAN), timezone.now()
    form = PlanForm(request.POST or None)
    done, refusal = tried(form, lambda: actions.draw_up_plan(case=case, **form.cleaned_data, by=request.user, at=at))
    if done:
        said = _("The plan is begun. Add what is done, by whom and by when.")
        return led_on(request, said, "protection:plan", case.pk)
    page, typed = plan_page(request.user, case, at=at), [form.data.get("wish", "")] if form.is_bound else []
    return form_page(request, "protection/plan.html", form, refusal, page=page, now=at, typed=typed)


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
    seen = request.POST.get("after", "")
    _done, refusal = pressed(request, lambda: actions.agree_plan(plan=held, after=seen, by=request.user, at=at))
    if isinstance(refusal, Conflict):
        page = plan_page(request.user, held.case, at=at)
        return form_page(request, "protection/plan.html", PlanForm(), refusal, page=page, now=at)
    if refusal:
        raise refusal
    return led_on(request, _("It is on record that the person agreed."), "protection:plan", held.case_id)


def _asked(
    request: OfficerRequest, case: Case, form: forms.Form, title: object, act: Callable[[], object]
) -> HttpResponse:
    """One form of the plan: sent in full it is done and leads back; refused, everything typed stands in it."""
    done, refusal = tried(form, act)
    if done:
        return led_on(request, _("It is in the plan."), "protection:plan", case.pk)
    return form_page(request, "protection/plan_form.html", form, refusal, case=case, title=title)
