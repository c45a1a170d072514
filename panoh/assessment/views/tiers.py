"""Pages on tiers."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.assessment.forms.tiers import TIERS, asked_board, asked_country
from panoh.assessment.queries.tiers import board_for, check_for, law_for
from panoh.assessment.rules import wording
from panoh.instruments.kinds.tier import Tier
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to


@open_to(Act.SEE_FIGURES)
def tiers(request: OfficerRequest) -> HttpResponse:
    """Every country by report."""
    shown = board_for(request.user, asked=asked_board(request.GET.dict()))
    choices = [(tier, wording.TIERS[Tier(tier)] if tier in tuple(Tier) else wording.NOT_SEEN) for tier in TIERS]
    return render(request, "assessment/tiers.html", {"board": shown, "tiers": choices})


@open_to(Act.SEE_FIGURES)
def country(request: OfficerRequest, iso3: str) -> HttpResponse:
    """One country: its path, its clocks, and what each next placement would trigger."""
    shown = asked_country(request.user, iso3)
    past = shown.outlook.law.due < timezone.localdate()
    return render(request, "assessment/country.html", {"shown": shown, "wording": wording, "past": past})


@open_to(Act.SEE_FIGURES)
def law(request: OfficerRequest) -> HttpResponse:
    """The statute as it is applied here, each provision with its dates and marks."""
    return render(request, "assessment/law.html", {"law": law_for(request.user)})


@open_to(Act.SEE_FIGURES)
def check(request: OfficerRequest) -> HttpResponse:
    """What the clocks find over the whole history."""
    return render(request, "assessment/check.html", {"checked": check_for(request.user)})
