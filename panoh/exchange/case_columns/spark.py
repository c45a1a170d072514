"""The distributed engine: Apache Spark counts each part wherever its worker stands; the folder must be reached from there."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from panoh.exchange.bulk.parts import packed
from panoh.exchange.bulk.spark import require_spark, session
from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.case_columns.engine import Engine
from panoh.exchange.case_columns.on_workers import Counts, FolderCounter, both

_TOLD = re.compile(r"TableUnusable: (.+)")
_SENT = (
    "__init__.py",
    "instruments/__init__.py",
    "instruments/kinds/*.py",
    "registry/__init__.py",
    "registry/rules/__init__.py",
    "registry/rules/age.py",
    "statistics/__init__.py",
    "statistics/rules/*.py",
    "statistics/rules/columns/*.py",
    "exchange/__init__.py",
    "exchange/bulk/__init__.py",
    "exchange/bulk/unusable.py",
    *(f"exchange/case_columns/{name}.py" for name in ("__init__", "folder", "on_workers")),
)
"""The pure rules and the function itself. A worker needs only Python, numpy and pyarrow besides."""


def on_spark(master: str, workers: int | None = None) -> Engine:
    require_spark()

    def counted(counter: FolderCounter) -> Counts:
        with (
            tempfile.TemporaryDirectory() as folder,
            session("panoh figures", master, {"spark.cores.max": workers} if workers else {}) as spark,
        ):
            spark.sparkContext.addPyFile(str(packed(Path(folder), _SENT)))
            parts = spark.sparkContext.parallelize(counter.parts, len(counter.parts))
            try:
                found: Counts = parts.map(counter).reduce(both)
            except Exception as error:
                if told := _TOLD.search(str(error)):
                    raise TableUnusable(told[1]) from None
                raise
            return found

    return counted
