"""API of money: what a year cost, beside the year before, and what victims were made to pay."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from django.utils import timezone
from ninja import Query, Schema

from panoh.prevention.api.money import TotalOut
from panoh.registry.pages import OfficerRequest
from panoh.statistics.api.router import router
from panoh.statistics.forms import YEARS
from panoh.statistics.queries.money import Row, money_page


class CostOut(Schema):
    """`what`: the programme; empty for services and shelters. `before`: dollars of the year before. `percent`: the change."""

    what: str
    payer: str
    allocated: TotalOut | None
    spent: TotalOut
    before: Decimal | None
    percent: int | None

    @staticmethod
    def of(row: Row) -> CostOut:
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
