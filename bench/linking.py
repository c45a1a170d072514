"""Duplicates found among 200,000 invented persons: Panoh beside Splink and the matcher of OpenSanctions, in one run.

One file (`bench.persons`), one process for each tool, one after the other: seconds, CPU seconds, peak memory, and how many of
the planted pairs it finds. Panoh answers by the threshold it has; every other tool is given the threshold that suits it
best on this very file. PANOH_BENCH_PERSONS sets the number, PANOH_BENCH_PEERS the Python the others are installed for
(this one by default), PANOH_BENCH_TOOLS which of them run.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from bench.tables import table
from tests.served import HOUSE

PERSONS = int(os.environ.get("PANOH_BENCH_PERSONS", "200000"))
PEERS = os.environ.get("PANOH_BENCH_PEERS", sys.executable)
TOOLS: dict[str, tuple[str, ...]] = {
    "panoh": (sys.executable, "-m", "bench.linking_panoh"),
    "splink": (PEERS, "-m", "bench.linking_splink"),
    "nomenklatura logic-v2": (PEERS, "-m", "bench.linking_nomenklatura", "logic-v2"),
    "nomenklatura er-unstable": (PEERS, "-m", "bench.linking_nomenklatura", "er-unstable"),
}
PATIENCE = 3 * 3600
HEADINGS = ("tool", "seconds", "CPU seconds", "MB", "precision", "recall", "F1", "threshold")
Pair = tuple[int, int]


class Cost(NamedTuple):
    """What a process took: seconds, seconds of the processor, megabytes at its peak."""

    seconds: float
    processor: float
    megabytes: float


def main() -> None:
    chosen = os.environ.get("PANOH_BENCH_TOOLS", ",".join(TOOLS)).split(",")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "persons.csv", Path(folder) / "pairs.csv"
        subprocess.run([sys.executable, "-m", "bench.persons", str(PERSONS), str(path)], cwd=HOUSE, check=True)
        truth, records = _truth(path)
        print(
            f"{PERSONS:,} persons, {records:,} rows, {len(truth):,} pairs planted; load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
        for tool in chosen:
            cost = _run((*TOOLS[tool], str(path), str(out)))
            rows.append((tool, *_told(tool, cost, out, truth)))
            print(f"  {tool}: {rows[-1]}", file=sys.stderr, flush=True)
    table(HEADINGS, rows)


def _truth(path: Path) -> tuple[set[Pair], int]:
    members: dict[str, list[int]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            members[row["person"]].append(int(row["id"]))
    pairs = {pair for each in members.values() for pair in combinations(sorted(each), 2)}
    return pairs, sum(map(len, members.values()))


def _run(command: tuple[str, ...]) -> Cost | None:
    """None where the tool is not installed or failed; it has said so itself."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return None
    return Cost(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _told(tool: str, cost: Cost | None, out: Path, truth: set[Pair]) -> tuple[object, ...]:
    if cost is None:
        return ("did not run", "", "", "", "", "", "")
    with out.open(encoding="utf-8", newline="") as lines:
        found = sorted(
            ((float(score), min(int(a), int(b)), max(int(a), int(b))) for a, b, score in csv.reader(lines)),
            reverse=True,
        )
    precision, recall, f1, threshold = _all(found, truth) if tool == "panoh" else _best(found, truth)
    return (*map(float, cost), f"{precision:.4f}", f"{recall:.4f}", f"{f1:.4f}", threshold)


def _all(found: list[tuple[float, int, int]], truth: set[Pair]) -> tuple[float, float, float, str]:
    right = sum((one, other) in truth for _, one, other in found)
    return (*_measure(right, len(found), len(truth)), "its own")


def _best(found: list[tuple[float, int, int]], truth: set[Pair]) -> tuple[float, float, float, str]:
    best, right = (0.0, 0.0, 0.0, "none"), 0
    for place, (score, one, other) in enumerate(found, start=1):
        right += (one, other) in truth
        last_of_score = place == len(found) or found[place][0] != score
        if last_of_score and (measured := _measure(right, place, len(truth)))[2] > best[2]:
            best = (*measured, f"{score:.3f}")
    return best


def _measure(right: int, found: int, planted: int) -> tuple[float, float, float]:
    precision, recall = right / max(1, found), right / max(1, planted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
