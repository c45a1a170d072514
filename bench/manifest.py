"""A list of 10,000 people returned: reading and checking it, and taking it onto a roster, beside Python's own csv reader."""

from __future__ import annotations

import csv
import io
import json
import resource
import sys
import time
from datetime import date

from bench.tables import table
from panoh.exchange.invented_manifest import invented_manifest
from panoh.exchange.manifest import open_manifest
from panoh.instruments.library import screening_instruments
from panoh.web.commands import with_records
from tests.served import served

PEOPLE = 10_000
ON = date(2026, 11, 16)


def main() -> None:
    with served() as server:
        server.run("tests.browser.officers")
        measured = json.loads(server.run("bench.manifest"))
    rows = [
        (what, taken, f"{PEOPLE / taken:,.0f}", f"{taken / measured['csv alone']:.0f}")
        for what, taken in measured.items()
        if what != "MB"
    ]
    table(("what", "seconds", "people a second", "× csv"), rows)
    print(f"Largest the importing process grew: {measured['MB']:.0f} MB")


def inside() -> None:
    """Runs beside a server, on its database; prints what it measured."""
    from django.utils import timezone

    from panoh.registry.models import Officer
    from panoh.screening.actions import import_roster, open_operation

    content = invented_manifest(PEOPLE, seed=7, on=ON).content
    started = time.perf_counter()
    list(csv.reader(io.StringIO(content.decode())))
    csv_alone = time.perf_counter() - started
    started = time.perf_counter()
    people = read(content)
    reading = time.perf_counter() - started
    zarina, at = Officer.objects.get(username="zarina"), timezone.now()
    operation = open_operation(kind="flight", title="bench", on=ON, by=zarina, at=at)
    started = time.perf_counter()
    import_roster(operation=operation, rows=people, by=zarina, at=at)
    importing = time.perf_counter() - started
    started = time.perf_counter()
    import_roster(operation=operation, rows=people, by=zarina, at=at)
    again = time.perf_counter() - started
    measured = {"csv alone": csv_alone, "read and check": reading, "take onto the roster": importing}
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(measured | {"the same list again": again, "MB": grown}))


def read(content: bytes) -> list[object]:
    lines = open_manifest(io.BytesIO(content), on=ON, instruments=screening_instruments()).lines
    return [line.person for line in lines if line.person is not None]


if __name__ == "__main__":
    with_records()
    inside()
    sys.exit(0)
