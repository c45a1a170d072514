"""What a year cost, from each place where money is recorded: budget lines, services given, houses. The three stand side by
side and are never added: a line may pay for what stands in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils import timezone

from panoh.prevention.models import BudgetLine, ExchangeRate
from panoh.prevention.queries.money import holds_now, lines_of, rates_of, standing
from panoh.prevention.queries.rates import newest_rates
from panoh.prevention.rules.rates import Amount, Rate
from panoh.prevention.rules.totals import Total, total
from panoh.protection.models import ChargeAnswer, ChargeComplaint, ServiceGiven, YearBudget
from panoh.registry.models import Desk


@dataclass(frozen=True)
class Spent:
    """One row: of which programme, payer or provider, what was allocated where that is asked, what was spent."""

    key: str
    payer: str
    spent: Total
    allocated: Total | None = None


@dataclass(frozen=True)
class Charged:
    """What victims were made to pay for what is free. `paid`: services recorded so, with their sums. `complaints`: how many
    were made, with the sums named; `paid_back`: of these complaints, how many ended so."""

    services: int
    paid: Total
    complaints: int
    named: Total
    paid_back: int


@dataclass(frozen=True)
class RatesPage:
    """`missing`: currency and days that an amount of the year was recorded for, and no rate answers for."""

    rows: tuple[ExchangeRate, ...]
    missing: tuple[tuple[str, date, date], ...]


def by_programme(year: int) -> tuple[Spent, ...]:
    """Budget lines by programme and payer. A line of which nobody said what was spent makes its sum not known."""
    rates, groups = rates_of(year), defaultdict[tuple[str, str], list[BudgetLine]](list)
    for shown in lines_of(year):
        groups[shown.line.programme, shown.line.payer].append(shown.line)
    return tuple(_of_lines(key, payer, lines, rates) for (key, payer), lines in groups.items())


def of_services(year: int, *by: str) -> tuple[Spent, ...]:
    """Costs of services given in the year, by payer, or by who gave them too (`desk`); victims' own money is not among them.
    A service whose cost nobody wrote makes its row not known."""
    given = ServiceGiven.objects.filter(on__range=_days(year)).exclude(payer=ServiceGiven.Payer.VICTIM)
    groups = defaultdict[tuple[Any, ...], list[dict[str, Any]]](list)
    for row in (
        given.values(*by, "on", "currency").annotate(sum=Sum("cost"), unsaid=_unsaid("cost")).order_by(*by, "on")
    ):
        groups[tuple(row[each] for each in by)].append(row)
    names = {desk.pk: str(desk) for desk in Desk.objects.all()} if "desk" in by else {}
    rates = rates_of(year)
    return tuple(
        Spent(names.get(key[0], ""), key[-1] if "payer" in by else "", _of_rows(rows, rates))
        for key, rows in groups.items()
    )


def of_houses(year: int) -> tuple[Spent, ...]:
    """All houses together, by payer: which house it is stands nowhere."""
    first, last = _days(year)
    rows = YearBudget.objects.filter(year=year, replaced_at=None).order_by("payer", "currency", "pk")
    rates, groups = rates_of(year), defaultdict[str, list[YearBudget]](list)
    for row in rows:
        groups[row.payer].append(row)

    def summed(kept: list[YearBudget], column: str) -> Total:
        sums = [(getattr(each, column), each.currency) for each in kept]
        said = [Amount(value, currency, first, last) for value, currency in sums if value is not None]
        return total(said, rates, unsaid=len(sums) - len(said))

    return tuple(Spent("", payer, summed(kept, "spent"), summed(kept, "allocated")) for payer, kept in groups.items())


def charged(year: int) -> Charged:
    """Charges made to victims: what officers recorded, and what was complained of. One and the same may stand in both."""
    first, last = _days(year)
    rates = rates_of(year)
    paid = ServiceGiven.objects.filter(on__range=(first, last), payer=ServiceGiven.Payer.VICTIM)
    told = paid.values("on", "currency").annotate(sum=Sum("cost"), unsaid=_unsaid("cost")).order_by("on")
    made = ChargeComplaint.objects.filter(made_at__date__range=(first, last))
    named = [
        {
            "on": timezone.localdate(each.made_at),
            "currency": each.currency,
            "sum": each.amount,
            "unsaid": int(each.amount is None),
        }
        for each in made
    ]
    back = ChargeAnswer.objects.filter(outcome=ChargeAnswer.Found.PAID_BACK, complaint__in=made)
    return Charged(
        services=paid.count(),
        paid=_of_rows([{**row} for row in told], rates),
        complaints=len(named),
        named=_of_rows(named, rates),
        paid_back=back.values("complaint").distinct().count(),
    )


def rates_page(year: int) -> RatesPage:
    totals = [each for row in (*by_programme(year), *of_houses(year)) for each in (row.spent, row.allocated) if each]
    totals += [row.spent for row in of_services(year, "payer")]
    missing = {(each.currency, each.first, each.last) for row in totals for each in row.no_rate}
    return RatesPage(newest_rates(), tuple(sorted(missing)))


def all_of(rows: Iterable[Spent], year: int) -> Total:
    """The rows of one place together."""
    found = tuple(rows)
    amounts = [each.amount for row in found for each in row.spent.converted]
    amounts += [each for row in found for each in row.spent.no_rate]
    unsaid = sum(row.spent.unsaid for row in found)
    return total(amounts, rates_of(year), unsaid=unsaid, told=all(row.spent.told for row in found))


def _of_lines(key: str, payer: str, lines: list[BudgetLine], rates: tuple[Rate, ...]) -> Spent:
    spent = [list(standing(line)) for line in lines]
    holds = [holds_now(line) for line in lines]
    return Spent(
        key,
        payer,
        total([each for some in spent for each in some], rates, unsaid=sum(not some for some in spent)),
        total([each for each in holds if each], rates, unsaid=sum(each is None for each in holds)),
    )


def _of_rows(rows: list[dict[str, Any]], rates: tuple[Rate, ...]) -> Total:
    """Sums of days: each is turned into dollars at the rate of its day."""
    said = [Amount(row["sum"], row["currency"], row["on"], row["on"]) for row in rows if row["sum"] is not None]
    return total(said, rates, unsaid=sum(row["unsaid"] for row in rows))


def _unsaid(column: str) -> Count:
    return Count("pk", filter=Q(**{column: None}))


def _days(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
