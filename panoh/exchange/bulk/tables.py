"""Plain tables of answers, read in batches with their row numbers. Memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from panoh.exchange.bulk.faults import broken
from panoh.exchange.bulk.headings import layout_of
from panoh.exchange.bulk.layout import ROW, Layout
from panoh.exchange.manifest.table import FileNote
from panoh.instruments.kinds.screening import ScreeningInstrument

BATCH = 131_072
_PARQUET_MARK = b"PAR1"
_READ_AHEAD = 1 << 18  # bytes of each column; without a bound a whole row group would be held


@dataclass(frozen=True)
class Table:
    """An opened table. Each batch has the columns of the layout under the names the rule knows, and `row`."""

    layout: Layout
    batches: Iterator[pa.RecordBatch]
    of_people: bool = False
    """A list that says who the people are: its lines are checked one by one, and some may have to be mended."""
    notes: Sequence[FileNote] = ()


def is_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_PARQUET_MARK)) == _PARQUET_MARK


def open_parquet(
    path: Path, instrument: ScreeningInstrument, known: Sequence[ScreeningInstrument], *,
    id_heading: str = "", batch: int = BATCH, threads: bool = True,
) -> Table:  # fmt: skip
    """Rows are numbered from 1. Raises TableUnusable, here or while the batches are walked."""
    with _readable():
        schema = pq.read_schema(path)
        layout = layout_of(schema.names, instrument, known, id_heading=id_heading)
        words = [heading for heading in layout.taken.values() if _is_text(schema.field(heading).type)]
        file = pq.ParquetFile(path, read_dictionary=words, buffer_size=_READ_AHEAD, pre_buffer=False)
    batches = file.iter_batches(batch, columns=list(layout.read.values()), use_threads=threads)
    return Table(layout, numbered(_whole(batches), layout, 1))


def numbered(batches: Iterator[pa.RecordBatch], layout: Layout, first: int) -> Iterator[pa.RecordBatch]:
    """The columns under the names the rule knows, with the row in the file."""
    names = list(layout.read)
    for batch in batches:
        rows = np.arange(first, first + batch.num_rows, dtype=np.int64)
        first += batch.num_rows
        columns: list[pa.Array[Any]] = [batch.column(layout.read[name]) for name in names]
        yield pa.RecordBatch.from_arrays([pa.array(rows), *columns], names=[ROW, *names])


@contextmanager
def _readable() -> Iterator[None]:
    """Arrow says in several ways that a file is broken; one of them is an OSError without a number."""
    try:
        yield
    except pa.ArrowInvalid as error:
        raise broken(error) from None
    except OSError as error:
        if error.errno is None:
            raise broken(error) from None
        raise


def _whole(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    with _readable():
        yield from batches


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)
