"""API of figures as files."""

from __future__ import annotations

from typing import Annotated

from django.http import StreamingHttpResponse
from django.utils import timezone
from ninja import Query, Router

from panoh.exchange.figures.actions import take_out_figures
from panoh.exchange.figures.files import KINDS
from panoh.exchange.figures.htcds import take_out_cases
from panoh.exchange.writing import WORKBOOK
from panoh.registry.pages import OfficerRequest
from panoh.statistics.forms import YEARS
from panoh.statistics.rules.periods import Period, PeriodKind

router = Router()


@router.get("/figures/{figures_file}")
def one_file(
    request: OfficerRequest,
    figures_file: str,
    year: Annotated[int, Query(ge=YEARS.start, lt=YEARS.stop)],
    kind: PeriodKind = PeriodKind.CALENDAR_YEAR,
) -> StreamingHttpResponse:
    """Figures of a period as CSV, CSV with HXL tags, workbook, JSON, Parquet, SDMX-CSV or their DCAT description."""
    pieces = take_out_figures(form=figures_file, period=Period(kind, year), by=request.user, at=timezone.now())
    return StreamingHttpResponse(pieces, content_type=KINDS[figures_file])


@router.get("/cases/htcds")
def cases(
    request: OfficerRequest,
    year: Annotated[int, Query(ge=YEARS.start, lt=YEARS.stop)],
    kind: PeriodKind = PeriodKind.CALENDAR_YEAR,
) -> StreamingHttpResponse:
    """Cases of a period in the officer's reach as a workbook of HTCDS 2.0, without names and references."""
    pieces = take_out_cases(period=Period(kind, year), by=request.user, at=timezone.now())
    return StreamingHttpResponse(pieces, content_type=WORKBOOK)
