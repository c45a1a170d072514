"""`panoh figures`: the yearly data sheet and the published series, on the terminal or as a CSV file."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from itertools import chain
from pathlib import Path

from panoh.exchange.bulk.unusable import TableUnusable
from panoh.instruments.kinds.figure import PublishedFigure
from panoh.statistics.rules import wording
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.rows import Row
from panoh.statistics.rules.sheet import Sheet
from panoh.statistics.rules.table_file import COLUMNS, PUBLISHED_COLUMNS, published_rows, sheet_rows
from panoh.statistics.rules.values import NotAvailable
from panoh.web.commands import complain, figures_columns, with_records

KINDS = [kind.value for kind in PeriodKind]
Cells = tuple[str, ...]


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("figures", help="the figures of a year beside the year before, with every breakdown")
    parser.add_argument("--year", type=int, metavar="Y", help="the year the period begins in (default: this year)")
    parser.add_argument("--kind", choices=KINDS, default=KINDS[0], help=f"kind of period (default: {KINDS[0]})")
    parser.add_argument("--csv", metavar="FILE", help="write every value to a CSV file; - is standard output")
    parser.add_argument("--published", action="store_true", help="what others publish about the country, instead")
    parser.add_argument("--editions", action="store_true", help="hold every frozen edition against its hash, instead")
    figures_columns.add_options(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Exit 1 when the records cannot say a single figure for the period; 2 when the call is wrong."""
    if given.columns:
        return _counted_over_columns(given)
    with_records()
    from django.db import DatabaseError

    try:
        if given.export:
            return figures_columns.export(given.export)
        if given.editions:
            return _editions()
        return _published(given) if given.published else _own(given)
    except DatabaseError:
        return complain("this installation has no records yet. Run `panoh serve` or `panoh demo` first.")
    except BrokenPipeError:  # whoever read our output has seen enough
        raise
    except OSError as error:
        return complain(f"cannot write {given.csv}: {error.strerror}. Name a file in a folder that can be written to.")


def _own(given: argparse.Namespace) -> int:
    from django.utils import timezone

    from panoh.statistics.forms import YEARS
    from panoh.statistics.queries import sheet as build

    now = timezone.now()
    year = timezone.localdate(now).year if given.year is None else given.year
    if year not in YEARS:
        return complain(f"there is no year {year} to count; give one from {YEARS.start} to {YEARS.stop - 1}.")
    sheet = build(period=Period(PeriodKind(given.kind), year), now=now)
    return _given_out(given, sheet)


def _counted_over_columns(given: argparse.Namespace) -> int:
    try:
        return _given_out(given, figures_columns.sheet_of(given))
    except TableUnusable as unusable:
        return complain(str(unusable))


def _given_out(given: argparse.Namespace, sheet: Sheet) -> int:
    if given.csv:
        _write(given.csv, COLUMNS, sheet_rows(sheet))
    else:
        _show_sheet(sheet)
    return int(all(isinstance(entry.this.value, NotAvailable) for entry in sheet.entries))


def _editions() -> int:
    """Exit 1 when an edition is not what was prepared and signed."""
    from panoh.statistics.queries.editions import proved

    found = list(proved())
    rows = [
        (
            _days(each.edition.period.first, each.edition.period.last),
            f"edition {each.edition.number}",
            str(each.edition.state),
            each.edition.digest,
            each.fault or "whole",
        )
        for each in found
    ]
    _print_table([("period", "edition", "signature", "SHA-256", "held against hash and ledger"), *rows])
    return int(any(each.fault for each in found))


def _published(given: argparse.Namespace) -> int:
    from django.conf import settings

    from panoh.instruments.countries import published_figures

    found = published_figures(settings.COUNTRY)
    if given.year is not None:
        found = tuple(each for each in found if each.period_start.year <= given.year <= each.period_end.year)
    if given.csv:
        _write(given.csv, PUBLISHED_COLUMNS, published_rows(found))
    else:
        _show_published(found)
    return int(not found)


def _show_sheet(sheet: Sheet) -> None:
    for period, caveats in sheet.caveats:
        print(f"{_days(period.first, period.last)}: {' '.join(words.en for words in caveats)}")
    head = (
        "",
        _days(sheet.period.before.first, sheet.period.before.last),
        _days(sheet.period.first, sheet.period.last),
    )
    summary = [_cells(entry.total) for entry in sheet.entries]
    _print_table([(*head, "change"), *summary])
    for entry in sheet.entries:
        rows = chain.from_iterable(
            [(f"by {table.name.en.lower()}", "", "", ""), *map(_cells, table.rows)] for table in entry.tables
        )
        print(f"\n{entry.definition.name.en}: {entry.definition.counts.en}")
        _print_table([_cells(entry.total), *rows])
    print("\n* fewer than ten: not for publication. None is counted; not available is never a zero.")


def _cells(row: Row) -> Cells:
    before, this = (
        f"{shown.words.en}{'*' if shown.small else ''}{f' ({shown.why.en})' if shown.why else ''}"
        for shown in row.shown
    )
    name = f"  {row.name.en}" if row.dimension else row.name.en
    return name, before, this, row.change.words.en


def _show_published(figures: Iterable[PublishedFigure]) -> None:
    rows = (
        (
            figure.series,
            _days(figure.period_start, figure.period_end),
            wording.published(figure.value).en,
            f"{figure.unit}{f', {figure.breakdown}' if figure.breakdown else ''}"[:44],
            f"{figure.source_title}, {figure.source_year}"[:60],
            figure.verification.value,
        )
        for figure in figures
    )
    _print_table([("series", "period", "value", "what it holds", "source", "verified"), *rows])


def _days(first: date, last: date) -> str:
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return str(first.year) if whole else f"{first:%Y-%m}/{last:%Y-%m}"


def _print_table(rows: list[Cells]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _write(name: str, columns: Cells, rows: Iterable[Cells]) -> None:
    with nullcontext(sys.stdout) if name == "-" else Path(name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
