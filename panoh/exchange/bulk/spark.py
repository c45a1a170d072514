"""The distributed engine: Apache Spark calls the same function on every batch, wherever its worker stands."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from panoh.exchange.bulk.engine import Run
from panoh.exchange.bulk.layout import ROW, Layout
from panoh.exchange.bulk.on_workers import OnSpark
from panoh.exchange.bulk.parts import in_order, shipped
from panoh.exchange.bulk.screened import Screened
from panoh.exchange.bulk.tables import Table
from panoh.exchange.bulk.unusable import TableUnusable

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_SQL = {pa.int64(): "long", pa.uint8(): "short", pa.uint16(): "int", pa.bool_(): "boolean"}
_TOLD = re.compile(r"TableUnusable: (.+)")
_HERE = re.compile(r"local\b|spark://(127\.|localhost|\[::1\])")


def require_spark() -> None:
    """Raises TableUnusable, saying how to install what is missing."""
    try:
        import pyspark  # noqa: F401 - only whether it is there
    except ImportError:
        raise TableUnusable(
            "Apache Spark is not installed; it is an extra. Run `make .venv/.spark .venv/.java`, or "
            "`pip install 'panoh[spark]'` and Java 17; or leave --engine out."
        ) from None
    if not shutil.which("java") and not os.environ.get("JAVA_HOME"):
        raise TableUnusable("Spark needs Java 17 and there is none. Run `make .venv/.java`, or set JAVA_HOME.")


def screened_on_spark(run: Run, table: Table, *, master: str, parts: Path) -> Iterator[pa.RecordBatch]:
    """`parts`: a new folder that the driver and every worker can reach, as they must the file itself."""
    require_spark()
    screened = Screened(table.layout)
    with tempfile.TemporaryDirectory() as folder, session("panoh screen", master, _settings(run)) as spark:
        spark.sparkContext.addPyFile(str(shipped(Path(folder))))
        try:
            _write_parts(spark, run, table.layout, screened, parts)
        except Exception as error:
            if told := _TOLD.search(str(error)):
                raise TableUnusable(told[1]) from None
            raise
    yield from in_order(parts, screened.schema(), run.batch)


def _write_parts(spark: SparkSession, run: Run, layout: Layout, screened: Screened, parts: Path) -> None:
    from pyspark.sql.functions import col

    rows = (col("_metadata.row_index") + 1).alias(ROW)
    headings = enumerate(layout.read.values())
    answers = [col(f"`{heading.replace('`', '``')}`").alias(f"column_{number}") for number, heading in headings]
    table = spark.read.parquet(str(run.file.resolve())).select(rows, *answers)
    found = table.mapInArrow(OnSpark(screened), _columns(screened.schema()))
    found.write.parquet(str(parts.resolve()))


def _columns(schema: pa.Schema) -> str:
    return ", ".join(f"`{field.name}` {_SQL.get(field.type, 'string')}" for field in schema)


@contextmanager
def session(name: str, master: str, settings: dict[str, Any]) -> Iterator[SparkSession]:
    """Whoever runs workers on this machine needs no settings of its own."""
    from pyspark.sql import SparkSession

    here = bool(_HERE.match(master))
    if here:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    usual: dict[str, Any] = {
        "spark.ui.enabled": "false",
        "spark.scheduler.minRegisteredResourcesRatio": 1.0,
        **({"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"} if here else {}),
    }
    builder = SparkSession.builder.master(master).appName(name).config(map={**usual, **settings})
    spark = builder.getOrCreate()
    try:
        spark.sparkContext.setLogLevel("OFF")
        yield spark
    finally:
        spark.stop()


def _settings(run: Run) -> dict[str, Any]:
    return {
        "spark.sql.files.openCostInBytes": 0,  # one file: let every core have a stretch of it
        "spark.sql.execution.arrow.maxRecordsPerBatch": run.batch,
        **({"spark.cores.max": run.workers} if run.workers else {}),
    }
