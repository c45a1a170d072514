"""A private release of this installation's own cases: one row per presumed victim, coarse and without a name, and a budget
that stands in the ledger. Exact counts of the same cases go out as publications only: beside each other they could be compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from panoh.exchange.release.account import Spending, Standing, allowed
from panoh.exchange.release.refusal import NotReleased
from panoh.exchange.writing import csv_lines
from panoh.instruments import countries
from panoh.instruments.kinds.codebook import Codebook, Column
from panoh.instruments.kinds.source import Words
from panoh.instruments.statistics import definition
from panoh.registry import ledger
from panoh.registry.models import LedgerEntry, LedgerHead
from panoh.statistics.queries.counting import Span, cells
from panoh.statistics.queries.figures import records_from, today, zone
from panoh.statistics.rules import wording
from panoh.statistics.rules.counting import Land
from panoh.statistics.rules.figures import CATEGORIES, UNKNOWN, category
from panoh.statistics.rules.periods import Period, PeriodKind

ACT = "spend_privacy_budget"
COUNTED = "victims_presumed"
"""Whose persons are released: each stands in the year in which they count, and in no other."""
_DIMENSIONS = ("sex", "age_group", "nationality_group", "form", "region")


def codebook(*, at: datetime) -> Codebook:
    """Public knowledge: the years on record, the regions of the country, and the rows every figure has."""
    first = records_from()
    if first is None:
        raise NotReleased("There are no cases yet.")
    land, country = _land(), countries.country(settings.COUNTRY)
    values = {**{each: CATEGORIES[each] for each in _DIMENSIONS if each != "region"}, "region": land.regions}
    years = tuple(str(year) for year in range(first.year, today(at).year + 1))
    columns = [Column(each, wording.DIMENSIONS[each], _known(values[each])) for each in _DIMENSIONS]
    counted = definition(COUNTED)
    return Codebook(
        id=f"cases-{settings.COUNTRY}", version=counted.version, name=counted.name, publisher=country.name.en,
        columns=(Column("year", Words("Year"), years), *columns), unknown=("", UNKNOWN), person="", crossed_by="year",
        contradictions=(), sources=counted.sources,
    )  # fmt: skip


def write_records(path: Path, book: Codebook, *, at: datetime) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(csv_lines(_rows(book, today(at)), mark=False))


def pay_from_ledger(*, at: str, data: str, epsilon: float, delta: float, budget: float | None) -> Standing:
    """Writes the spending into the ledger for good, or raises NotReleased. Two at once wait for each other."""
    with transaction.atomic():
        LedgerHead.objects.select_for_update(no_key=True).filter(pk=1).first()
        if not (proof := ledger.verify()).whole:
            raise NotReleased(
                f"The ledger is not whole ({proof.fault}), so what is left of the budget cannot be known."
            )
        standing = allowed(list(_spendings()), epsilon, budget, "the ledger")
        ledger.write(
            act=ACT, by=None, at=datetime.fromisoformat(at), data=data,
            epsilon=repr(epsilon), delta=repr(delta), budget=repr(standing.budget),
        )  # fmt: skip
    return standing.with_one_more(epsilon)


def _spendings() -> Iterator[Spending]:
    for at, told in LedgerEntry.objects.filter(act=ACT).order_by("seq").values_list("at", "detail"):
        epsilon, delta, budget = (float(told[each]) for each in ("epsilon", "delta", "budget"))
        yield Spending(at.isoformat(), told["data"], epsilon, delta, budget)


def _rows(book: Codebook, on: date) -> Iterator[tuple[str, ...]]:
    yield tuple(column.name for column in book.columns)
    land = _land()
    for year in book.column("year").values:
        period = Period(PeriodKind.CALENDAR_YEAR, int(year))
        by = definition(COUNTED).on(period.last)
        for cell in cells(by.rule, Span(period, zone(), on)) if by else ():
            found = (category(cell, each, land.nationality, period.first) for each in _DIMENSIONS)
            row = (
                year,
                *(_of_the_book(each, book.column(name)) for each, name in zip(found, _DIMENSIONS, strict=True)),
            )
            yield from [row] * cell.persons


def _of_the_book(value: str, column: Column) -> str:
    """A code nobody foresaw is not known: only what is public beforehand may stand in a release."""
    return value if value in column.values else UNKNOWN


def _known(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in values if each != UNKNOWN)


def _land() -> Land:
    return Land.of(countries.country(settings.COUNTRY), countries.divisions(settings.COUNTRY))
