"""The same file on a real Spark cluster with one worker and with two, start-up told apart from the work."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.answers import INSTRUMENT, write_answers
from bench.tables import table
from tests.spark_cluster import cluster

PEOPLE, FEW = 1_000_000, 1_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        show_spark(write_answers(Path(folder) / "answers.parquet", PEOPLE), Path(folder), PEOPLE)


def show_spark(path: Path, folder: Path, people: int) -> None:
    """Start-up is what a file of a thousand people takes: Java, session, Python on the workers; the rest is work."""
    few = write_answers(folder / "few.parquet", FEW)
    with cluster(folder / "spark") as spark:
        rows = [_row(f"{workers} worker{'s' * (workers - 1)}", spark.master, few, path, workers, people)
                for workers in (1, 2)]  # fmt: skip
    table(("Spark", "start-up s", "work s", "µs a row"), rows)


def _row(name: str, master: str, few: Path, path: Path, workers: int, people: int) -> tuple[str, float, float, str]:
    start_up = _seconds(few, master, workers)
    work = _seconds(path, master, workers) - start_up
    return name, start_up, work, f"{work / people * 1e6:.2f}"


def _seconds(path: Path, master: str, workers: int) -> float:
    command = [sys.executable, "-m", "panoh", "screen", str(path), "--instrument", INSTRUMENT.id, "--out",
               str(path.with_name("spark_out.parquet")), "--engine", "spark", "--master", master, "--workers",
               str(workers)]  # fmt: skip
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started
