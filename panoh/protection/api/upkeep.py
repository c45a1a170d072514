"""API of a house's own numbers: staff, budget, nights. Numbers only: no name, no address."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.api.house import router
from panoh.protection.models import Place, ServiceGiven, StaffCount, YearBudget
from panoh.protection.queries.nights import Occupancy, own_occupancy
from panoh.protection.queries.upkeep import budget_lines, own_shelter, staff_page
from panoh.protection.rules.upkeep import FIRST_YEAR, MOST
from panoh.registry.pages import officer_of


class StaffLine(Schema):
    work: StaffCount.Work
    women: int = Field(ge=0, le=MOST)
    men: int = Field(ge=0, le=MOST)
    trained: int = Field(ge=0, le=2 * MOST)
    on: date


class StaffIn(StaffLine):
    """`after`: the highest `id` the caller read; a count of the same work and day that came later is refused with 409."""

    after: int | None = None


class StaffLineOut(StaffLine):
    id: int


class StaffOut(Schema):
    """`now`: the latest count of each work."""

    now: list[StaffLineOut]
    earlier: list[StaffLineOut]


class YearLine(Schema):
    """`spent` is none while it is not known; it is never zero for that."""

    year: int = Field(ge=FIRST_YEAR, le=2100)
    payer: ServiceGiven.Payer
    currency: str = Field(max_length=3)
    allocated: Decimal = Field(ge=0, max_digits=14, decimal_places=2)
    spent: Decimal | None = Field(None, ge=0, max_digits=14, decimal_places=2)


class BudgetIn(YearLine):
    """`after`: the highest `id` the caller read; a line of the same year, payer and currency that came later is refused with
    409."""

    after: int | None = None


class YearLineOut(YearLine):
    id: int


class NightsOut(Schema):
    """`free` is none where it is not on record since when the beds are there."""

    month: date
    kind: Place.Kind
    taken: int
    kept: int
    free: int | None


class TurnedOut(Schema):
    """Persons of one month: no place was free, declined for another reason, waiting at the end."""

    month: date
    full: int
    otherwise: int
    waiting: int


class HouseNightsOut(Schema):
    nights: list[NightsOut]
    turned: list[TurnedOut]


@router.get("/nights", response=HouseNightsOut)
def read_nights(request: HttpRequest) -> Occupancy:
    """Twelve months of one's own shelter, without names."""
    return own_occupancy(officer_of(request), today=timezone.localdate())


@router.get("/staff", response=StaffOut)
def read_staff(request: HttpRequest) -> StaffOut:
    page = staff_page(officer_of(request), today=timezone.localdate())
    return StaffOut(now=[_staff(each) for each in page.now], earlier=[_staff(each) for each in page.earlier])


@router.post("/staff", response={201: StaffLineOut})
def record_staff(request: HttpRequest, given: StaffIn) -> Status[StaffLineOut]:
    officer = officer_of(request)
    kept = actions.record_staff(shelter=own_shelter(officer), **given.dict(), by=officer, at=timezone.now())
    return Status(201, _staff(kept))


@router.get("/budget", response=list[YearLineOut])
def read_budget(request: HttpRequest) -> list[YearLineOut]:
    return [_budget(each) for each in budget_lines(officer_of(request))]


@router.post("/budget", response={201: YearLineOut})
def record_budget(request: HttpRequest, given: BudgetIn) -> Status[YearLineOut]:
    officer = officer_of(request)
    kept = actions.record_budget(shelter=own_shelter(officer), **given.dict(), by=officer, at=timezone.now())
    return Status(201, _budget(kept))


def _staff(row: StaffCount) -> StaffLineOut:
    return StaffLineOut(
        id=row.pk, work=StaffCount.Work(row.work), women=row.women, men=row.men, trained=row.trained, on=row.on
    )


def _budget(row: YearBudget) -> YearLineOut:
    return YearLineOut(
        id=row.pk,
        year=row.year,
        payer=ServiceGiven.Payer(row.payer),
        currency=row.currency,
        allocated=row.allocated,
        spent=row.spent,
    )
