"""What accepted facts of published texts say for an item: each with its source, never mixed with what records count."""

from __future__ import annotations

from collections.abc import Iterable

from panoh.assessment.queries.answers.about import VERSION, About
from panoh.assessment.queries.facts import InWords
from panoh.assessment.rules.answers.counts import FACT, Cell, Count, CountRow, CountTable
from panoh.assessment.rules.given import NOT_REPORTED, ZERO, plain
from panoh.assessment.rules.series import Accepted, Row, Shown, rows
from panoh.instruments.assessment import vocabulary
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Reason, counted


def published(measure: str, about: About, facts: Iterable[Accepted], *, as_it_stands: bool) -> Count:
    """Of the year before the report, as facts are dated; of what is asked as it stands the newest year, and what has none.
    Nothing accepted is not available: that nobody published it says nothing of what was done."""
    told = [each for each in facts if each.values.measure == measure]
    found = rows(_newest(told, about) if as_it_stands else _of_year(told, about.report - 1))
    first, last = about.days
    name = vocabulary().measures[measure].name
    return Count(
        source=f"facts.{measure}",
        version=VERSION,
        name=_PUBLISHED.fill(measure=name),
        unit=_unit(found),
        first=first,
        last=last,
        value=_value(found),
        tables=(CountTable(name, tuple(map(_row, found))),) if found else (),
        caveats=(_CAVEAT,),
    )


def _of_year(facts: Iterable[Accepted], year: int) -> list[Accepted]:
    return [each for each in facts if each.values.year == year]


def _newest(facts: list[Accepted], about: About) -> list[Accepted]:
    dated = [each.values.year for each in facts if each.values.year is not None and each.values.year <= about.report]
    return [each for each in facts if each.values.year in {None, max(dated, default=None)}]


def _whole(found: tuple[Row, ...]) -> Row | None:
    """The one total by the government, where its sources agree."""
    totals = [each for each in found if not each.breakdown and each.actor == "government"]
    if len(totals) == 1 and totals[0].cell.shown in {Shown.NUMBER, Shown.ZERO}:
        return totals[0]
    return None


def _value(found: tuple[Row, ...]) -> Cell:
    if not found:
        return NotAvailable(Reason.NO_RECORDS)
    whole = _whole(found)
    if whole is None or whole.cell.first is None:
        return _STATEMENTS.fill(n=sum(len(each.cell.facts) for each in found))
    if whole.cell.shown is Shown.ZERO:
        return NoneCounted()
    value = whole.cell.first.values.value
    if value is None or value < 1 or value != value.to_integral_value() or whole.cell.first.values.qualifier:
        return _quantity(whole.cell.first)
    return counted(int(value))


def _unit(found: tuple[Row, ...]) -> Words:
    whole = _whole(found)
    return InWords.of(whole.cell.first.values).unit if whole and whole.cell.first else _FACTS


def _row(row: Row) -> CountRow:
    first = row.cell.facts[0]
    said = InWords.of(first.values)
    named = _listed([said.actor, *said.parts, *([Words(str(row.year))] if row.year else [])], ", ")
    value = _listed(
        [_FROM.fill(what=_quantity(each), by=each.publisher, report=each.report) for each in row.cell.facts]
    )
    differ = row.cell.shown is Shown.CONFLICT
    return CountRow(f"{FACT}{first.fact}", named, _DIFFER.fill(all=value) if differ else value)


def _quantity(fact: Accepted) -> Words:
    if fact.values.status == NOT_REPORTED:
        return _NOT_REPORTED
    if fact.values.status == ZERO:
        return _NONE
    said = InWords.of(fact.values)
    number = Words("{value} {unit}").fill(value=plain(fact.values.value) or "", unit=said.unit)
    return _listed([said.qualifier, number], " ") if said.qualifier else number


def _listed(each: list[Words], between: str = "; ") -> Words:
    return Words(*(between.join(one.in_language(language) for one in each) for language in ("en", "ru", "tg")))


_PUBLISHED = Words("{measure}, as published", "{measure}, по публикациям", "{measure}, аз рӯи нашрияҳо")
_CAVEAT = Words(
    "said by published texts and accepted by a reader; not counted from records",
    "сказано в опубликованных текстах и принято читателем; не посчитано по записям",
    "дар матнҳои нашршуда гуфта ва хонанда қабул кардааст; аз сабтҳо ҳисоб нашудааст",
)
_FACTS = Words("statements", "утверждения", "изҳорот")
_STATEMENTS = Words("statements: {n}", "утверждений: {n}", "изҳорот: {n}")
_FROM = Words("{what} ({by}, {report})")
_DIFFER = Words("sources differ: {all}", "источники расходятся: {all}", "сарчашмаҳо фарқ мекунанд: {all}")
_NOT_REPORTED = Words("not reported", "не сообщено", "хабар дода нашуд")
_NONE = Words("none", "нет", "нест")
