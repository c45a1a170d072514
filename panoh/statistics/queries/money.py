"""What the mechanism cost in a year, beside the year before: for each person assisted, for each night, and what victims were
made to pay. Sums of different places are never added; an amount without a rate for its day is not turned into dollars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.kinds.figure import ValueKind
from panoh.instruments.statistics import definition
from panoh.prevention.models import BudgetLine
from panoh.prevention.queries.spending import Charged, Spent, all_of, by_programme, charged, of_houses, of_services
from panoh.prevention.rules.rates import PublishedPair, one_rate
from panoh.prevention.rules.totals import Change, Total, change, per_head
from panoh.protection.models import ServiceGiven
from panoh.protection.queries.nights import occupancy
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.statistics.queries.figures import figure, records_from, today
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import Number, Value, counted

PUBLISHED = "government_funding_shelter"


@dataclass(frozen=True)
class Row:
    """One line of a table: what it is, this year, the year before, and how it changed in dollars."""

    what: str
    payer: str
    now: Spent
    before: Total | None

    @property
    def change(self) -> Change:
        return change(self.now.spent.dollars, self.before.dollars if self.before else None)


@dataclass(frozen=True)
class Each:
    """Dollars for each person or night. None where money or heads are not known; nobody gives no share."""

    cost: Total
    heads: Value

    @property
    def dollars(self) -> Decimal | None:
        return per_head(self.cost.dollars, self.heads.count if isinstance(self.heads, Number) else None)


@dataclass(frozen=True)
class MoneyPage:
    year: int
    years: tuple[int, ...]
    lines: tuple[Row, ...]
    services: tuple[Row, ...]
    providers: tuple[Spent, ...]
    houses: tuple[Row, ...]
    per_person: tuple[Each, Each]
    per_night: tuple[Each, Each]
    charged: Charged
    published: tuple[PublishedPair, ...]
    one_rate: bool


def money_page(viewer: Officer, *, year: int, now: datetime) -> MoneyPage:
    access.require(viewer, access.Act.SEE_FIGURES)
    on = today(now)
    pairs = published_pairs()
    services, houses = of_services(year, "payer"), of_houses(year)
    services_before, houses_before = of_services(year - 1, "payer"), of_houses(year - 1)
    return MoneyPage(
        year=year,
        years=tuple(range(on.year, min(on.year - 4, year) - 1, -1)),
        lines=_rows(by_programme(year), by_programme(year - 1)),
        services=_rows(services, services_before),
        providers=of_services(year, "desk"),
        houses=_rows(houses, houses_before),
        per_person=(_person(services, year, on), _person(services_before, year - 1, on)),
        per_night=(_night(houses, year, on), _night(houses_before, year - 1, on)),
        charged=charged(year),
        published=pairs,
        one_rate=one_rate(pairs) if pairs else False,
    )


def published_pairs() -> tuple[PublishedPair, ...]:
    """What reports printed of the shelter's money in both currencies, year by year."""
    own = countries.country(settings.COUNTRY).currency
    found: dict[int, dict[str, Decimal]] = {}
    for row in countries.published_figures(settings.COUNTRY):
        value = row.value
        if row.series == PUBLISHED and value.kind is ValueKind.NUMBER and value.number:
            found.setdefault(row.period_start.year, {})[row.unit] = value.number
    both = {year: sums for year, sums in found.items() if {own, "USD"} <= sums.keys()}
    return tuple(PublishedPair(year, sums[own], sums["USD"]) for year, sums in sorted(both.items()))


def _person(services: tuple[Spent, ...], year: int, on: date) -> Each:
    period = Period(PeriodKind.CALENDAR_YEAR, year)
    assisted = figure(definition("victims_assisted"), period, since=records_from(), on=on)
    return Each(all_of(services, year), assisted.value)


def _night(houses: tuple[Spent, ...], year: int, on: date) -> Each:
    """Nights taken and nights kept beside a family: a bed that stands empty costs too, and is not one of them."""
    rows = occupancy(first=date(year, 1, 1), last=date(year, 12, 31), today=on).nights
    return Each(all_of(houses, year), counted(sum(each.taken + each.kept for each in rows)))


def _rows(now: tuple[Spent, ...], before: tuple[Spent, ...]) -> tuple[Row, ...]:
    earlier = {(each.key, each.payer): each.spent for each in before}
    return tuple(
        Row(_what(each), str(ServiceGiven.Payer(each.payer).label), each, earlier.get((each.key, each.payer)))
        for each in now
    )


def _what(row: Spent) -> str:
    return str(BudgetLine.Programme(row.key).label) if row.key else ""
