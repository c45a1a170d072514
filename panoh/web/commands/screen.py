"""`panoh screen FILE`: checks a list of people and orders it by urgency, on a machine that keeps no records."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from panoh.exchange.manifest import Line, Manifest, ManifestUnusable, open_manifest
from panoh.exchange.scoring import HEADINGS, Tally, require_answers, scored
from panoh.exchange.writing import csv_lines
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.library import screening_instruments
from panoh.web.commands import complain


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "screen",
        help="check a list of people (CSV) and order it by urgency; needs no database",
        description="Writes one row per person: row in the file, urgency, outcome, instrument, reasons. No names. "
        "The order shuts nobody out and no outcome is a decision. "
        "Exit status: 0 every row was read, 1 some rows need mending (standard error says which), 2 nothing was done.",
    )
    parser.add_argument("file", type=Path, help="the list: CSV in UTF-8 with headings")
    parser.add_argument(
        "--instrument", metavar="ID", help="score on this instrument only (default: all that are answered)"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write there instead of standard output")
    parser.add_argument(
        "--mend", type=Path, metavar="FILE", help="write the rows to mend there, with names; keep it safe"
    )
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day of the list (default: today)")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    known = {each.id: each for each in screening_instruments()}
    if given.instrument and given.instrument not in known:
        return complain(f"there is no instrument {given.instrument!r}; known: {', '.join(known)}")
    chosen = (known[given.instrument],) if given.instrument else tuple(known.values())
    tally = Tally()
    try:
        _screen(given, chosen, tally)
    except ManifestUnusable as unusable:
        return complain(f"{given.file}: {unusable}")
    except OSError as error:
        return complain(f"{error.filename or given.file}: {error.strerror}; nothing was written")
    _report(given, tally)
    return 1 if tally.bad else 0


def _screen(given: argparse.Namespace, chosen: tuple[ScreeningInstrument, ...], tally: Tally) -> None:
    on = given.on or datetime.now().astimezone().date()
    with given.file.open("rb") as file, _written(given.mend) as mend, _written(given.out, sys.stdout) as out:
        manifest = open_manifest(file, on=on, instruments=screening_instruments())
        if given.instrument:
            require_answers(manifest, chosen[0])
        rows = scored(manifest, chosen, tally, on=on, to_mend=_mender(mend, manifest), progress=_Progress(given.file))
        for text in csv_lines(_with(HEADINGS, rows), mark=False):
            out.write(text)


def _with(headings: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    yield headings
    yield from rows


@contextmanager
def _written(path: Path | None, otherwise: TextIO | None = None) -> Iterator[TextIO]:
    """A file that appears whole or not at all, readable by its owner only; `otherwise` where no path is given."""
    if path is None:
        with open(os.devnull, "w") as nowhere:
            yield otherwise or nowhere
        return
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _mender(mend: TextIO, manifest: Manifest) -> Callable[[Line], None]:
    """Writes each line that cannot be taken as it stood, with what is wrong; the headings first."""
    width = len(manifest.columns.headings)
    mend.writelines(csv_lines([(*manifest.columns.headings, "row in the file sent", "what to mend")]))

    def write(line: Line) -> None:
        cells = (*line.cells[:width], *[""] * (width - len(line.cells)))
        mend.writelines(csv_lines([(*cells, line.number, " ".join(map(str, line.faults)))], mark=False))

    return write


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
