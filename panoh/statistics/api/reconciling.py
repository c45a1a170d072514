"""API of waiting times, of checks, and of the cases behind a figure."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from django.utils import timezone
from ninja import Query, Schema

from panoh.registry.pages import OfficerRequest
from panoh.statistics.actions import open_figure
from panoh.statistics.api.figures import ValueOut
from panoh.statistics.api.router import router
from panoh.statistics.forms import YEARS
from panoh.statistics.queries.checks import checks_page
from panoh.statistics.queries.definitions import definition_for
from panoh.statistics.queries.times import times_page
from panoh.statistics.rules.checks import Check
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.times import TimeFigure

Year = Annotated[int, Query(ge=YEARS.start, lt=YEARS.stop)]


class WaitOut(Schema):
    """Days, of those whose wait ended in the period; empty on fewer than ten."""

    wait: str
    period_start: date
    period_end: date
    persons: ValueOut
    median_days: float | None
    nine_in_ten_days: float | None

    @staticmethod
    def of(found: TimeFigure, period: Period) -> WaitOut:
        return WaitOut(
            wait=found.wait.key,
            period_start=period.first,
            period_end=period.last,
            persons=ValueOut.of(found.persons),
            median_days=found.median,
            nine_in_ten_days=found.nine_in_ten,
        )


class WaitingOut(Schema):
    what: str
    value: ValueOut


class KnownOut(Schema):
    figure: str
    breakdown: str
    known: ValueOut
    of: ValueOut
    percent: int | None


class TimesOut(Schema):
    """`at`: the moment what waits was counted for."""

    waits: list[WaitOut]
    at: datetime
    waiting: list[WaitingOut]
    coverage: list[KnownOut]


class CheckOut(Schema):
    """`found`: how often it does not hold. A mistake makes a figure wrong; a note says why two counts differ rightly."""

    check: str
    weight: str
    figure: str
    says: str
    todo: str
    found: int

    @staticmethod
    def of(check: Check) -> CheckOut:
        where = check.where.en if check.where else ""
        return CheckOut(
            check=check.key,
            weight=check.weight.value,
            figure=where,
            says=check.says.en,
            todo=check.todo.en,
            found=check.found,
        )


class CaseBehind(Schema):
    case: str
    reference: str


class FigureOpened(Schema):
    """Cases in the officer's reach. The figure may count more. That it was opened is on record."""

    definition: str
    value: ValueOut
    in_reach: int
    cases: list[CaseBehind]


@router.get("/times", response=TimesOut)
def times(request: OfficerRequest, year: Year, kind: PeriodKind = PeriodKind.CALENDAR_YEAR) -> TimesOut:
    """How long people waited, what waited at the end, how much is known of those counted. Without names."""
    period = Period(kind, year)
    page = times_page(request.user, period=period, now=timezone.now())
    return TimesOut(
        waits=[
            WaitOut.of(each, when)
            for pair in page.times
            for each, when in zip(pair, (period.before, period), strict=True)
        ],
        at=page.at,
        waiting=[WaitingOut(what=each.key, value=ValueOut.of(each.value)) for each in page.waiting],
        coverage=[
            KnownOut(
                figure=name.en,
                breakdown=each.dimension,
                known=ValueOut.of(each.known),
                of=ValueOut.of(each.of),
                percent=each.percent,
            )
            for name, rows in page.coverage
            for each in rows
        ],
    )


@router.get("/checks", response=list[CheckOut])
def checks(request: OfficerRequest, year: Year) -> list[CheckOut]:
    """Whether figures reconcile with one another, with the records, and with what was frozen."""
    return [CheckOut.of(each) for each in checks_page(request.user, year=year, now=timezone.now()).checks]


@router.get("/definitions/{definition_id}/cases", response=FigureOpened)
def cases(
    request: OfficerRequest, definition_id: str, year: Year, kind: PeriodKind = PeriodKind.CALENDAR_YEAR
) -> FigureOpened:
    """References of the cases behind a figure, as far as this officer sees them. Never a name."""
    opened = open_figure(
        definition=definition_for(request.user, definition_id),
        period=Period(kind, year),
        by=request.user,
        at=timezone.now(),
    )
    return FigureOpened(
        definition=definition_id,
        value=ValueOut.of(opened.figure.value),
        in_reach=opened.in_reach,
        cases=[CaseBehind(case=str(each.pk), reference=each.reference) for each in opened.cases],
    )
