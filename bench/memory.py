"""Memory of the serving process after 1,000 requests, at 1,000 cases. The goal: at most 200 MB (PSS)."""

from __future__ import annotations

from pathlib import Path

from bench.tables import table
from bench.visitor import Visitor
from tests.served import Served, served

REQUESTS = 1_000


def main() -> None:
    with served() as server:
        server.run("tests.browser.officers")
        server.run("bench.fill", "1000")
        rows = [("just started", *megabytes(server))]
        zarina, davlat = Visitor(server, "zarina"), Visitor(server, "davlat")
        for _ in range(REQUESTS // 4):
            zarina.get("/")
            zarina.post("/screening/begin/", {"in_danger": "no"})
            davlat.get("/")
            davlat.get("/find/")
        rows.append((f"after {REQUESTS:,} requests", *megabytes(server)))
    table(("when", "PSS MB", "RSS MB"), rows)


def megabytes(server: Served) -> tuple[float, float]:
    """Of the server and its worker processes together; PSS counts what they share once."""
    pss = rss = 0
    for process in family(server.process.pid):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            name, _, value = line.partition(":")
            pss += int(value.split()[0]) if name == "Pss" else 0
            rss += int(value.split()[0]) if name == "Rss" else 0
    return pss / 1024, rss / 1024


def family(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [process, *[member for child in children for member in family(int(child))]]
