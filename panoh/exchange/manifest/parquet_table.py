"""A Parquet file as a table, batch by batch. Typed values become text; a column that holds further columns is refused.

A value that stands in a thousand rows is held once: a file of a few hundred bytes may say so of a very long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.exchange.manifest.table import Record, Table, text_of_value

AT_ONCE = 4_096
BYTES_AT_ONCE = 64_000_000
MOST_UNPACKED = 4_000_000_000


def parquet_table(file: BinaryIO) -> Table:
    import pyarrow  # here, not above: whoever reads CSV need not load it
    from pyarrow import parquet

    try:
        texts = [each.name for each in parquet.read_schema(file) if _is_text(each.type)]
        opened = parquet.ParquetFile(file, read_dictionary=texts)
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
    at_once = max(1, min(AT_ONCE, BYTES_AT_ONCE * opened.metadata.num_rows // max(1, size)))
    return Table("parquet", _records(opened, tuple(opened.schema_arrow.names), at_once), numeric=numeric)


def _records(opened: object, names: tuple[str, ...], at_once: int) -> Iterator[Record]:
    import pyarrow

    yield Record(1, names)
    number = 1
    try:
        for batch in opened.iter_batches(batch_size=at_once):  # type: ignore[attr-defined]  # a ParquetFile
            columns = [_texts(column) for column in batch.columns]
            for cells in zip(*columns, strict=True):
                number += 1
                yield Record(number, cells)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError):
        raise ManifestUnusable("damaged", row=number + 1) from None


def _is_text(kind: Any) -> bool:
    from pyarrow import types

    return bool(types.is_string(kind) or types.is_large_string(kind))


def _texts(column: Any) -> Iterable[str]:
    from pyarrow import types

    if not types.is_dictionary(column.type):
        return map(text_of_value, column.to_pylist())
    held = [text_of_value(each) for each in column.dictionary.to_pylist()]
    return ("" if place is None else held[place] for place in column.indices.to_pylist())
