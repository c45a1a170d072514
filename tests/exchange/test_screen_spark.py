"""The same rule on a real Spark cluster of two workers says what it says in this process, row for row."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from panoh.__main__ import main
from panoh.instruments.library import screening_instrument
from tests.exchange.answer_tables import parquet, people
from tests.spark_cluster import SHORT_LIVED, Cluster, cluster

pytestmark = pytest.mark.spark
ID = "ilo_ec_adult_labour"
HOME = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("spark")) as started:
        yield started


def screen(path: Path, out: Path, spark: Cluster, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "panoh", "screen", str(path), "--instrument", ID, "--out", str(out), "--id", "case",
               "--engine", "spark", "--master", spark.master, "--workers", "2", *more]  # fmt: skip
    environment = {**os.environ, **SHORT_LIVED, "SPARK_LOCAL_IP": "127.0.0.1"}
    return subprocess.run(command, capture_output=True, text=True, cwd=HOME, env=environment, timeout=600, check=False)


def test_both_workers_do_their_share_and_the_findings_are_those_of_this_process(tmp_path, two_workers, capsys):
    path = parquet(tmp_path / "answers.parquet", people(screening_instrument(ID), 3_000), group=200)
    here, there = tmp_path / "here.parquet", tmp_path / "there.parquet"
    assert main(["screen", str(path), "--instrument", ID, "--id", "case", "--out", str(here)]) == 0
    told_here = capsys.readouterr().err

    done = screen(path, there, two_workers, "--batch", "250")

    assert done.returncode == 0, done.stderr
    assert all(two_workers.tasks_done()), "one of the workers did nothing"
    assert pq.read_schema(there) == pq.read_schema(here)
    assert pq.read_table(there).to_pylist() == pq.read_table(here).to_pylist()
    assert told_here.splitlines()[-1] in done.stderr
    assert {each.name for each in tmp_path.iterdir()} == {"answers.parquet", "here.parquet", "there.parquet"}


def test_what_is_no_answer_is_named_with_its_row_and_nothing_is_written(tmp_path, two_workers):
    list_ = people(screening_instrument(ID), 600)
    path = parquet(tmp_path / "answers.parquet", list_, group=100)
    table = pq.read_table(path)
    place = table.schema.get_field_index("AL.CD.documents")
    spoilt = table["AL.CD.documents"].to_pylist()
    spoilt[432] = 9
    table = table.set_column(place, "AL.CD.documents", [spoilt])
    pq.write_table(table, path, row_group_size=100)

    done = screen(path, tmp_path / "out.parquet", two_workers)

    assert done.returncode == 2
    assert "row 433, column AL.CD.documents (9): This is no answer." in done.stderr
    assert "Traceback" not in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["answers.parquet"]
