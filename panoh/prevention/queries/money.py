"""Budget lines as their desks keep them: what is allocated, what was spent, in dollars at the rate of each day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import Allocation, BudgetLine, Spending
from panoh.prevention.queries.rates import rates_between
from panoh.prevention.rules.rates import Amount, InDollars, NoRate, Rate, in_dollars
from panoh.prevention.rules.totals import Total, total
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted


@dataclass(frozen=True)
class LineShown:
    """`allocated`: what the line holds now; None while nobody said. `spent`: known once a spending, or none, was recorded."""

    line: BudgetLine
    allocated: Amount | None
    spent: Total

    @property
    def sum_spent(self) -> Decimal | None:
        """In the line's currency; None while nobody said."""
        return sum((value for _currency, value in self.spent.own), Decimal(0)) if self.spent.known else None

    @property
    def left(self) -> Decimal | None:
        """Below nothing where more was spent than was allocated; None where one of the two is not known."""
        spent = self.sum_spent
        return None if spent is None or self.allocated is None else self.allocated.value - spent


@dataclass(frozen=True)
class SpendingShown:
    """`dollars`: at the rate of its day, or that there is none."""

    row: Spending
    dollars: InDollars | NoRate

    @property
    def converted(self) -> InDollars | None:
        return self.dollars if isinstance(self.dollars, InDollars) else None


@dataclass(frozen=True)
class LinePage:
    shown: LineShown
    allocations: tuple[Allocation, ...]
    spendings: tuple[SpendingShown, ...]
    keeps: bool


def lines_of(year: int) -> tuple[LineShown, ...]:
    """Every line of a year, whoever keeps it: no person stands in any."""
    rates = rates_of(year)
    return tuple(_shown(line, rates) for line in _lines().filter(year=year))


def line_for(line_id: int) -> BudgetLine:
    found = _lines().filter(pk=line_id).first()
    if found is None:
        raise NotPermitted(_("There is no such budget line."), _("Choose one of the list."))
    return found


def own_line(viewer: Officer, line_id: int) -> BudgetLine:
    """One the viewer's own desk keeps."""
    access.require(viewer, access.Act.KEEP_MONEY)
    found = line_for(line_id)
    if found.owner_id != viewer.desk.pk:
        raise NotPermitted(_("Another desk keeps this budget line."), _("Ask an officer of that desk."))
    return found


def own_spending(viewer: Officer, spending_id: int) -> Spending:
    """One of a line the viewer's own desk keeps."""
    access.require(viewer, access.Act.KEEP_MONEY)
    found = Spending.objects.select_related("line").filter(pk=spending_id, line__owner=viewer.desk).first()
    if found is None:
        raise NotPermitted(
            _("There is no such spending of your desk."), _("Open its budget line, and choose it there.")
        )
    return found


def line_page(viewer: Officer, line_id: int) -> LinePage:
    access.require(viewer, access.Act.SEE_FIGURES)
    line = line_for(line_id)
    rates = rates_of(line.year)
    rows = line.spendings.select_related("provider", "campaign", "session").order_by("-on", "-pk")
    return LinePage(
        shown=_shown(line, rates),
        allocations=tuple(line.allocations.order_by("-on", "-pk")),
        spendings=tuple(SpendingShown(row, in_dollars(of_day(row, line.currency), rates)) for row in rows),
        keeps=access.may(viewer, access.Act.KEEP_MONEY) and line.owner_id == viewer.desk.pk,
    )


def rates_of(year: int) -> tuple[Rate, ...]:
    """Rates for money of a year: what is allocated is often allocated in the year before."""
    return rates_between(date(year - 1, 1, 1), date(year, 12, 31))


def of_day(row: Allocation | Spending, currency: str) -> Amount:
    return Amount(row.amount, currency, row.on, row.on)


def holds_now(line: BudgetLine) -> Amount | None:
    """The latest allocation."""
    latest = max(line.allocations.all(), key=lambda each: (each.on, each.pk), default=None)
    return of_day(latest, line.currency) if latest else None


def standing(line: BudgetLine) -> Iterable[Amount]:
    """What was spent of a line, without what was taken back."""
    return [of_day(each, line.currency) for each in line.spendings.all() if each.taken_back_at is None]


def _shown(line: BudgetLine, rates: tuple[Rate, ...]) -> LineShown:
    spent = list(standing(line))
    return LineShown(line, holds_now(line), total(spent, rates, told=bool(spent)))


def _lines() -> QuerySet[BudgetLine]:
    kept = (Prefetch("allocations"), Prefetch("spendings"))
    lines = BudgetLine.objects.select_related("owner__agency").prefetch_related(*kept)
    return lines.order_by("programme", "payer", "title", "pk")
