"""`panoh screen FILE`: checks a list of people and orders it by urgency, on a machine that keeps no records."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.manifest import ManifestUnusable, open_manifest
from panoh.exchange.mending import mending, text_written
from panoh.exchange.scoring import HEADINGS, Tally, scored
from panoh.exchange.writing import csv_lines
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.library import screening_instruments
from panoh.web.commands import complain, say_notes


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "screen",
        help="check a list of people or a table of answers and order it by urgency; needs no database",
        description="Writes one row per person: row in the file, urgency, outcome, instrument, reasons. No names. "
        "With --instrument also what the finding rests on, and then FILE may be a plain table of answers (Parquet or "
        "CSV) of any length. The order shuts nobody out and no outcome is a decision. "
        "Exit status: 0 every row was read, 1 some rows need mending (standard error says which), 2 nothing was done.",
    )
    parser.add_argument("file", type=Path, help="the list, with headings: CSV in UTF-8, an Excel workbook, or Parquet")
    parser.add_argument(
        "--sheet", metavar="NAME", default="", help="which sheet of a workbook (default: the first list)"
    )
    parser.add_argument(
        "--instrument", metavar="ID", help="score on this instrument only (default: all that are answered)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write there instead of standard output; .csv or .parquet"
    )
    parser.add_argument(
        "--mend", type=Path, metavar="FILE", help="write the rows to mend there, with names; keep it safe"
    )
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day of the list (default: today)")
    _add_engine(parser)
    parser.set_defaults(run=run)


def _add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--id", metavar="COLUMN", default="", help="also write this column of FILE, such as a number; never a name"
    )
    parser.add_argument("--engine", choices=("process", "spark"), default="process", help="where (default: process)")
    parser.add_argument("--master", metavar="URL", help="Spark's master (default: local[*])")
    parser.add_argument("--workers", type=_positive, metavar="N", help="cores to use (default: all)")
    parser.add_argument("--batch", type=_positive, metavar="N", help="rows of Parquet reckoned at a time")


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)


def run(given: argparse.Namespace) -> int:
    known = {each.id: each for each in screening_instruments()}
    if given.instrument and given.instrument not in known:
        return complain(f"there is no instrument {given.instrument!r}; known: {', '.join(known)}")
    if not given.instrument and (given.engine == "spark" or given.id or _ends_parquet(given.out)):
        return complain("--engine, --id and Parquet are for one instrument: say which with --instrument ID")
    tally = Tally()
    try:
        _screen(given, known, tally)
    except (ManifestUnusable, TableUnusable) as unusable:
        return complain(f"{given.file}: {unusable}")
    except OSError as error:
        return complain(f"{error.filename or given.file}: {error.strerror}; nothing was written")
    _report(given, tally)
    return 1 if tally.bad else 0


def _ends_parquet(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() == ".parquet"


def _screen(given: argparse.Namespace, known: dict[str, ScreeningInstrument], tally: Tally) -> None:
    on = given.on or datetime.now().astimezone().date()
    every, progress = tuple(known.values()), _Progress(given.file)
    if given.instrument:
        from panoh.web.commands.screen_one import (
            screen_one,  # Arrow takes its time to start; other commands need it not
        )

        screen_one(given, known[given.instrument], every, on=on, tally=tally, progress=progress)
        return
    with given.file.open("rb") as file, mending(given.mend) as mender, _out(given.out) as out:
        manifest = open_manifest(file, on=on, instruments=every, sheet=given.sheet)
        say_notes(given.file, manifest.notes)
        mender.begin(manifest.columns)
        rows = scored(manifest, every, tally, on=on, to_mend=mender, progress=progress)
        for text in csv_lines(_with(HEADINGS, rows), mark=False):
            out.write(text)


def _with(headings: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    yield headings
    yield from rows


@contextmanager
def _out(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    with text_written(path) as file:
        yield file


class _Progress:
    """Says on standard error how far a long list has been read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, read: int) -> None:
        print(f"panoh: {self._path.name}: {read:,} rows read", file=sys.stderr)


def _report(given: argparse.Namespace, tally: Tally) -> None:
    for fault in tally.faults:
        print(f"{given.file}: {fault}", file=sys.stderr)
    if tally.more_faults:
        print(f"… and {tally.more_faults:,} more; --mend FILE writes them all", file=sys.stderr)
    first = ", ".join(f"{reason} {number:,}" for reason, number in tally.reasons.most_common())
    print(
        f"panoh: {tally.read:,} rows, {tally.bad:,} to mend. Reasons to see someone first: {first or 'none'}.",
        file=sys.stderr,
    )
