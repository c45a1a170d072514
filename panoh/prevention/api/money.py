"""API of money: budget lines, allocations, spending and rates. Amounts are decimal; none means that nobody said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.prevention import actions
from panoh.prevention.api.router import Year, router
from panoh.prevention.models import Allocation, BudgetLine, ExchangeRate, Spending
from panoh.prevention.queries.campaigns import campaign_for
from panoh.prevention.queries.money import LineShown, SpendingShown, line_page, lines_of, own_line, own_spending
from panoh.prevention.queries.spending import rates_page
from panoh.prevention.queries.training import session_for
from panoh.prevention.rules.rate_lines import MOST_LINES
from panoh.prevention.rules.totals import Total
from panoh.protection.models import ServiceGiven
from panoh.protection.rules.upkeep import FIRST_YEAR
from panoh.registry import access
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of


class OwnOut(Schema):
    currency: str
    amount: Decimal


class TotalOut(Schema):
    """`own`: as recorded, currency by currency. `dollars` is none where a part has no rate for its day (`no_rate`), where the
    amount of a part was not written (`unsaid`), or where nobody said anything (`told`). A sum of nothing is 0, not none."""

    own: list[OwnOut]
    dollars: Decimal | None
    no_rate: list[date]
    unsaid: int
    told: bool

    @staticmethod
    def of(found: Total) -> TotalOut:
        return TotalOut(
            own=[OwnOut(currency=currency, amount=amount) for currency, amount in found.own],
            dollars=found.dollars,
            no_rate=sorted({each.first for each in found.no_rate}),
            unsaid=found.unsaid,
            told=found.told,
        )


class BudgetLineIn(Schema):
    programme: BudgetLine.Programme
    year: int = Field(ge=FIRST_YEAR, le=2100)
    payer: ServiceGiven.Payer
    currency: str = Field(max_length=3)
    title: str = Field(max_length=200)


class BudgetLineOut(BudgetLineIn):
    """`owner`: code of the desk that keeps it. `left` is below nothing where more was spent than allocated."""

    id: int
    reference: str
    owner: str
    allocated: Decimal | None
    left: Decimal | None
    spent: TotalOut

    @staticmethod
    def of(shown: LineShown) -> BudgetLineOut:
        line = shown.line
        return BudgetLineOut(
            id=line.pk,
            reference=line.reference,
            programme=BudgetLine.Programme(line.programme),
            year=line.year,
            payer=ServiceGiven.Payer(line.payer),
            currency=line.currency,
            title=line.title,
            owner=line.owner.code,
            allocated=shown.allocated.value if shown.allocated else None,
            left=shown.left,
            spent=TotalOut.of(shown.spent),
        )


class AllocationIn(Schema):
    amount: Decimal = Field(ge=0, max_digits=14, decimal_places=2)
    on: date
    document: str = Field(max_length=200)


class SpendingIn(Schema):
    """In the line's currency. `provider`: code of the desk it went to. 0 says that nothing was spent up to the day."""

    amount: Decimal = Field(ge=0, max_digits=14, decimal_places=2)
    on: date
    words: str = Field(max_length=200)
    provider: str = ""
    campaign: int | None = None
    session: int | None = None


class SpendingOut(Schema):
    """`dollars`, `rate` and `source`: at the rate of that day; all none where there is no rate for it."""

    id: int
    amount: Decimal
    currency: str
    on: date
    words: str
    provider: str
    taken_back: bool
    dollars: Decimal | None
    rate: Decimal | None
    source: str | None

    @staticmethod
    def of(shown: SpendingShown, currency: str) -> SpendingOut:
        row, found = shown.row, shown.converted
        rate = found.rate if found else None
        return SpendingOut(
            id=row.pk,
            amount=row.amount,
            currency=currency,
            on=row.on,
            words=row.words,
            provider=row.provider.code if row.provider else "",
            taken_back=row.taken_back_at is not None,
            dollars=found.dollars if found else None,
            rate=rate.per_dollar if rate else None,
            source=rate.source if rate else None,
        )


class WholeBudgetLineOut(Schema):
    line: BudgetLineOut
    allocations: list[AllocationIn]
    spendings: list[SpendingOut]


class MadeOut(Schema):
    id: int


class WrongIn(Schema):
    because: str = Field(max_length=200)


