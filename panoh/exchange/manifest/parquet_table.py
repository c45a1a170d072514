"""A Parquet file as a table, batch by batch. Typed values become text; a column that holds further columns is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.exchange.manifest.table import Record, Table, text_of_value

AT_ONCE = 4_096
MOST_UNPACKED = 4_000_000_000


def parquet_table(file: BinaryIO) -> Table:
    import pyarrow  # here, not above: whoever reads CSV need not load it
    from pyarrow import parquet

    try:
        opened = parquet.ParquetFile(file)
    except (pyarrow.ArrowException, OSError, ValueError):
        raise ManifestUnusable("damaged") from None
    size = sum(opened.metadata.row_group(each).total_byte_size for each in range(opened.num_row_groups))
    if size > MOST_UNPACKED:
        raise ManifestUnusable("too_large_unpacked", megabytes=size // 1_000_000)
    for column in opened.schema_arrow:
        if pyarrow.types.is_nested(column.type) or pyarrow.types.is_binary(column.type):
            raise ManifestUnusable("nested_column", column=column.name)
    types = opened.schema_arrow.types
    numeric = {place for place, kind in enumerate(types) if pyarrow.types.is_integer(kind)}
    return Table("parquet", _records(opened, tuple(opened.schema_arrow.names)), numeric=numeric)


def _records(opened: object, names: tuple[str, ...]) -> Iterator[Record]:
    import pyarrow

    yield Record(1, names)
    number = 1
    try:
        for batch in opened.iter_batches(batch_size=AT_ONCE):  # type: ignore[attr-defined]  # a ParquetFile
            columns = [map(text_of_value, column.to_pylist()) for column in batch.columns]
            for cells in zip(*columns, strict=True):
                number += 1
                yield Record(number, cells)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError):
        raise ManifestUnusable("damaged", row=number + 1) from None
