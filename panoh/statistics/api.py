"""API of this stage: the same figures as its pages. A value says whether it is a number, none or not available."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils import timezone
from ninja import Query, Router, Schema

from panoh.instruments.kinds.figure import Definition
from panoh.instruments.statistics import definitions as all_definitions
from panoh.prevention.api.money import TotalOut
from panoh.registry.access import Act, require
from panoh.registry.pages import OfficerRequest
from panoh.statistics.forms import YEARS
from panoh.statistics.queries import clocks_kept, money_page, nights_page, published_for, sheet_for
from panoh.statistics.queries.money import Row as MoneyRow
from panoh.statistics.rules.clocks import ClockRow
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.sheet import Entry, Row
from panoh.statistics.rules.table_file import PUBLISHED_COLUMNS, published_rows
from panoh.statistics.rules.values import NotAvailable, Number, Value, kind

router = Router()


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


class DefinitionOut(Schema):
    id: str
    version: str
    name: dict[str, str]
    counts: dict[str, str]
    counting_unit: str
    breakdowns: list[str]
    periods: list[str]

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
    require(request.user, Act.SEE_FIGURES)
    return [DefinitionOut.of(definition) for definition in all_definitions()]


class CostOut(Schema):
    """`what`: the programme; empty for services and shelters. `before`: dollars of the year before. `percent`: the change."""

    what: str
    payer: str
    allocated: TotalOut | None
    spent: TotalOut
    before: Decimal | None
    percent: int | None

    @staticmethod
    def of(row: MoneyRow) -> CostOut:
        allocated = TotalOut.of(row.now.allocated) if row.now.allocated else None
        return CostOut(
            what=row.now.key,
            payer=row.now.payer,
            allocated=allocated,
            spent=TotalOut.of(row.now.spent),
            before=row.before.dollars if row.before else None,
            percent=row.change.percent,
        )


class EachOut(Schema):
    """US dollars for each person or night; none where the money, a rate or the heads are not known."""

    this: Decimal | None
    before: Decimal | None


class ChargedOut(Schema):
    services: int
    paid: TotalOut
    complaints: int
    named: TotalOut
    paid_back: int


class PairOut(Schema):
    year: int
    local: Decimal
    dollars: Decimal
    implied: Decimal


class MoneyOut(Schema):
    """Budget lines, services and shelters stand apart and are never added. `one_rate`: the report's dollars of several years
    were made at one rate."""

    lines: list[CostOut]
    services: list[CostOut]
    houses: list[CostOut]
    per_person: EachOut
    per_night: EachOut
    charged: ChargedOut
    published: list[PairOut]
    one_rate: bool


@router.get("/money", response=MoneyOut)
def money(request: OfficerRequest, year: Annotated[int, Query(ge=YEARS.start, lt=YEARS.stop)]) -> MoneyOut:
    """What the mechanism cost in a year, and what victims were made to pay."""
    page = money_page(request.user, year=year, now=timezone.now())
    (person, person_before), (night, night_before) = page.per_person, page.per_night
    told = page.charged
    return MoneyOut(
        lines=list(map(CostOut.of, page.lines)),
        services=list(map(CostOut.of, page.services)),
        houses=list(map(CostOut.of, page.houses)),
        per_person=EachOut(this=person.dollars, before=person_before.dollars),
        per_night=EachOut(this=night.dollars, before=night_before.dollars),
        charged=ChargedOut(
            services=told.services,
            paid=TotalOut.of(told.paid),
            complaints=told.complaints,
            named=TotalOut.of(told.named),
            paid_back=told.paid_back,
        ),
        published=[
            PairOut(year=each.year, local=each.local, dollars=each.dollars, implied=each.implied)
            for each in page.published
        ],
        one_rate=page.one_rate,
    )
