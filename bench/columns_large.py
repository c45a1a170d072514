"""Score only at 100 million persons: memory stays bounded and a row costs what it costs at one million.

Takes 3 GB of disk in the temporary folder and, on two cores, some minutes to write the file; run it by name.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bench.answers import write_answers
from bench.columns import Measured, in_turn
from bench.tables import table

SIZES = (1_000_000, 100_000_000)
TIMES = 2


def main() -> None:
    found: dict[int, dict[str, Measured]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for people in SIZES:
            path = write_answers(Path(folder) / f"{people}.parquet", people)
            print(f"{people:,} people, {path.stat().st_size / 1e6:.0f} MB; load {os.getloadavg()[0]:.1f}", flush=True)
            found[people] = in_turn(path, ("pass", "rule", "command"), TIMES)
    show(found)


def show(found: dict[int, dict[str, Measured]]) -> None:
    few, many = (found[people] for people in SIZES)
    rows = [
        (name, f"{few[name]['µs a row']:.3f}", f"{many[name]['µs a row']:.3f}",
         f"{many[name]['µs a row'] / few[name]['µs a row']:.2f}", f"{many[name]['CPU µs'] / few[name]['CPU µs']:.2f}",
         f"{many[name]['µs a row'] / many['pass']['µs a row']:.2f}", f"{few[name]['MB']:.0f}", f"{many[name]['MB']:.0f}")
        for name in few
    ]  # fmt: skip
    headings = ("what", "µs a row at 1M", "at 100M", "ratio", "CPU ratio", "× one pass", "MB at 1M", "MB at 100M")
    table(headings, rows)
