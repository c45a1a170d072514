"""Pages of recommendations and shortcomings through the years."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.assessment import actions
from panoh.assessment.forms.criteria import EnterForm, SameForm, StepForm, asked_kind, asked_report
from panoh.assessment.models import Recommendation
from panoh.assessment.queries.narratives import country_name_of, narrative_for
from panoh.assessment.queries.recommendations import kin_of, owner_of, recommendation_for, recommendations_for
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.SEE_FIGURES)
def recommendations(request: OfficerRequest) -> HttpResponse:
    country, _report = asked_report({"country": request.GET.get("country", "")})
    page = recommendations_for(request.user, country=country, kind=asked_kind(request.GET.dict()))
    return render(request, "assessment/recommendations.html", {"page": page})


@require_POST
@open_to(Act.KEEP_ASSESSMENT)
def match(request: OfficerRequest, recommendation_id: int, earlier_id: int) -> HttpResponse:
    """Whether the two are one, by the button that was pressed."""
    later = recommendation_for(request.user, recommendation_id)
    actions.match_recommendations(
        earlier=recommendation_for(request.user, earlier_id),
        later=later,
        same=request.POST.get("same") == "yes",
        because=request.POST.get("because", ""),
        by=request.user,
        at=timezone.now(),
    )
    return redirect(_list_of(later))


@open_to(Act.KEEP_ASSESSMENT)
def same(request: OfficerRequest, recommendation_id: int) -> HttpResponse:
    """Any of another year can be found to be the same, or not the same after all, also where none was proposed."""
    row = recommendation_for(request.user, recommendation_id)
    form = SameForm(request.POST or None, kin=kin_of(request.user, row))
    done, refusal = tried(
        form,
        lambda: actions.match_recommendations(
            earlier=recommendation_for(request.user, form.cleaned_data["other"]),
            later=row,
            same=form.cleaned_data["same"] == "yes",
            because=form.cleaned_data["because"],
            by=request.user,
            at=timezone.now(),
        ),
    )
    if done:
        return led_on(request, _("It is recorded."), _list_of(row))
    country = country_name_of(row.narrative.country)
    return form_page(request, "assessment/same.html", form, refusal, row=row, country=country)


@open_to(Act.SEE_FIGURES)
def step(request: OfficerRequest, recommendation_id: int) -> HttpResponse:
    """Its owner, and what is done about it."""
    row = recommendation_for(request.user, recommendation_id)
    form = StepForm(request.POST or None, initial={"owner": owner_of(row)})
    done, refusal = tried(
        form, lambda: actions.record_step(recommendation=row, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(request, _("It is recorded."), _list_of(row))
    mine = owner_of(row) == request.user.post_id or may(request.user, Act.KEEP_ASSESSMENT)
    country = country_name_of(row.narrative.country)
    return form_page(request, "assessment/step.html", form, refusal, row=row, may_step=mine, country=country)


@open_to(Act.KEEP_ASSESSMENT)
def enter(request: OfficerRequest, narrative_id: int) -> HttpResponse:
    told = narrative_for(request.user, narrative_id)
    form = EnterForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: actions.enter_recommendation(narrative=told, **form.cleaned_data, by=request.user, at=timezone.now()),
    )
    if done:
        onward = f"{reverse('assessment:recommendations')}?country={told.country}&kind={form.cleaned_data['kind']}"
        return led_on(request, _("It is recorded."), onward)
    country = country_name_of(told.country)
    return form_page(request, "assessment/enter.html", form, refusal, narrative=told, country=country)


def _list_of(row: Recommendation) -> str:
    return f"{reverse('assessment:recommendations')}?country={row.narrative.country}&kind={row.kind}"
