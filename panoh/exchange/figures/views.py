"""The page of files of figures, and each file."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from panoh.exchange.figures.actions import take_out_figures
from panoh.exchange.figures.files import KINDS
from panoh.exchange.figures.htcds import take_out_cases
from panoh.exchange.writing import WORKBOOK
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries import cases_for
from panoh.statistics.forms import asked_period
from panoh.statistics.rules import wording


@require_GET
@open_to(Act.SEE_FIGURES)
def files(request: OfficerRequest) -> HttpResponse:
    """Which period, and in which form."""
    this_year = timezone.localdate().year
    period = asked_period(request.GET, this_year=this_year)
    shown: dict[str, object] = {
        "period": period,
        "years": range(this_year, this_year - 6, -1),
        "kinds": wording.PERIODS.items(),
    }
    shown["may_print"] = cases_for(request.user, Act.PRINT_CASE).exists()
    return render(request, "exchange/figures.html", shown)


@require_GET
@open_to(Act.SEE_FIGURES)
def one_file(request: OfficerRequest, figures_file: str) -> HttpResponse:
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    pieces = take_out_figures(form=figures_file, period=period, by=request.user, at=now)
    return _sent(pieces, KINDS[figures_file], f"figures-{period.first}-{period.last}-{figures_file}")


@require_GET
@open_to(Act.PRINT_CASE)
def cases(request: OfficerRequest) -> HttpResponse:
    """Cases of a period as a workbook of the Human Trafficking Case Data Standard, without names."""
    now = timezone.now()
    period = asked_period(request.GET, this_year=timezone.localdate(now).year)
    pieces = take_out_cases(period=period, by=request.user, at=now)
    return _sent(pieces, WORKBOOK, f"htcds-{period.first}-{period.last}.xlsx")


def _sent(pieces: Iterable[bytes], kind: str, name: str) -> HttpResponse:
    response = StreamingHttpResponse(pieces, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response  # type: ignore[return-value]  # a stream, which is sent as any response
