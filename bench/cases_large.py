"""Worklists of every role and the page of one case, at 10,000 and at 100,000 cases on PostgreSQL, over HTTP.

The goals: worklists p95 ≤ 40 ms, the case page p95 ≤ 80 ms at 100,000 cases, and at most 1.5 × the time at 10,000.
Beside them the same server's bare page, which signs in, asks the table and shows the frame, but lists nothing.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable

from bench.tables import milliseconds, percentile, table
from bench.visitor import Visitor
from tests.served import HOUSE, served

TIMES = int(os.environ.get("PANOH_BENCH_TIMES", "200"))
SIZES = tuple(int(size) for size in os.environ.get("PANOH_BENCH_SIZES", "10000,100000").split(","))
ROLES = {
    "zarina": "border guard",
    "nigina": "intake desk",
    "davlat": "preliminary decider",
    "rustam": "panel",
    "parvina": "case manager",
    "shahlo": "shelter",
}
READERS = ("zarina", "nigina", "rustam")
HEADINGS = ("what", *(f"p{percent} {size:,}" for size in SIZES for percent in (50, 95)), "ratio p50", "ratio p95")


def main() -> None:
    """On a throw-away PostgreSQL that keeps its promises (fsync on)."""
    if "PANOH_DATABASE" in os.environ:
        measure()
        return
    again = [str(HOUSE / "tests/with_postgres.sh"), sys.executable, "-m", "bench", "cases_large"]
    subprocess.run(again, cwd=HOUSE, env=os.environ | {"PANOH_TEST_FSYNC": "on"}, check=True)


def measure() -> None:
    taken: dict[str, list[list[float]]] = {}
    with served() as server:
        server.run("tests.browser.officers")
        visitors = {name: Visitor(server, name) for name in ROLES}
        for size in SIZES:
            cases = server.run("bench.fill_mixture", str(size), patience=7200).split()
            for name, act in acts(visitors, cases).items():
                milliseconds(act, 20)
                taken.setdefault(name, []).append(milliseconds(act, TIMES))
    table(HEADINGS, [(name, *_row(sizes)) for name, sizes in taken.items()])


def acts(visitors: dict[str, Visitor], cases: list[str]) -> dict[str, Callable[[], object]]:
    made: dict[str, Callable[[], object]] = {"a bare page": lambda: visitors["zarina"].get("/find/")}
    for name, role in ROLES.items():
        made[f"worklist, {role}"] = lambda name=name: visitors[name].get("/")  # type: ignore[misc]  # a default binds it
    for name in READERS:
        around = itertools.cycle(cases)
        made[f"a case, {ROLES[name]}"] = lambda name=name, around=around: visitors[name].get(f"/case/{next(around)}/")  # type: ignore[misc]  # as above
    return made


def _row(sizes: list[list[float]]) -> tuple[object, ...]:
    p = [percentile(taken, percent) for taken in sizes for percent in (50, 95)]
    return (*p, f"{p[-2] / p[0]:.2f}", f"{p[-1] / p[1]:.2f}")
