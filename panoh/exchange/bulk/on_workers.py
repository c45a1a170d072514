"""What runs on Spark's workers: the function of this process, around it only what Spark cannot say."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from panoh.exchange.bulk.layout import ROW
from panoh.exchange.bulk.screened import Screened


class OnSpark:
    """What each task runs. Spark knows no dot in a name, no dictionaries and no numbers without a sign."""

    def __init__(self, screened: Screened) -> None:
        self._screened = screened

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        names = [ROW, *self._screened.layout.read]
        for batch in batches:
            yield spelled_out(self._screened(pa.RecordBatch.from_arrays(batch.columns, names=names)))


def spelled_out(batch: pa.RecordBatch) -> pa.RecordBatch:
    kinds = {pa.uint8(): pa.int16(), pa.uint16(): pa.int32()}
    columns = []
    for field, column in zip(batch.schema, batch.columns, strict=True):
        kind = pa.string() if pa.types.is_dictionary(field.type) else kinds.get(field.type, field.type)
        columns.append(column.cast(kind))
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)
