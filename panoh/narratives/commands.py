"""`panoh read`: prints the facts of narratives as JSON lines, or scores the reader against facts written by hand."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from panoh.narratives.apart import apart_from_the_year
from panoh.narratives.reading import read_narrative
from panoh.narratives.score import Line, Score, Tally, score
from panoh.narratives.sources import Unreadable, open_narrative

GOLD = ".facts.jsonl"


def add_parser(subparsers: Any) -> None:
    """Adds `read` to the commands of panoh."""
    parser: argparse.ArgumentParser = subparsers.add_parser("read", help="read report narratives into facts")
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="text of a country narrative, such as TJK-2021.txt"
    )
    parser.add_argument("--country", help="three letters, when the file name does not say it")
    parser.add_argument("--year", type=int, help="year of the report, when the file name does not say it")
    parser.add_argument("--score", type=Path, metavar="DIR", help=f"compare with the *{GOLD} files in this folder")
    parser.add_argument(
        "--texts", type=Path, metavar="DIR", help="where the texts of --score lie, when not beside the facts"
    )
    parser.add_argument(
        "--misses", action="store_true", help="with --score: list also what was read and is not in the gold"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when all was read, 2 when a file or the call was wrong; what could be read is printed either way."""
    if args.score is not None:
        return _score(args.score, args.texts or args.score, args.misses)
    if not args.files:
        _warn("panoh read: name at least one text file, or --score DIR")
        return 2
    return max([_read(path, args) for path in args.files])


def _read(path: Path, args: argparse.Namespace) -> int:
    try:
        narrative = open_narrative(path, args.country, args.year)
    except Unreadable as refusal:
        _warn(f"panoh read: {refusal}")
        return 2
    for warning in narrative.warnings:
        _warn(f"panoh read: {path}: {warning}")
    for line in facts_of(path, args.country, args.year):
        _say(json.dumps(line if not narrative.warnings else {**line, "partial": True}, ensure_ascii=False))
    return 0


def facts_of(path: Path, country: str | None = None, year: int | None = None) -> list[Line]:
    """The facts of a file as lines."""
    narrative = open_narrative(path, country, year)
    facts = read_narrative(
        narrative.text, name=narrative.name, country=narrative.country, report_year=narrative.report_year
    )
    return [apart_from_the_year(fact).as_json() for fact in facts]


def _score(folder: Path, texts: Path, show_invented: bool) -> int:
    gold_files = sorted(folder.glob(f"*{GOLD}"))
    if not gold_files:
        _warn(f"panoh read: no *{GOLD} files in {folder}; name the folder that holds them")
        return 2
    total: Score | None = None
    for gold_file in gold_files:
        name = gold_file.name.removesuffix(GOLD)
        try:
            read = facts_of(texts / f"{name}.txt")
        except Unreadable as refusal:
            _warn(f"panoh read: {refusal}")
            return 2
        gold = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines() if line.strip()]
        one = score(read, gold)
        total = one if total is None else total + one
        _say(_row(name, one))
        _list("missed", one.missed)
        if show_invented:
            _list("extra ", one.invented)
    if total is not None:
        _say(_row("all", total))
    return 0


def _row(name: str, one: Score) -> str:
    silent = f"none/not reported R {one.silent.recall:.3f} ({one.silent.found}/{one.silent.written})"
    return f"{name:12} strict {_three(one.strict)}   lenient {_three(one.lenient)}   {silent}"


def _three(tally: Tally) -> str:
    return f"P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}"


def _list(kind: str, lines: Iterable[Line]) -> None:
    for line in lines:
        value = "-" if line["value"] is None else f"{line['value']:g} {line['unit']}"
        told = f"{line['measure']} {value} {line['year']} {line['status']} {line['breakdown']} {line['actor']}"
        _say(f"  {kind} {told} | {line['quote'][:110]}")


def _warn(line: str) -> None:
    sys.stderr.write(line + "\n")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
