"""`panoh release FILE`: makes of a file of records what can be given to the public, under a budget that is never overspent."""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from panoh.exchange.release.refusal import NotReleased
from panoh.instruments.reader import TextError
from panoh.instruments.statistics import ctdc_codebook, read_codebook
from panoh.web.commands import complain, with_records

if TYPE_CHECKING:
    from panoh.exchange.release.making import Asked, Made

_LITTLE_SHOWN = 1 / 3


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "release",
        help="make a public release of a file of records: safe tables, private tables and invented records",
        description="Writes a new folder: exact tables with small cells hidden and proved against differencing (safe), tables "
        "and invented records under differential privacy (private), a readme, how useful it is, and metadata. What it costs is "
        "written into the account of the budget beside FILE before any noise is drawn. "
        "Exit status: 0 released, 1 released but the private part is not useful, 2 refused.",
    )
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="one row per person: CSV, CSV.gz or Parquet, with headings"
    )
    parser.add_argument(
        "--epsilon", type=float, required=True, metavar="E", help="what the private part may cost; up to 4 is usual"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    parser.add_argument("--delta", type=float, metavar="D", help="default: 1/(n ln n), n the number of records")
    parser.add_argument(
        "--codebook", type=Path, metavar="FILE", help="columns and values, as YAML (default: CTDC, 2021)"
    )
    parser.add_argument("--budget", type=float, metavar="B", help="settled by the first release (default: its epsilon)")
    parser.add_argument("--account", type=Path, metavar="FILE", help="the account of the budget (default: beside FILE)")
    parser.add_argument(
        "--by", default="", metavar="COLUMN", help="cross the safe tables by it (default: the codebook's)"
    )
    parser.add_argument(
        "--cases", action="store_true",
        help="instead of FILE the presumed victims of this installation, without names; private only, paid in its ledger",
    )  # fmt: skip
    parser.add_argument("--only", choices=("safe", "private"), help="make one part (default: both)")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    if given.cases == bool(given.file):
        return complain("name FILE, or --cases for the cases of this installation: one of the two.")
    if given.cases and (given.only == "safe" or given.codebook or given.account or given.by):
        return complain(
            "--cases releases what is private only, by a codebook of its own, and pays in the ledger; leave --only safe, "
            "--codebook, --account and --by out. Exact counts go out as publications."
        )
    name = given.file or "the cases"
    try:
        return _report(given, _of_cases(given) if given.cases else _made(given, _asked(given)))
    except (NotReleased, TextError) as refused:
        paid = (
            " The budget is spent all the same."
            if getattr(refused, "paid", False)
            else " Nothing was released or spent."
        )
        return complain(f"{name}: {refused}{paid}")
    except OSError as error:
        return complain(f"{error.filename or name}: {error.strerror}. Nothing was released.")


def _asked(given: argparse.Namespace) -> Asked:
    from panoh.exchange.release.making import Asked

    book = read_codebook(given.codebook) if given.codebook else ctdc_codebook()
    return Asked(
        given.file, book, given.out, given.epsilon, given.delta, given.budget, given.account,
        safe=given.only != "private", private=given.only != "safe",
        by=given.by,
    )  # fmt: skip


def _of_cases(given: argparse.Namespace) -> Made:
    """The records stand in a file of their own for as long as the release is made."""
    with_records()
    from panoh.exchange.release.making import Asked
    from panoh.exchange.release.own_cases import codebook, pay_from_ledger, write_records

    at = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        book, file = codebook(at=at), Path(folder) / "cases"
        write_records(file, book, at=at)
        asked = Asked(
            file, book, given.out, given.epsilon, given.delta, given.budget, safe=False, pay=pay_from_ledger
        )  # fmt: skip
        return _made(given, asked)


def _made(given: argparse.Namespace, asked: Asked) -> Made:
    from panoh.exchange.release.making import make_release  # Arrow takes its time to start; other commands need it not

    at = datetime.now(UTC).isoformat(timespec="seconds")
    return make_release(asked, at=at, say=lambda note: print(f"panoh: {asked.file.name}: {note}.", file=sys.stderr))


def _report(given: argparse.Namespace, made: Made) -> int:
    if made.safe:
        out = f", {len(made.safe.given_up)} left out as they could not be made safe" if made.safe.given_up else ""
        print(
            f"safe: {len(made.safe.tables)} crossed tables{out}; shown cells hold {made.safe.shown:.0%} of the persons"
        )
        if made.safe.shown < _LITTLE_SHOWN:
            print("Few records for so many cells: cross them by a column of fewer values with --by COLUMN.")
    if made.utility and made.standing:
        printed = ", ".join(
            f"{each.printed:,} of {each.size} (expected error {each.error:.0%})" for each in made.utility.sizes
        )
        print(f"private: combinations of values: {printed}; about {made.utility.persons:,} invented records")
        print(
            f"budget: {made.standing.spent:g} of {made.standing.budget:g} spent in {made.standing.releases} release(s)"
        )
    print(f"written: {given.out}")
    if made.utility and (why := made.utility.why_not):
        print(
            f"panoh: the private part is not useful: {'; '.join(why)}. Too few records for this epsilon.",
            file=sys.stderr,
        )
        return 1
    return 0
