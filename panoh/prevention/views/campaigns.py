"""Pages of campaigns and of the national action plan."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention import actions
from panoh.prevention.forms.campaigns import CampaignForm, MeasureForm, ProgressForm, ReachForm
from panoh.prevention.queries.campaigns import (
    campaign_page,
    campaigns,
    measure_page,
    measures,
    own_campaign,
    own_measure,
)
from panoh.registry.access import Act, may
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to


@open_to(Act.SEE_FIGURES)
def all_campaigns(request: OfficerRequest) -> HttpResponse:
    context = {"rows": campaigns(), "keeps": may(request.user, Act.KEEP_PREVENTION)}
    return render(request, "prevention/campaigns.html", context)


@open_to(Act.KEEP_PREVENTION)
def record_campaign(request: OfficerRequest) -> HttpResponse:
    form, back = CampaignForm(request.POST or None), reverse("prevention:campaigns")
    return one_act(
        request,
        form,
        lambda: actions.record_campaign(**form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Record a campaign"),
        back=back,
        then=lambda made: reverse("prevention:campaign", args=[made.pk]),
    )


@open_to(Act.SEE_FIGURES)
def campaign(request: OfficerRequest, campaign_id: int) -> HttpResponse:
    return render(request, "prevention/campaign.html", {"page": campaign_page(request.user, campaign_id)})


@open_to(Act.KEEP_PREVENTION)
def record_reach(request: OfficerRequest, campaign_id: int) -> HttpResponse:
    held, back = own_campaign(request.user, campaign_id), reverse("prevention:campaign", args=[campaign_id])
    form = ReachForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.record_reach(campaign=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("How many it reached"),
        back=back,
    )


@open_to(Act.SEE_FIGURES)
def plan(request: OfficerRequest) -> HttpResponse:
    context = {
        "rows": measures(),
        "today": timezone.localdate(),
        "keeps": may(request.user, Act.KEEP_ASSESSMENT),
    }
    return render(request, "prevention/action_plan.html", context)


@open_to(Act.KEEP_ASSESSMENT)
def put_down_measure(request: OfficerRequest) -> HttpResponse:
    form, back = MeasureForm(request.POST or None), reverse("prevention:action_plan")
    return one_act(
        request,
        form,
        lambda: actions.put_down_measure(**form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Put a measure down"),
        back=back,
        then=lambda made: reverse("prevention:measure_of_plan", args=[made.pk]),
    )


@open_to(Act.SEE_FIGURES)
def measure(request: OfficerRequest, plan_measure_id: int) -> HttpResponse:
    page = measure_page(request.user, plan_measure_id, today=timezone.localdate())
    return render(request, "prevention/measure.html", {"page": page})


@open_to(Act.SEE_FIGURES)
def report_progress(request: OfficerRequest, plan_measure_id: int) -> HttpResponse:
    held, back = (
        own_measure(request.user, plan_measure_id),
        reverse("prevention:measure_of_plan", args=[plan_measure_id]),
    )
    form, title = ProgressForm(request.POST or None, initial={"state": held.state}), _("How far the measure came")
    return one_act(
        request,
        form,
        lambda: actions.report_progress(measure=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=title,
        back=back,
        lead=held.words,
    )
