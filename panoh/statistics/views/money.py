"""The page of money: what a year cost, and what victims were made to pay."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.statistics.forms import asked_period
from panoh.statistics.queries.money import money_page


@open_to(Act.SEE_FIGURES)
def money(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    year = asked_period(request.GET, this_year=timezone.localdate(now).year).year
    return render(request, "statistics/money.html", {"page": money_page(request.user, year=year, now=now)})
