"""The year in plain words: sentences made from figures by rules, each with the figures it rests on. Nothing else is said, and
no number below ten: a summary is copied to where the marks of the sheet do not reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from panoh.instruments.kinds.figure import ValueKind
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules import wording
from panoh.statistics.rules.figures import UNKNOWN
from panoh.statistics.rules.periods import Caveat, Period, PeriodKind
from panoh.statistics.rules.plural import fewer_than, how_many
from panoh.statistics.rules.rows import Row, Table
from panoh.statistics.rules.sheet import Beside, Entry, Sheet
from panoh.statistics.rules.times import TimeFigure
from panoh.statistics.rules.values import SMALL, NotAvailable, Number, Value

TOLD = ("form", "sex", "age_group")
"""Breakdowns that are told in words; the others stand in the tables."""


@dataclass(frozen=True)
class Sentence:
    """`ids`: the figures, series or waits it was made from, so that each can be looked up."""

    words: Words
    ids: tuple[str, ...]


def summary(sheet: Sheet, times: Iterable[TimeFigure] = ()) -> tuple[Sentence, ...]:
    """In the order of the sheet; what cannot be said is said to be missing, and why."""
    found: list[Sentence] = []
    for entry in sheet.entries:
        found += _of(entry, sheet.period)
    found += [each for time in times for each in _wait(time)]
    return tuple(found)


def period_in_words(period: Period) -> Words:
    if period.kind is PeriodKind.CALENDAR_YEAR:
        year = period.year
        return Words(f"in {year}", f"за {year} год", f"дар соли {year}")
    return IN_PERIOD.fill(name=wording.PERIODS[period.kind], year=period.year)


def _of(entry: Entry, period: Period) -> Iterator[Sentence]:
    id, value = entry.definition.id, entry.this.value  # noqa: A001 - what the definitions call it
    if isinstance(value, NotAvailable):
        yield Sentence(MISSING.fill(name=entry.definition.name, why=wording.REASONS[value.reason]), (id,))
        return
    said = SAID.fill(
        name=entry.definition.name, value=_amount(value, entry.definition.counting_unit), when=period_in_words(period)
    )
    change = _change(entry)
    yield Sentence(COMPARED.fill(said=said, change=change) if change else STOP.fill(said=said), (id,))
    for caveat in entry.this.caveats:
        if caveat is not Caveat.RECORDS_BEGIN_WITHIN:
            yield Sentence(wording.CAVEATS[caveat], (id,))
    for table in entry.tables:
        if table.dimension in TOLD and isinstance(value, Number) and not value.small:
            yield Sentence(_rows(table), (id,))
    for beside in entry.beside:
        yield from _published(beside, period)


def _amount(value: Value, unit: str) -> Words:
    if not isinstance(value, Number):
        return wording.NONE
    return fewer_than(SMALL, unit) if value.small else how_many(value.count, unit)


def _change(entry: Entry) -> Words | None:
    """Only between two counts that can be said."""
    both = (entry.this.value, entry.before.value)
    if not all(isinstance(each, Number) and not each.small for each in both):
        return None
    return BROKEN if entry.broken else entry.total.change.words


def _rows(table: Table) -> Words:
    """Rows with somebody in them, what is not known last."""
    rows = sorted((row for row in table.rows if isinstance(row.this, Number)), key=lambda row: row.key == UNKNOWN)
    parts = [_row(row) for row in rows]
    joined = Words(*(", ".join(each.in_language(language) for each in parts) for language in ("en", "ru", "tg")))
    return BY.fill(name=table.name, rows=joined)


def _row(row: Row) -> Words:
    return PART.fill(name=row.name, value=_amount(row.this, ""))


def _published(beside: Beside, period: Period) -> Iterator[Sentence]:
    """What others published for just this period, and why it is not the same count."""
    for row in beside.series.rows:
        figure = row.figure
        if row.period == (period.first, period.last) and not row.part and figure.value.kind is ValueKind.NUMBER:
            said = PUBLISHED.fill(
                name=beside.series.name,
                value=row.words,
                source=f"{figure.source_title}, {figure.source_year}",
                difference=beside.comparison.difference,
            )
            yield Sentence(said, (figure.id,))


def _wait(time: TimeFigure) -> Iterator[Sentence]:
    if time.median is not None and time.nine_in_ten is not None:
        said = WAITED.fill(name=time.wait.name, median=f"{time.median:.1f}", most=f"{time.nine_in_ten:.1f}")
        yield Sentence(said, (time.wait.key,))


IN_PERIOD = Words("in the period {name} {year}", "за период: {name} {year}", "дар давраи {name} {year}")
MISSING = Words("{name}: not available, {why}.", "{name}: нет данных, {why}.", "{name}: маълумот нест, {why}.")
SAID = Words("{name}: {value} {when}", "{name}: {value} {when}", "{name}: {value} {when}")
STOP = Words("{said}.", "{said}.", "{said}.")
COMPARED = Words(
    "{said}; against the same period a year before: {change}.",
    "{said}; к тому же периоду годом раньше: {change}.",
    "{said}; нисбат ба ҳамон давраи як сол пеш: {change}.",
)
BROKEN = Words("the definition changed", "определение изменилось", "таъриф тағйир ёфт")
BY = Words("{name}: {rows}.", "{name}: {rows}.", "{name}: {rows}.")
PART = Words("{name} {value}", "{name} {value}", "{name} {value}")
PUBLISHED = Words(
    "Published by others beside it, and not the same count: {name}, {value} ({source}). {difference}",
    "Опубликовано другими рядом, и это не тот же подсчёт: {name}, {value} ({source}). {difference}",
    "Дар паҳлуи он аз ҷониби дигарон нашр шудааст ва ҳамон ҳисоб нест: {name}, {value} ({source}). {difference}",
)
WAITED = Words(
    "{name}: half of those whose wait ended waited no more than {median} days, nine in ten no more than {most}.",
    "{name}: половина из тех, чьё ожидание закончилось, ждали не более {median} дн., девять из десяти не более {most}.",
    "{name}: нисфи онҳое, ки интизориашон тамом шуд, на бештар аз {median} рӯз, нӯҳ аз даҳ на бештар аз {most} рӯз интизор"
    " шуданд.",
)
