"""The master key turned under a million sealed records while an officer works, and the ledger proved.

The goals: no request fails while the key is turned; the ledger is proved at 200,000 lines a second or more.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from bench.tables import percentile, table
from bench.visitor import Visitor
from tests.served import HOUSE, Served, served

PEOPLE = int(os.environ.get("PANOH_BENCH_RECORDS", "1000000"))
LINES = int(os.environ.get("PANOH_BENCH_LINES", "500000"))


def main() -> None:
    """On SQLite, then on a throw-away PostgreSQL that keeps its promises (fsync on)."""
    if "PANOH_DATABASE" not in os.environ:
        measure("SQLite")
        again = [str(HOUSE / "tests/with_postgres.sh"), sys.executable, "-m", "bench", "keeping"]
        subprocess.run(again, cwd=HOUSE, env=os.environ | {"PANOH_TEST_FSYNC": "on"}, check=True)
    else:
        measure("PostgreSQL")


def measure(engine: str) -> None:
    with served() as server:
        server.run("tests.browser.officers")
        _, begun = prove(server)
        server.run("bench.fill_sealed", str(PEOPLE), str(LINES), patience=3600)
        working = Working(server)
        alone = working.for_seconds(10)
        started = time.perf_counter()
        beside = working.while_running(lambda: server.run("panoh", "keys", "turn", patience=3600))
        turned = time.perf_counter() - started
        lines, proved = prove(server)
    rows = [
        (f"keys turned a second, {PEOPLE:,} records, {engine}", PEOPLE / turned, ""),
        (f"begin a screening, p95 ms, alone → beside it, {engine}", percentile(alone, 95), percentile(beside, 95)),
        (f"requests beside it, none failed, {engine}", len(beside), ""),
        (f"lines proved a second, {lines:,} lines, {engine}", lines / (proved - begun), ""),
        (f"… with the start of the command, {begun:.1f} s, {engine}", lines / proved, ""),
    ]
    table(("what", "measured", "beside"), rows)


def prove(server: Served) -> tuple[int, float]:
    """The lines of the ledger, and the seconds the command took; on an empty ledger it is its start that takes them."""
    started = time.perf_counter()
    said = server.run("panoh", "ledger", "verify", patience=3600)
    return int(said.split(" lines")[0].split()[-1]), time.perf_counter() - started


class Working:
    """An officer who begins one screening after the other; a request that fails ends the bench."""

    def __init__(self, server: Served) -> None:
        self.zarina = Visitor(server, "zarina")
        self.taken: list[float] = []

    def for_seconds(self, seconds: float) -> list[float]:
        return self.while_running(lambda: time.sleep(seconds))

    def while_running(self, act: Callable[[], object]) -> list[float]:
        self.taken, ended = [], threading.Event()
        failed: list[BaseException] = []

        def work() -> None:
            try:
                while not ended.is_set():
                    started = time.perf_counter()
                    self.zarina.post("/screening/begin/", {"in_danger": "no"})
                    self.taken.append((time.perf_counter() - started) * 1000)
            except BaseException as error:  # told by the thread that waits
                failed.append(error)

        worker = threading.Thread(target=work)
        worker.start()
        try:
            act()
        finally:
            ended.set()
            worker.join()
        if failed:
            raise failed[0]
        return self.taken
