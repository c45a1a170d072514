"""Finding a person by another spelling of their name, over encrypted records on PostgreSQL, over HTTP.

The goals: p95 ≤ 40 ms at 100,000 people, ≤ 60 ms at 1 million, in any script. Beside it the same server's bare page. `found`: the
share of those asked for whose case is among the fifty shown; namesakes are many, since invented people share few names.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

from bench.tables import milliseconds, percentile, table
from bench.visitor import Visitor
from tests.served import HOUSE, served

SIZES = tuple(int(size) for size in os.environ.get("PANOH_BENCH_SIZES", "100000,1000000").split(","))
SEARCHERS = ("nigina", "davlat", "bek", "zebo", "gulnora", "zarina")
EACH = 18
"""Look-ups an officer may make within a minute, less two."""
FEW = 5
"""Fewer searches than this have no percentile."""
HEADINGS = ("script", "people", "searches", "p50", "p95", "found")


def main() -> None:
    """On a throw-away PostgreSQL that keeps its promises (fsync on)."""
    if "PANOH_DATABASE" in os.environ:
        measure()
        return
    again = [str(HOUSE / "tests/with_postgres.sh"), sys.executable, "-m", "bench", "finding"]
    subprocess.run(again, cwd=HOUSE, env=os.environ | {"PANOH_TEST_FSYNC": "on"}, check=True)


def measure() -> None:
    rows: list[tuple[object, ...]] = []
    with served() as server:
        server.run("tests.browser.officers")
        for size in SIZES:
            started = time.perf_counter()
            asked = [
                json.loads(line) for line in server.run("bench.fill_people", str(size), patience=7200).splitlines()
            ]
            print(f"{size:,} people on record after {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)
            searchers = [Visitor(server, name) for name in SEARCHERS]
            bare = [ms for each in searchers for ms in _bare(each)]
            rows.append(("a bare page", f"{size:,}", len(bare), percentile(bare, 50), percentile(bare, 95), ""))
            rows += _by_script(size, _searched(searchers, asked))
    table(HEADINGS, rows)


def _bare(visitor: Visitor) -> list[float]:
    milliseconds(lambda: visitor.get("/find/"), 20)
    return milliseconds(lambda: visitor.get("/find/"), 20)


def _searched(searchers: list[Visitor], asked: list[list[str]]) -> list[tuple[str, float, bool]]:
    """What was typed, milliseconds, and whether the person was among those shown. Every second time the year of birth too."""
    taken = []
    for number, (script, text, reference, year) in enumerate(asked[: EACH * len(searchers)]):
        how, typed = (f"{script}, year", f"{text} {year}") if number % 2 else (script, text)
        started = time.perf_counter()
        page = searchers[number // 2 % len(searchers)].find(typed)
        taken.append((how, (time.perf_counter() - started) * 1000, reference in page))
    return taken


def _how(typed: str) -> str:
    return "a name and the year" if typed.endswith(", year") else "a name"


def _by_script(size: int, taken: list[tuple[str, float, bool]]) -> list[tuple[object, ...]]:
    rows = []
    for script in (*sorted({each[0] for each in taken}), "a name", "a name and the year", "all"):
        some = [each for each in taken if script in (each[0], "all", _how(each[0]))]
        if len(some) < FEW:
            continue
        ms = [each[1] for each in some]
        found = sum(each[2] for each in some) / len(some)
        rows.append((script, f"{size:,}", len(some), percentile(ms, 50), percentile(ms, 95), f"{found:.2f}"))
    return rows


if __name__ == "__main__":
    main()
