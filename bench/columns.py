"""Score only: the column-wise rule on a file of a million people beside the scalar rule, json-logic and one pass.

One pass is the same file through the same reader in the same batches, touching every value once (how many yes in each
column) with numpy. The scalar rule is timed without reading: its answers lie ready as dictionaries. It is given twice, as
`assess` (explains, with reasons and open questions) and as `triage` (what a list is scored by). `rule` reads the file;
`rule-alone` does not, as the scalar rules do not. json-logic reckons positive dimensions
and outcome only, no reasons, counts or open questions.
Each measurement runs in a process of its own, several times in turn; the least counts. CPU µs is the time of all cores
together, which another user of the machine disturbs less than the clock.
"""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from bench.answers import INSTRUMENT, write_answers
from bench.jsonlogic import rule_of
from bench.tables import table
from panoh.exchange.bulk.screened import Screened
from panoh.exchange.bulk.tables import Table, open_parquet
from panoh.exchange.bulk.threads import in_threads
from panoh.screening.rules import AgeGroup, Answer, assess
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import Asks, triage

PEOPLE, SAMPLE, TIMES = 1_000_000, 20_000, 3
ON = date(2026, 11, 16)
_ANSWER = {1: Answer.YES, 0: Answer.NO, None: Answer.UNKNOWN}
_BORN = {"adult": (1990, 1990), "child": (2015, 2015), "unknown": (None, None)}
Measured = dict[str, float]
Timed = tuple[float, int, float]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_answers(Path(folder) / "answers.parquet", PEOPLE)
        print(
            f"{PEOPLE:,} people, {path.stat().st_size / 1e6:.0f} MB; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
        )
        least = in_turn(path, ("pass", "rule", "rule-alone", "command", "triage", "assess", "json-logic"))
        show(least)


def in_turn(path: Path, names: tuple[str, ...], times: int = TIMES) -> dict[str, Measured]:
    """The least seconds and most memory of each, measured in turn so that a noisy minute spoils none alone."""
    least: dict[str, Measured] = {}
    for _ in range(times):
        for name in names:
            one = json.loads(
                subprocess.check_output([sys.executable, "-m", "bench.columns", name, str(path)], text=True)
            )
            if name not in least or one["µs a row"] < least[name]["µs a row"]:
                least[name] = one
    return least


def show(least: dict[str, Measured]) -> None:
    rule, one_pass = least["rule"]["µs a row"], least["pass"]["µs a row"]
    rows = []
    for name, each in least.items():
        taken = each["µs a row"]
        shown = f"{taken:.3f}", f"{each['CPU µs']:.3f}", f"{taken / rule:.1f}", f"{taken / one_pass:.2f}"
        rows.append((name, *shown, f"{each['MB']:.0f}"))
    table(("what", "µs a row", "CPU µs", "× rule", "× one pass", "peak MB"), rows)


def inside(name: str, path: Path) -> Measured:
    acts = {"pass": one_pass, "rule": rule, "rule-alone": rule_alone, "command": command}
    acts |= {"triage": scalar, "assess": explained, "json-logic": logic}
    seconds, people, cpu = acts[name](path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"µs a row": seconds / people * 1e6, "CPU µs": cpu / people * 1e6, "MB": memory}


def opened(path: Path) -> Table:
    return open_parquet(path, INSTRUMENT, (INSTRUMENT,))


def timed(act: Callable[[], int]) -> Timed:
    started, cpu = time.perf_counter(), time.process_time()
    people = act()
    return time.perf_counter() - started, people, time.process_time() - cpu


def one_pass(path: Path) -> Timed:
    def walk() -> int:
        people = 0
        for batch in opened(path).batches:
            people += batch.num_rows
            for column in batch.columns:
                if pa.types.is_int8(column.type):
                    np.count_nonzero(np.frombuffer(column.buffers()[1], np.int8, batch.num_rows, column.offset))
        return people

    return timed(walk)


def rule(path: Path) -> Timed:
    def reckon() -> int:
        table = opened(path)
        return sum(batch.num_rows for batch in in_threads(Screened(table.layout), table.batches))

    return timed(reckon)


def rule_alone(path: Path) -> Timed:
    """As the scalar rules are timed: the answers lie ready, here as Arrow batches."""
    table = opened(path)
    batches = list(table.batches)
    return timed(lambda: sum(batch.num_rows for batch in in_threads(Screened(table.layout), batches)))


def command(path: Path) -> Timed:
    """The whole command: start, read, reckon, write Parquet."""
    from panoh.__main__ import main

    out = path.with_name("out.parquet")
    arguments = ["screen", str(path), "--instrument", INSTRUMENT.id, "--out", str(out)]
    with redirect_stderr(io.StringIO()):
        seconds, _, cpu = timed(lambda: main(arguments))
    return seconds, opened_rows(path), cpu


def opened_rows(path: Path) -> int:
    import pyarrow.parquet as pq

    return int(pq.read_metadata(path).num_rows)


def sample(path: Path) -> Iterator[dict[str, Any]]:
    rows = (row for batch in opened(path).batches for row in batch.slice(0, SAMPLE).to_pylist())
    return islice(rows, SAMPLE)


def answered(path: Path) -> list[tuple[dict[str, Answer], str]]:
    return [({name: _ANSWER[value] for name, value in row.items() if name not in ("row", "age")}, row["age"])
            for row in sample(path)]  # fmt: skip


def scalar(path: Path) -> Timed:
    asks = Asks.all_of((INSTRUMENT,))
    rows = [RosterRow(2, "-", born_from=_BORN[age][0], born_to=_BORN[age][1], answers=tuple(answers.items()))
            for answers, age in answered(path)]  # fmt: skip
    return timed(lambda: len([triage(row, asks, on=ON) for row in rows]))


def explained(path: Path) -> Timed:
    rows = answered(path)[: SAMPLE // 10]
    return timed(lambda: len([outcome(*row) for row in rows]))


def outcome(answers: dict[str, Answer], age: str) -> str:
    act, use = answers["act"], answers["sexual_use"]
    return assess(INSTRUMENT, answers, age=AgeGroup(age), act_recorded=act, sexual_use_recorded=use).outcome


def logic(path: Path) -> Timed:
    """Its findings are compared with the scalar rule's, so that what is timed is the same rule."""
    from json_logic import jsonLogic

    dimensions, finding = rule_of(INSTRUMENT)
    rows = [_numbered(row) for row in sample(path)][: SAMPLE // 10]
    found: list[str] = []

    def reckon() -> int:
        for row in rows:
            found.append(jsonLogic(finding, {**row, "positive": jsonLogic(dimensions, row)}))
        return len(rows)

    measured = timed(reckon)
    assert found == [outcome(*row) for row in answered(path)[: len(rows)]], "json-logic reckons another rule"
    return measured


def _numbered(row: dict[str, Any]) -> dict[str, Any]:
    """json-logic takes a dot for a step into an object, and has no third value: what is unknown is 0, as for the outcome."""
    return {name.replace(".", "_"): value or 0 for name, value in row.items()}


if __name__ == "__main__":
    print(json.dumps(inside(sys.argv[1], Path(sys.argv[2]))))
