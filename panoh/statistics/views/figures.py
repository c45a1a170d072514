"""Pages of figures: the data sheet, clocks kept, nights in shelters."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.registry.access import Act, may
from panoh.registry.pages import PDF, OfficerRequest, download, open_to, spoken_in
from panoh.statistics.actions import open_figure, print_sheet
from panoh.statistics.forms import asked_period
from panoh.statistics.queries import clocks_kept, nights_page
from panoh.statistics.queries.checks import checks_page
from panoh.statistics.queries.dashboard import dashboard_for
from panoh.statistics.queries.definitions import definition_for, definition_page, definitions_for
from panoh.statistics.queries.sheet import sheet_in_words
from panoh.statistics.queries.times import times_page
from panoh.statistics.rules import wording


@open_to(Act.SEE_FIGURES)
def home(request: OfficerRequest) -> HttpResponse:
    """The yearly data sheet."""
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    said = sheet_in_words(request.user, period=period, now=now)
    shown = {"sheet": said.sheet, "sentences": said.sentences, "kinds": wording.PERIODS.items()}
    return render(request, "statistics/home.html", {**shown, "may_open": may(request.user, Act.SEE_CASE)})


@open_to(Act.SEE_FIGURES)
def dashboard(request: OfficerRequest) -> HttpResponse:
    """What this post needs of the figures; year and figure stand in the address."""
    now = timezone.now()
    year = asked_period(request.GET, this_year=timezone.localdate(now).year).year
    shown = dashboard_for(request.user, year=year, asked=request.GET.get("figure", ""), now=now)
    return render(request, "statistics/dashboard.html", {"page": shown})


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
def paper(request: OfficerRequest) -> HttpResponse:
    """The sheet as PDF; that it was taken out is on record."""
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    with spoken_in(request.GET.get("language", "")):
        made = print_sheet(period=period, by=request.user, at=now)
    return download(made, kind=PDF, name=f"figures-{period.first}-{period.last}.pdf")


@open_to(Act.SEE_FIGURES)
def definitions(request: OfficerRequest) -> HttpResponse:
    return render(request, "statistics/definitions.html", {"definitions": definitions_for(request.user)})


@open_to(Act.SEE_FIGURES)
def definition(request: OfficerRequest, definition_id: str) -> HttpResponse:
    """How one figure is counted, its versions, and what it is called elsewhere."""
    return render(request, "statistics/definition.html", {"page": definition_page(request.user, definition_id)})
