"""Beginning a screening and opening worklists, at 1,000 and at 10,000 cases, with rights and ledger on, over HTTP.

Beside them the same server's bare page, which signs in, asks the table and shows the frame, but lists nothing.
The goal: p95 ≤ 40 ms, and at 10,000 cases ≤ 1.5 × its time at 1,000.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

from bench.tables import milliseconds, percentile, table
from bench.visitor import Visitor
from tests.served import HOUSE, Served, served

TIMES = 200
SIZES = (1_000, 10_000)
HEADINGS = ("what, on which engine", "p50 1,000", "p95 1,000", "p50 10,000", "p95 10,000", "ratio p50", "ratio p95")


def main() -> None:
    """On SQLite, then on a throw-away PostgreSQL that keeps its promises (fsync on)."""
    if "PANOH_DATABASE" not in os.environ:
        measure("SQLite")
        again = [str(HOUSE / "tests/with_postgres.sh"), sys.executable, "-m", "bench", "worklist"]
        subprocess.run(again, cwd=HOUSE, env=os.environ | {"PANOH_TEST_FSYNC": "on"}, check=True)
    else:
        measure("PostgreSQL")


def measure(engine: str) -> None:
    taken: dict[str, list[list[float]]] = {}
    with served() as server:
        server.run("tests.browser.officers")
        for size in SIZES:
            server.run("bench.fill", str(size))
            for name, act in acts(server).items():
                milliseconds(act, 20)
                taken.setdefault(name, []).append(milliseconds(act, TIMES))
    table(HEADINGS, [(f"{name}, {engine}", *_row(*both)) for name, both in taken.items()])


def acts(server: Served) -> dict[str, Callable[[], object]]:
    zarina, nigina, davlat = (Visitor(server, name) for name in ("zarina", "nigina", "davlat"))
    return {
        "a bare page": lambda: zarina.get("/find/"),
        "begin a screening": lambda: zarina.post("/screening/begin/", {"in_danger": "no"}),
        "my work, border guard": lambda: zarina.get("/"),
        "my work, intake desk": lambda: nigina.get("/"),
        "my work, decider": lambda: davlat.get("/"),
        "worklist of identification": lambda: davlat.get("/identification/"),
    }


def _row(few: list[float], many: list[float]) -> tuple[object, ...]:
    p = [percentile(taken, percent) for taken in (few, many) for percent in (50, 95)]
    return (*p, f"{p[2] / p[0]:.2f}", f"{p[3] / p[1]:.2f}")
