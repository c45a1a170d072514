"""`panoh figures --export DIR` and `--from DIR`: case records as columns, and the figures of persons counted over them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from panoh.exchange.bulk.unusable import TableUnusable
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.web.commands import complain, with_records

if TYPE_CHECKING:
    from panoh.exchange.case_columns.engine import Engine
    from panoh.statistics.rules.sheet import Sheet


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--export",
        type=Path,
        metavar="DIR",
        help="write the cases, without names, as columns into a new folder, instead",
    )
    parser.add_argument(
        "--from", dest="columns", type=Path, metavar="DIR", help="count the persons in such a folder; needs no records"
    )
    parser.add_argument("--engine", choices=("process", "spark"), default="process", help="where --from counts")
    parser.add_argument("--master", metavar="URL", help="Spark's master (default: local[*])")
    parser.add_argument("--workers", type=int, metavar="N", help="cores to use (default: all)")


def export(folder: Path) -> int:
    """The folder takes its name when it is complete."""
    with_records()
    from django.utils import timezone

    from panoh.exchange.case_columns.writing import write_columns
    from panoh.exchange.whole_file import folder_beside

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return complain(f"{folder} is there already and not empty. Name a new folder; nothing is overwritten.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder_beside(folder) as fresh:
        fresh.mkdir(mode=0o700)
        contents = write_columns(fresh, at=timezone.now())
        fresh.replace(folder)
    print(f"written: {folder}: {sum(contents.parts):,} persons in {len(contents.parts)} parts, as of {contents.on}.")
    print(
        "It names nobody, but holds a line for each person and event: keep it as safe as the cases, never publish it."
    )
    return 0


def sheet_of(given: argparse.Namespace) -> Sheet:
    """The figures of persons for the period and the one before. Raises TableUnusable."""
    from panoh.exchange.case_columns.engine import opened
    from panoh.instruments import countries
    from panoh.instruments.statistics import definitions
    from panoh.statistics.forms import YEARS
    from panoh.statistics.rules.columns.sheet import sheet

    columns = opened(given.columns)
    year = columns.contents.day.year if given.year is None else given.year
    if year not in YEARS:
        raise TableUnusable(f"there is no year {year} to count; give one from {YEARS.start} to {YEARS.stop - 1}.")
    period = Period(PeriodKind(given.kind), year)
    found = columns.figures(definitions(), (period, period.before), _engine(given))
    regions = {each.code: each.name for each in countries.divisions(columns.contents.country) if not each.parent}
    return sheet(found, period, regions, since=columns.contents.since, on=columns.contents.day)


def _engine(given: argparse.Namespace) -> Engine:
    from panoh.exchange.case_columns.engine import in_process
    from panoh.exchange.case_columns.spark import on_spark

    if given.workers is not None and given.workers < 1:
        raise TableUnusable(f"{given.workers} workers count nothing; give 1 or more.")
    if given.engine == "spark":
        return on_spark(given.master or "local[*]", given.workers)
    if given.master:
        raise TableUnusable("--master is for Spark; add --engine spark.")
    return in_process(given.workers)
