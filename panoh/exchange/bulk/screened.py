"""What is done to each batch, the same in a thread of this process and in a task on Spark: answers in, findings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from panoh.exchange.bulk.faults import not_a_column, not_an_answer
from panoh.exchange.bulk.layout import ID, ROW, Layout
from panoh.screening.rules.columns import FINDINGS, ColumnRule, UnknownAnswer, UnusableColumn

_FIRST = ("urgency", "outcome")


@dataclass(frozen=True)
class Screened:
    """Called with a batch under the names of the layout, with its row numbers. Raises TableUnusable."""

    layout: Layout

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        try:
            found = ColumnRule(self.layout.instrument)(batch)
        except UnknownAnswer as wrong:
            row = batch.column(ROW)[wrong.row].as_py()
            raise not_an_answer(wrong, row=row, column=self.layout.heading(wrong.column)) from None
        except UnusableColumn as wrong:
            raise not_a_column(wrong, column=self.layout.heading(wrong.column)) from None
        kept = {name: batch.column(name) for name in (ROW, ID) if name in batch.schema.names}
        if ID in kept:
            kept[ID] = kept[ID].cast(pa.string())
        said = dict(zip(FINDINGS.names, found.columns, strict=True))
        said["instrument"] = self._instrument(batch.num_rows)
        schema = self.schema()
        return pa.RecordBatch.from_arrays([{**kept, **said}[name] for name in schema.names], schema=schema)

    def schema(self) -> pa.Schema:
        """The first columns are those of a list scored on every instrument; the rest follow."""
        kept: list[pa.Field[Any]] = [pa.field(ROW, pa.int64())]
        kept += [pa.field(ID, pa.string())] if self.layout.id_heading else []
        first = [FINDINGS.field(name) for name in _FIRST]
        rest = [FINDINGS.field(name) for name in FINDINGS.names if name not in _FIRST]
        return pa.schema([*kept, *first, pa.field("instrument", FINDINGS.field("outcome").type), *rest])

    def _instrument(self, people: int) -> pa.Array[Any]:
        return pa.DictionaryArray.from_arrays(np.zeros(people, np.int16), pa.array([self.layout.instrument.id]))
