"""Writing the findings, as Parquet or CSV by the ending of the name, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from panoh.exchange.bulk.layout import ID
from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.scoring import Tally
from panoh.exchange.writing import plain_cell

ENDINGS = (".parquet", ".csv")


def require_ending(path: Path) -> None:
    if path.suffix.lower() not in ENDINGS:
        raise TableUnusable(f"The name {path.name} does not say what to write. End it with .parquet or .csv.")


def write(batches: Iterable[pa.RecordBatch], schema: pa.Schema, out: BinaryIO, *, parquet: bool, tally: Tally) -> None:
    """Counts what goes by into `tally`."""
    with _parquet(out, schema) if parquet else _csv(out, schema) as writer:
        for batch in batches:
            _count(batch, tally)
            writer.write_batch(batch if parquet else _spelled_out(batch))


@contextmanager
def _parquet(out: BinaryIO, schema: pa.Schema) -> Iterator[pq.ParquetWriter]:
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        yield writer


@contextmanager
def _csv(out: BinaryIO, schema: pa.Schema) -> Iterator[pa.csv.CSVWriter]:
    out.write((",".join(schema.names) + "\n").encode())
    options = pa.csv.WriteOptions(include_header=False)
    words = pa.schema([pa.field(f.name, pa.string()) if pa.types.is_dictionary(f.type) else f for f in schema])
    with pa.csv.CSVWriter(out, words, write_options=options) as csv:
        yield csv


def _spelled_out(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Words instead of dictionaries, and ids that no spreadsheet reckons."""
    columns: list[pa.Array[Any]] = []
    for field, column in zip(batch.schema, batch.columns, strict=True):
        spelled = column.cast(pa.string()) if pa.types.is_dictionary(field.type) else column
        if field.name == ID:
            spelled = pa.array(
                [None if each is None else plain_cell(each) for each in spelled.to_pylist()], pa.string()
            )
        columns.append(spelled)
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _count(batch: pa.RecordBatch, tally: Tally) -> None:
    for name, counted in (("outcome", tally.outcomes), ("reasons", tally.reasons)):
        column = batch.column(name)
        assert isinstance(column, pa.DictionaryArray)
        people = np.bincount(column.indices.to_numpy(), minlength=len(column.dictionary))
        for words, number in zip(column.dictionary.to_pylist(), people.tolist(), strict=True):
            counted.update({word: number for word in (words or "").split() if number})