class RateIn(Schema):
    """On every day from the first to the last, so many units for one US dollar."""

    first: date
    last: date
    per_dollar: Decimal = Field(gt=0, max_digits=16, decimal_places=6)


class RatesIn(Schema):
    """All of them are taken, or none. `average`: made for the whole span, and for amounts of that span alone. `after`: the
    highest `id` the caller read; a rate of the same span that came later is refused with 409."""

    currency: str = Field(max_length=3)
    kind: ExchangeRate.RateKind
    source: str = Field(max_length=200)
    rates: list[RateIn] = Field(max_length=MOST_LINES)
    after: int | None = None


class RateOut(RateIn):
    id: int
    currency: str
    kind: ExchangeRate.RateKind
    source: str


class MissingOut(Schema):
    currency: str
    first: date
    last: date


class RatesOut(Schema):
    """`missing`: days an amount of the year was recorded for, and no rate answers for. None is ever guessed."""

    rates: list[RateOut]
    missing: list[MissingOut]


@router.get("/money/lines", response=list[BudgetLineOut])
def read_lines(request: HttpRequest, year: Year) -> list[BudgetLineOut]:
    access.require(officer_of(request), access.Act.SEE_FIGURES)
    return [BudgetLineOut.of(each) for each in lines_of(year)]


@router.post("/money/lines", response={201: MadeOut})
def open_line(request: HttpRequest, given: BudgetLineIn) -> Status[BudgetLine]:
    return Status(201, actions.open_line(**given.dict(), by=officer_of(request), at=timezone.now()))


@router.get("/money/lines/{line_id}", response=WholeBudgetLineOut)
def read_line(request: HttpRequest, line_id: int) -> WholeBudgetLineOut:
    page = line_page(officer_of(request), line_id)
    currency = page.shown.line.currency
    return WholeBudgetLineOut(
        line=BudgetLineOut.of(page.shown),
        allocations=[AllocationIn.from_orm(each) for each in page.allocations],
        spendings=[SpendingOut.of(each, currency) for each in page.spendings],
    )


@router.post("/money/lines/{line_id}/allocations", response={201: AllocationIn})
def allocate(request: HttpRequest, line_id: int, given: AllocationIn) -> Status[Allocation]:
    by = officer_of(request)
    return Status(201, actions.allocate(line=own_line(by, line_id), **given.dict(), by=by, at=timezone.now()))


@router.post("/money/lines/{line_id}/spendings", response={201: MadeOut})
def record_spending(request: HttpRequest, line_id: int, given: SpendingIn) -> Status[Spending]:
    by = officer_of(request)
    held = own_line(by, line_id)
    told = given.dict() | {
        "provider": get_object_or_404(Desk, code=given.provider) if given.provider else None,
        "campaign": campaign_for(given.campaign) if given.campaign else None,
        "session": session_for(given.session) if given.session else None,
    }
    return Status(201, actions.record_spending(line=held, **told, by=by, at=timezone.now()))


@router.post("/money/spendings/{spending_id}/take-back", response=MadeOut)
def take_back_spending(request: HttpRequest, spending_id: int, given: WrongIn) -> Spending:
    by = officer_of(request)
    held = own_spending(by, spending_id)
    return actions.take_back_spending(spending=held, because=given.because, by=by, at=timezone.now())


@router.get("/money/rates", response=RatesOut)
def read_rates(request: HttpRequest, year: Year) -> RatesOut:
    access.require(officer_of(request), access.Act.SEE_FIGURES)
    page = rates_page(year)
    missing = [MissingOut(currency=currency, first=first, last=last) for currency, first, last in page.missing]
    return RatesOut(rates=[RateOut.from_orm(each) for each in page.rows], missing=missing)


@router.post("/money/rates", response={201: list[RateOut]})
def record_rates(request: HttpRequest, given: RatesIn) -> Status[list[ExchangeRate]]:
    spans = [(each.first, each.last, each.per_dollar) for each in given.rates]
    told = {
        "currency": given.currency,
        "kind": given.kind,
        "source": given.source,
        "spans": spans,
        "after": given.after,
    }
    return Status(201, list(actions.record_rates(**told, by=officer_of(request), at=timezone.now())))  # type: ignore[arg-type]  # as the schema says
