"""The page of a roster and its coverage, at 1,000 and at 10,000 people, with rights and ledger on, over HTTP.

Beside them the same server's bare page. The goal: p95 ≤ 60 ms at 10,000 people. Coverage is also asked at 50,000.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

from bench.tables import milliseconds, percentile, table
from bench.visitor import Visitor
from tests.served import HOUSE, Served, served

TIMES = 100
SIZES = (1_000, 10_000, 50_000)
HEADINGS = ("what, on which engine", *(f"p{p} {size:,}" for size in SIZES for p in (50, 95)), "× a bare page")


def main() -> None:
    """On SQLite, then on a throw-away PostgreSQL that keeps its promises (fsync on)."""
    if "PANOH_DATABASE" not in os.environ:
        measure("SQLite")
        again = [str(HOUSE / "tests/with_postgres.sh"), sys.executable, "-m", "bench", "rosters"]
        subprocess.run(again, cwd=HOUSE, env=os.environ | {"PANOH_TEST_FSYNC": "on"}, check=True)
    else:
        measure("PostgreSQL")


def measure(engine: str) -> None:
    taken: dict[str, list[list[float]]] = {}
    with served() as server:
        server.run("tests.browser.officers")
        for size in SIZES:
            operation = server.run("bench.fill_roster", str(size)).strip().splitlines()[-1]
            for name, act in acts(server, operation).items():
                milliseconds(act, 10)
                taken.setdefault(name, []).append(milliseconds(act, TIMES))
    table(HEADINGS, [(f"{name}, {engine}", *_row(times, taken["a bare page"])) for name, times in taken.items()])


def acts(server: Served, operation: str) -> dict[str, Callable[[], object]]:
    zarina, path = Visitor(server, "zarina"), f"/screening/operations/{operation}/"
    return {
        "a bare page": lambda: zarina.get("/find/"),
        "the roster, 50 names": lambda: zarina.get(path),
        "numbers that update": lambda: zarina.get(f"{path}now/"),
        "numbers by sex, age, nationality": lambda: zarina.get(f"{path}numbers/"),
        "call the next person": lambda: zarina.post(f"{path}next/", {}),
        "operations of a period": lambda: zarina.get("/screening/operations/numbers/"),
    }


def _row(sizes: list[list[float]], bare: list[list[float]]) -> tuple[object, ...]:
    p = [percentile(taken, percent) for taken in sizes for percent in (50, 95)]
    return (*p, f"{percentile(sizes[1], 95) / percentile(bare[1], 95):.1f} at {SIZES[1]:,}")
