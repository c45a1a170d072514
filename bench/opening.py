"""Creating a case over HTTP with rights, sealed fields and the chained ledger; and what the ledger of reading costs a case page.

A consul writes down somebody new: person, keys, case, agreement and file in one act. The goals: p50 ≤ 6 ms, at least 200 a second
with four clients on PostgreSQL and 100 on SQLite; a line for each opening adds ≤ 15 % to the p50 of a page that opens a name.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from itertools import count

from bench.tables import milliseconds, percentile, table
from bench.visitor import Visitor
from tests.served import HOUSE, Served, served

SECONDS, CLIENTS, TIMES = 10, 4, 200
NEW = "/protection/consular/new/"
_number = count(1)


def main() -> None:
    """On SQLite, then on a throw-away PostgreSQL that keeps its promises (fsync on), there with two processes."""
    if "PANOH_DATABASE" in os.environ:
        measure("PostgreSQL", "serve", "--workers", "2")
        return
    measure("SQLite", "serve")
    again = [str(HOUSE / "tests/with_postgres.sh"), sys.executable, "-m", "bench", "opening"]
    subprocess.run(again, cwd=HOUSE, env=os.environ | {"PANOH_TEST_FSYNC": "on"}, check=True)


def measure(engine: str, *command: str) -> None:
    with served(*command) as server:
        server.run("tests.browser.officers")
        consul = Visitor(server, "timur")
        bare, one = (milliseconds(act, TIMES)[20:] for act in (lambda: consul.get("/find/"), lambda: opened(consul)))
        rate = _by_several(server)
        print(f"\n{engine}: {rate:.0f} cases a second with {CLIENTS} clients", flush=True)
        rows = [("a bare page", bare), ("a case is created", one)]
        table(("what", "p50", "p95"), [(name, percentile(ms, 50), percentile(ms, 95)) for name, ms in rows])
        print(server.run("bench.reading"), flush=True)


def opened(consul: Visitor) -> str:
    number = next(_number)
    typed = {"met": "asked", "wish": "stay", "agreed": "yes", "explained": "on", "language": "tg", "sex": "female"}
    who = {"name": f"Канареева Лола {number}", "document": "passport"}
    return consul.post(NEW, {**typed, **who, "number": f"DEMO{number:07d}"})


def _by_several(server: Served) -> float:
    """Cases a second, of clients that begin together, each with its own session."""
    consuls, until = [Visitor(server, "timur") for _ in range(CLIENTS)], time.monotonic() + SECONDS
    made = [0] * CLIENTS

    def work(client: int) -> None:
        while time.monotonic() < until:
            opened(consuls[client])
            made[client] += 1

    started = time.monotonic()
    threads = [threading.Thread(target=work, args=(client,)) for client in range(CLIENTS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sum(made) / (time.monotonic() - started)


if __name__ == "__main__":
    main()
