"""Pages of this stage."""

from __future__ import annotations

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.statistics.forms import asked_period
from panoh.statistics.queries import clocks_kept, money_page, nights_page, sheet_for
from panoh.statistics.rules import wording
from panoh.statistics.rules.table_file import COLUMNS, sheet_rows


@open_to(Act.SEE_FIGURES)
def home(request: OfficerRequest) -> HttpResponse:
    """The yearly data sheet."""
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    shown = sheet_for(request.user, period=period, now=now)
    return render(request, "statistics/home.html", {"sheet": shown, "kinds": wording.PERIODS.items()})


@open_to(Act.SEE_FIGURES)
def clocks(request: OfficerRequest) -> HttpResponse:
    """Which periods of the procedure are kept, and which are not."""
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    shown = clocks_kept(request.user, period=period, now=now)
    return render(request, "statistics/clocks.html", {"page": shown, "kinds": wording.PERIODS.items()})


@open_to(Act.SEE_FIGURES)
def nights(request: OfficerRequest) -> HttpResponse:
    """How full shelters were, all together."""
    today = timezone.localdate()
    shown = nights_page(request.user, period=asked_period(request.GET, this_year=today.year), today=today)
    return render(request, "statistics/nights.html", {"page": shown, "kinds": wording.PERIODS.items()})


@open_to(Act.SEE_FIGURES)
def money(request: OfficerRequest) -> HttpResponse:
    """What the mechanism cost in a year, and what victims were made to pay."""
    now = timezone.now()
    year = asked_period(request.GET, this_year=timezone.localdate(now).year).year
    return render(request, "statistics/money.html", {"page": money_page(request.user, year=year, now=now)})


@open_to(Act.SEE_FIGURES)
def sheet_file(request: OfficerRequest) -> HttpResponse:
    """The same sheet as a CSV file, every cell of it."""
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"figures-{period.first}-{period.last}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    writer.writerows(sheet_rows(sheet_for(request.user, period=period, now=now)))
    return response
