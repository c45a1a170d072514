"""Pages of figures: the data sheet, clocks kept, nights in shelters."""

from __future__ import annotations

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to
from panoh.statistics.actions import open_figure
from panoh.statistics.forms import asked_period
from panoh.statistics.queries import clocks_kept, nights_page, sheet_for
from panoh.statistics.queries.checks import checks_page
from panoh.statistics.queries.definitions import definition_for, definition_page, definitions_for
from panoh.statistics.queries.times import times_page
from panoh.statistics.rules import wording
from panoh.statistics.rules.table_file import COLUMNS, sheet_rows


@open_to(Act.SEE_FIGURES)
def home(request: OfficerRequest) -> HttpResponse:
    """The yearly data sheet."""
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    shown = sheet_for(request.user, period=period, now=now)
    return render(
        request,
        "statistics/home.html",
        {"sheet": shown, "kinds": wording.PERIODS.items(), "may_open": may(request.user, Act.SEE_CASE)},
    )


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
def times(request: OfficerRequest) -> HttpResponse:
    """How long people waited, what waits, and how much is known of those counted."""
    now = timezone.now()
    shown = times_page(request.user, period=asked_period(request.GET, this_year=timezone.localdate(now).year), now=now)
    return render(request, "statistics/times.html", {"page": shown, "kinds": wording.PERIODS.items()})


@open_to(Act.SEE_FIGURES)
def checks(request: OfficerRequest) -> HttpResponse:
    """What does not reconcile."""
    now = timezone.now()
    year = asked_period(request.GET, this_year=timezone.localdate(now).year).year
    return render(request, "statistics/checks.html", {"page": checks_page(request.user, year=year, now=now)})


@open_to(Act.SEE_CASE)
def behind(request: OfficerRequest, definition_id: str) -> HttpResponse:
    """The cases behind a figure, by reference, as far as this officer sees them; it is on record."""
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    opened = open_figure(definition=definition_for(request.user, definition_id), period=period, by=request.user, at=now)
    return render(request, "statistics/behind.html", {"opened": opened, "period": period})


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


@open_to(Act.SEE_FIGURES)
def definitions(request: OfficerRequest) -> HttpResponse:
    return render(request, "statistics/definitions.html", {"definitions": definitions_for(request.user)})


@open_to(Act.SEE_FIGURES)
def definition(request: OfficerRequest, definition_id: str) -> HttpResponse:
    """How one figure is counted, its versions, and what it is called elsewhere."""
    return render(request, "statistics/definition.html", {"page": definition_page(request.user, definition_id)})
