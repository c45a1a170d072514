"""API of this stage: the same figures as its pages. A value says whether it is a number, none or not available."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.utils import timezone
from ninja import Query, Schema

from panoh.instruments.kinds.figure import Definition
from panoh.instruments.statistics import standards
from panoh.registry.pages import OfficerRequest
from panoh.statistics.api.router import router
from panoh.statistics.forms import YEARS
from panoh.statistics.queries import clocks_kept, nights_page, published_for, sheet_for
from panoh.statistics.queries.definitions import definitions_for
from panoh.statistics.rules.clocks import ClockRow
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.rows import Row
from panoh.statistics.rules.sheet import Entry
from panoh.statistics.rules.table_file import PUBLISHED_COLUMNS, published_rows
from panoh.statistics.rules.values import NotAvailable, Number, Value, kind


class ValueOut(Schema):
    """`count` is there for a number only; none is counted and nobody; `reason` says why one is not available."""

    kind: str
    count: int | None
    reason: str | None
    not_for_publication: bool

    @staticmethod
    def of(value: Value) -> ValueOut:
        count = value.count if isinstance(value, Number) else None
        reason = value.reason.value if isinstance(value, NotAvailable) else None
        return ValueOut(kind=kind(value), count=count, reason=reason, not_for_publication=value.small)


class FigureRowOut(Schema):
    breakdown: str
    row: str
    value: ValueOut
    before: ValueOut
    difference: int | None
    percent: int | None

    @staticmethod
    def of(row: Row) -> FigureRowOut:
        change = row.change
        return FigureRowOut(
            breakdown=row.dimension or "total",
            row=row.key or "total",
            value=ValueOut.of(row.this),
            before=ValueOut.of(row.before),
            difference=change.difference,
            percent=change.percent,
        )


class FigureOut(Schema):
    definition: str
    version: str
    counting_unit: str
    period_start: date
    period_end: date
    caveats: list[str]
    rows: list[FigureRowOut]

    @staticmethod
    def of(entry: Entry) -> FigureOut:
        figure = entry.this
        return FigureOut(
            definition=figure.definition,
            version=figure.version,
            counting_unit=figure.counting_unit,
            period_start=figure.period.first,
            period_end=figure.period.last,
            caveats=list(figure.caveats),
            rows=[FigureRowOut.of(row) for row in entry.rows()],
        )


class MappedOut(Schema):
    """What a figure is called in a standard; `verification` is of that place."""

    standard: str
    id: str
    how: str
    verification: str


class DefinitionOut(Schema):
    """`valid_from` is empty where it is valid since records began; `earlier` are versions before."""

    id: str
    version: str
    name: dict[str, str]
    counts: dict[str, str]
    counting_unit: str
    breakdowns: list[str]
    periods: list[str]
    owner: str
    valid_from: date | None
    valid_until: date | None
    change: str
    earlier: list[str]
    standards: list[MappedOut]

    @staticmethod
    def of(definition: Definition) -> DefinitionOut:
        name, counts = definition.name, definition.counts
        return DefinitionOut(
            id=definition.id,
            version=definition.version,
            name={"en": name.en, "ru": name.ru, "tg": name.tg},
            counts={"en": counts.en, "ru": counts.ru, "tg": counts.tg},
            counting_unit=definition.counting_unit,
            breakdowns=list(definition.breakdowns),
            periods=list(definition.periods),
            owner=definition.owner,
            valid_from=definition.first,
            valid_until=definition.last,
            change=definition.change.en if definition.change else "",
            earlier=[each.version for each in definition.earlier],
            standards=[
                MappedOut(standard=each.standard, id=each.id, how=each.how.en, verification=each.verification)
                for each in standards().get(definition.id, ())
            ],
        )


class KeptOut(Schema):
    """`median_days` and `share_kept` (whole per cent) are not given on fewer than ten."""

    agency: str
    kept: ValueOut
    missed: ValueOut
    running: ValueOut
    median_days: float | None
    share_kept: int | None

    @staticmethod
    def of(row: ClockRow, agency: str = "") -> KeptOut:
        return KeptOut(
            agency=agency,
            kept=ValueOut.of(row.kept),
            missed=ValueOut.of(row.missed),
            running=ValueOut.of(row.running),
            median_days=row.median_days,
            share_kept=row.share_kept,
        )


class ClockOut(Schema):
    clock: str
    name: dict[str, str]
    all: KeptOut
    by_agency: list[KeptOut]


@router.get("/clocks", response=list[ClockOut])
def clocks(
    request: OfficerRequest,
    year: Annotated[int, Query(ge=YEARS.start, lt=YEARS.stop)],
    kind: PeriodKind = PeriodKind.CALENDAR_YEAR,
) -> list[ClockOut]:
    """Limits of the procedure that began to run in the period: kept, missed, still running, by agency, without names."""
    page = clocks_kept(request.user, period=Period(kind, year), now=timezone.now())
    return [
        ClockOut(
            clock=each.clock.key,
            name=vars(each.clock.name),
            all=KeptOut.of(each.row),
            by_agency=[KeptOut.of(row, agency) for agency, row in each.by_agency],
        )
        for each in page.lines
    ]


class ShelterNightsOut(Schema):
    """Nights of all shelters together, in places of one kind. No house is named."""

    month: date
    kind: str
    taken: ValueOut
    kept: ValueOut
    free: ValueOut


class ShelterTurnedOut(Schema):
    """Persons of one month: no place was free, declined for another reason, waiting at the end."""

    month: date
    full: ValueOut
    otherwise: ValueOut
    waiting: ValueOut


class OccupancyOut(Schema):
    nights: list[ShelterNightsOut]
    turned: list[ShelterTurnedOut]


@router.get("/nights", response=OccupancyOut)
def nights(
    request: OfficerRequest,
    year: Annotated[int, Query(ge=YEARS.start, lt=YEARS.stop)],
    kind: PeriodKind = PeriodKind.CALENDAR_YEAR,
) -> OccupancyOut:
    """How full shelters were month by month, without names or places."""
    page, of = nights_page(request.user, period=Period(kind, year), today=timezone.localdate()), ValueOut.of
    return OccupancyOut(
        nights=[
            ShelterNightsOut(
                month=each.month, kind=each.kind, taken=of(each.taken), kept=of(each.kept), free=of(each.free)
            )
            for each in page.nights
        ],
        turned=[
            ShelterTurnedOut(
                month=each.month, full=of(each.full), otherwise=of(each.otherwise), waiting=of(each.waiting)
            )
            for each in page.turned
        ],
    )


@router.get("/figures", response=list[FigureOut])
def figures(
    request: OfficerRequest,
    year: Annotated[int, Query(ge=YEARS.start, lt=YEARS.stop)],
    kind: PeriodKind = PeriodKind.CALENDAR_YEAR,
) -> list[FigureOut]:
    """Every figure for the period beside the period before, with its breakdowns."""
    sheet = sheet_for(request.user, period=Period(kind, year), now=timezone.now())
    return [FigureOut.of(entry) for entry in sheet.entries]


@router.get("/published", response=list[dict[str, str]])
def published(request: OfficerRequest) -> list[dict[str, str]]:
    """What others publish about the country, with period, who counted and source."""
    return [dict(zip(PUBLISHED_COLUMNS, row, strict=True)) for row in published_rows(published_for(request.user))]


@router.get("/definitions", response=list[DefinitionOut])
def definitions(request: OfficerRequest) -> list[DefinitionOut]:
    """How each figure is counted."""
    return [DefinitionOut.of(definition) for definition in definitions_for(request.user)]
