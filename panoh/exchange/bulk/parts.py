"""What is sent to Spark's workers and what comes back: the code as one zip file, the findings as parts, put in order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import panoh
from panoh.exchange.bulk.layout import ID, ROW
from panoh.exchange.bulk.unusable import TableUnusable

_SENT = ("__init__.py", "instruments/__init__.py", "instruments/kinds/*.py", "screening/__init__.py",
         "screening/rules/**/*.py", "exchange/__init__.py", "exchange/shapes.py",
         *(f"exchange/bulk/{name}.py" for name in ("__init__", "faults", "layout", "on_workers", "screened", "unusable"))
         )  # fmt: skip
"""The pure rules and the function itself. A worker needs only Python, numpy and pyarrow besides."""


def shipped(folder: Path) -> Path:
    """What screening needs, as a zip file in `folder`."""
    return packed(folder, _SENT)


def packed(folder: Path, patterns: Sequence[str]) -> Path:
    """These modules of ours as a zip file in `folder`."""
    home, made = Path(panoh.__file__).parent, folder / "panoh_rules.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for pattern in patterns:
            for path in sorted(home.glob(pattern)):
                file.write(path, str(Path("panoh") / path.relative_to(home)))
    return made


def in_order(parts: Path, schema: pa.Schema, batch: int) -> Iterator[pa.RecordBatch]:
    """The parts as one table in the order of the file; each part is one stretch of it."""
    last = 0
    for part in sorted((part for part in parts.glob("*.parquet") if _first_row(part)), key=_first_row):
        for each in pq.ParquetFile(part).iter_batches(batch):
            rows = each.column(ROW).to_numpy()
            if rows[0] <= last or (rows[1:] <= rows[:-1]).any():
                raise TableUnusable("Spark gave the rows back in another order. Nothing was written; tell us.")
            last = int(rows[-1])
            yield _typed(each, schema)


def _first_row(part: Path) -> int:
    """0 where the part is empty."""
    first = next(pq.ParquetFile(part).iter_batches(1, columns=[ROW]), None)
    return int(first.column(0)[0].as_py()) if first else 0


def _typed(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    columns: list[pa.Array[Any]] = []
    for field in schema:
        column = batch.column(field.name)
        if pa.types.is_dictionary(field.type) and field.name != ID:
            coded = column.dictionary_encode()
            columns.append(pa.DictionaryArray.from_arrays(coded.indices.cast(pa.int16()), coded.dictionary))
        else:
            columns.append(column.cast(field.type))
    return pa.RecordBatch.from_arrays(columns, schema=schema)
