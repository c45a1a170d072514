"""`panoh names compare`, `score` and `link`: the comparison from a terminal, without a database."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from panoh.names.compare import SAME_FROM, compare
from panoh.names.score import PairsUnreadable, Score, Verdict, read_pairs, score

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Subparsers) -> None:
    """Hang `names` under the main command; each leaf sets `run`, which returns the exit status."""
    names = subparsers.add_parser("names", help="compare personal names across scripts")
    acts = names.add_subparsers(dest="names_act", required=True, metavar="ACT")
    two = acts.add_parser("compare", help="say whether two names may be one person's, and why")
    two.add_argument("a", help="a name as written")
    two.add_argument("b", help="another name as written")
    two.set_defaults(run=run_compare)
    many = acts.add_parser("score", help="measure the comparison on a CSV file with the columns a, b, same")
    many.add_argument("file", type=Path, help="the CSV file, UTF-8")
    many.set_defaults(run=run_score)
    rows = acts.add_parser("link", help="say which lines of a CSV file may be one person; nothing is merged")
    rows.add_argument(
        "file",
        type=Path,
        help="UTF-8: a column name, or family, given, father; any of birth_date, sex, document, place",
    )
    rows.set_defaults(run=run_link)


def run_compare(arguments: argparse.Namespace) -> int:
    """0 when proposed as the same, 1 when not, 2 when a name is empty."""
    if not arguments.a.strip() or not arguments.b.strip():
        return _refuse("give two names, each in quotes: panoh names compare 'Муҳаббат Ҷӯраева' 'MUKHABBAT DZHURAEVA'")
    found = compare(arguments.a, arguments.b)
    _say(f"{found.score:.3f}  {'same' if found.same else 'not the same'} (same from {SAME_FROM})")
    for one, other, said, points in found.reasons:
        held = f"{one} | {other}: " if one or other else ""
        _say(f"  {points:+.2f}  {held}{said}")
    return 0 if found.same else 1


def run_score(arguments: argparse.Namespace) -> int:
    """0 when measured, 2 when the file cannot be used."""
    try:
        with arguments.file.open(encoding="utf-8-sig", newline="") as lines:
            measured = score(read_pairs(lines))
    except OSError as error:
        return _refuse(f"{arguments.file}: {error.strerror}; give the path of a CSV file that can be read")
    except UnicodeDecodeError:
        return _refuse(f"{arguments.file}: not UTF-8 text; save the file as UTF-8")
    except PairsUnreadable as error:
        return _refuse(f"{arguments.file}: {error}")
    _say(report(measured))
    return 0


def run_link(arguments: argparse.Namespace) -> int:
    """Lines that may be one person's, the strongest first, by their numbers in the file: names stay in it. 2 when the file
    cannot be used."""
    from panoh.names.linking import link  # with numpy, which no other command on names waits for
    from panoh.names.linking.reading import RowsUnreadable, read_rows

    try:
        with arguments.file.open(encoding="utf-8-sig", newline="") as lines:
            found = link(read_rows(lines), hands=os.cpu_count() or 1)
    except OSError as error:
        return _refuse(f"{arguments.file}: {error.strerror}; give the path of a CSV file that can be read")
    except UnicodeDecodeError:
        return _refuse(f"{arguments.file}: not UTF-8 text; save the file as UTF-8")
    except RowsUnreadable as error:
        return _refuse(f"{arguments.file}: {error}")
    _say("line,other_line,bits")
    for each in sorted(found, key=lambda each: -each.bits):
        _say(f"{each.one + 2},{each.other + 2},{each.bits:.1f}")
    return 0


def report(measured: Score) -> str:
    """The figures, then every miss; none where there is nothing to divide by."""
    lines = [
        f"pairs      {len(measured.verdicts)} ({measured.same} same)",
        f"recall     {_figure(measured.recall)}",
        f"precision  {_figure(measured.precision)}",
        f"F1         {_figure(measured.f1)}",
        f"key recall {_figure(measured.key_recall)}",
    ]
    return "\n".join([*lines, *(_miss(verdict) for verdict in measured.misses)])


def _miss(verdict: Verdict) -> str:
    kind = "not found" if verdict.pair.same else "wrongly same"
    keyless = "" if verdict.share_key or not verdict.pair.same else ", no shared key"
    return f"{kind} {verdict.score:.3f}{keyless}: {verdict.pair.a} | {verdict.pair.b}"


def _figure(share: float | None) -> str:
    return "none" if share is None else f"{share:.4f}"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _refuse(text: str) -> int:
    sys.stderr.write(text + "\n")
    return 2
