"""Figures as files of a million rows: time, and memory beside that of a small file of the same form.

Goal: a file of 1 million rows is streamed in constant memory. Each file is written in a process of its own, piece by piece to
nowhere, as a server sends it. `PANOH_ROWS=100000` takes fewer. A workbook holds 1,048,575 rows at most.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from bench.tables import table

FEW = 1_000
FORMS = ("sheet.csv", "sheet.hxl.csv", "sheet.json", "sheet.parquet", "sheet.xlsx")


def main() -> None:
    many = int(os.environ.get("PANOH_ROWS", "1000000"))
    rows = []
    for form in FORMS:
        small, large = _alone(form, FEW), _alone(form, many)
        seconds = (large["seconds"], large["cpu"], large["first"] * 1000)
        rows.append((form, *seconds, large["sent"], small["memory"], large["memory"], _ratio(large, small)))
    print(f"{many:,} rows beside {FEW:,}; load {os.getloadavg()[0]:.1f}")
    table(("form", "seconds", "CPU s", "first piece ms", "MB sent", "MB, few rows", "MB, many rows", "ratio"), rows)


def _ratio(large: dict[str, float], small: dict[str, float]) -> str:
    return f"{large['memory'] / small['memory']:.2f}"


def _alone(form: str, rows: int) -> dict[str, float]:
    told = subprocess.check_output([sys.executable, "-m", "bench.exporting", form, str(rows)], text=True)
    found: dict[str, float] = json.loads(told.splitlines()[-1])
    return found


@dataclass(frozen=True)
class Endless:
    """Rows that are made when they are asked for, so that only what the file keeps is measured."""

    number: int

    def __iter__(self) -> Iterator[object]:
        from panoh.instruments.kinds.source import Words
        from panoh.statistics.rules.rows import Row
        from panoh.statistics.rules.values import Number

        for number in range(self.number):
            yield Row("region", f"=place {number}", Words("a", "a", "a"), Number(number + 1), Number(number + 2))


def sheet_of(rows: int):
    """A sheet of one figure with so many lines in its file: two periods of each row."""
    from panoh.instruments.statistics import definitions
    from panoh.statistics.queries.sheet import SheetInWords
    from panoh.statistics.rules.figures import Figure
    from panoh.statistics.rules.periods import Period, PeriodKind
    from panoh.statistics.rules.rows import Table
    from panoh.statistics.rules.sheet import Entry, Sheet
    from panoh.statistics.rules.values import Number

    one = next(iter(definitions()))
    periods = [Period(PeriodKind.CALENDAR_YEAR, year) for year in (2025, 2024)]
    this, before = (Figure(one.id, one.version, each, one.counting_unit, Number(1)) for each in periods)
    entry = Entry(one, this, before, (Table("region", Endless(rows // 2 - 1)),), ())
    return SheetInWords(Sheet(periods[0], (entry,), (), None, periods[0].last), ())


def alone(form: str, rows: str) -> None:
    from panoh.web.commands import with_records

    with_records()
    from panoh.exchange.figures.files import FORMS as WRITTEN

    started, first, sent = time.perf_counter(), 0.0, 0
    for piece in WRITTEN[form](sheet_of(int(rows))):
        first = first or time.perf_counter() - started
        sent += len(piece)
    seconds, used = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF)
    told = {"seconds": seconds, "first": first, "sent": sent / 1e6, "memory": used.ru_maxrss / 1024}
    print(json.dumps({**told, "cpu": used.ru_utime + used.ru_stime}))


if __name__ == "__main__":
    alone(*sys.argv[1:])
