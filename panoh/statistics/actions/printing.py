"""The data sheet on paper: the year in plain words and one table first, then every table with bars, then what others
publish. Figures are exact, so that who took the paper out of the house is on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.paper import Paper, Section, Table, as_pdf
from panoh.registry.wording import day, spoken
from panoh.statistics.queries.sheet import SheetInWords, sheet_in_words
from panoh.statistics.rules import wording
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.rows import Row
from panoh.statistics.rules.sheet import Beside, Entry, Sheet
from panoh.statistics.rules.values import people
from panoh.statistics.rules.wording import Shown


@act
def print_sheet(*, period: Period, by: Officer, at: datetime) -> bytes:
    """The sheet as PDF in the active language."""
    access.require(by, access.Act.SEE_FIGURES)
    made = as_pdf(sheet_paper(sheet_in_words(by, period=period, now=at)), by=by, at=at)
    ledger.write(act="print_sheet", by=by, at=at, subject=f"sheet:{period.kind}.{period.year}")
    return made


def sheet_paper(said: SheetInWords) -> Paper:
    sheet = said.sheet
    return Paper(
        title=_("Figures: %(period)s") % {"period": period_name(sheet.period)},
        issuer="Panoh",
        lead=_("Counted from the case records, without opening anyone's name."),
        marks=(_("For officers only: exact figures"),),
        sections=tuple(_sections(said)),
    )


def period_name(period: Period) -> str:
    """As in 2025 – calendar year."""
    return f"{spoken(wording.PERIODS[period.kind])} {period.year}"


def cell(shown: Shown) -> str:
    """A value with its mark and its reason, as on the page."""
    small, why = " ▲" if shown.small else "", f" ({spoken(shown.why)})" if shown.why else ""
    return f"{spoken(shown.words)}{small}{why}"


def _sections(said: SheetInWords) -> Iterator[Section]:
    sheet = said.sheet
    heads = (_("Figure"), _short(sheet.period.before), _short(sheet.period), _("Change"))
    total = [[spoken(each.definition.name), *_cells(each.total)] for each in sheet.entries]
    legend = _("▲ fewer than ten: not for publication. None is counted; not available is never a zero.")
    frozen = [
        _("Frozen: edition %(number)s, counted on %(day)s.") % {"number": each.number, "day": day(each.counted_at)}
        for each, _differences in sheet.frozen
    ]
    caveats = [f"{_short(period)}: {spoken(each)}" for period, words in sheet.caveats for each in words]
    yield Section(_("The year in one page"), [*caveats, *frozen, legend], tables=[Table(_("Summary"), heads, total)])
    sentences = [f"{spoken(each.words)} [{', '.join(each.ids)}]" for each in said.sentences]
    yield Section(_("In plain words"), sentences)
    for entry in sheet.entries:
        yield _entry(entry, sheet, heads)


def _entry(entry: Entry, sheet: Sheet, heads: Sequence[str]) -> Section:
    definition = entry.definition
    facts = [
        (_("Definition"), f"{definition.id}, {definition.version}"),
        (_("Counting unit"), spoken(entry.unit)),
    ]
    tables = [
        Table(
            spoken(each.name),
            (spoken(each.name), *heads[1:]),
            [[spoken(row.name), *_cells(row)] for row in each.rows],
            _bars(each.rows),
        )
        for each in entry.tables
    ]
    published = [_published(each) for each in entry.beside]
    return Section(spoken(definition.name), [spoken(definition.counts)], facts, tables=[*tables, *published])


def _published(beside: Beside) -> Table:
    """Own and published years in one table, with bars; the caption says why they are not one count."""
    lines = [bar.line for bar in beside.chart.bars]
    longest = max((line.number for line in lines), default=0) or 1
    rows = [
        [
            f"{day(line.first)} – {day(line.last)}",
            spoken(line.words),
            _("counted here") if line.own else line.published.figure.source_title if line.published else "",
        ]
        for line in lines
    ]
    caption = f"{spoken(beside.series.name)} – {_('Not the same count:')} {spoken(beside.comparison.difference)}"
    return Table(
        caption, (_("Period"), _("Value"), _("Source")), rows, [line.number / longest or None for line in lines]
    )


def _bars(rows: Sequence[Row]) -> list[float | None]:
    longest = max((people(row.this) for row in rows), default=0) or 1
    return [people(row.this) / longest or None for row in rows]


def _cells(row: Row) -> tuple[str, str, str]:
    before, this = row.shown
    return cell(before), cell(this), spoken(row.change.words)


def _short(period: Period) -> str:
    """The years a period lies in."""
    first, last = period.first, period.last
    whole = (first.month, last.month) == (1, 12)
    return str(first.year) if whole else f"{first:%m.%Y} – {last:%m.%Y}"
