"""The same folder on a real Spark cluster of two workers gives the same sheet, to the letter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.case_columns import write_invented
from tests.spark_cluster import SHORT_LIVED, cluster

pytestmark = pytest.mark.spark
HOME = Path(__file__).parents[2]


def test_both_workers_count_their_parts_and_a_damaged_one_is_named(tmp_path):
    write_invented(tmp_path / "columns", 4_000, part=500)
    environment = {**os.environ, **SHORT_LIVED, "SPARK_LOCAL_IP": "127.0.0.1"}

    def figures(*more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "panoh", "figures", "--from", str(tmp_path / "columns"), *more]
        return subprocess.run(
            command, capture_output=True, text=True, cwd=HOME, env=environment, timeout=600, check=False
        )

    here = figures()
    with cluster(tmp_path / "spark") as two_workers:
        on_spark = ("--engine", "spark", "--master", two_workers.master, "--workers", "2")
        there = figures(*on_spark)
        assert all(two_workers.tasks_done()), "one of the workers did nothing"
        os.truncate(tmp_path / "columns" / "part-00003" / "presumed.parquet", 100)
        damaged = figures(*on_spark)

    assert here.returncode == there.returncode == 0, there.stderr
    assert "Presumed victims" in here.stdout
    assert there.stdout == here.stdout
    assert damaged.returncode == 2
    assert "part-00003/presumed.parquet is missing, cut off or was changed" in damaged.stderr
    assert "Traceback" not in damaged.stderr
