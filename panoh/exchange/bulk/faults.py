"""What stops a bulk run, said with the column, the row and what to do. Values are shown by their shape only."""

from __future__ import annotations

from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.shapes import shape_of
from panoh.screening.rules.columns import AGE, UnknownAnswer, UnusableColumn


def not_an_answer(wrong: UnknownAnswer, *, row: int, column: str) -> TableUnusable:
    means = "adult, child, unknown or doubtful" if wrong.column == AGE else _MEANS
    return TableUnusable(
        f"row {row:,}, column {column} ({shape_of(wrong.written)}): This is no answer. Write {means}; "
        "what is not known is left empty, never no."
    )


def not_a_column(wrong: UnusableColumn, *, column: str) -> TableUnusable:
    means = "the words adult, child, unknown or doubtful" if wrong.column == AGE else _MEANS
    return TableUnusable(f"column {column}: A column of {wrong.kind} holds no answers. Write {means}.")


def broken(told: object) -> TableUnusable:
    first = str(told).strip().splitlines()[0] if str(told).strip() else "no reason was given"
    return TableUnusable(f"This Parquet file is broken or cut off ({first}). Have it sent or written again.")


_MEANS = "1, 0 and nothing, or yes, no and unknown (also in Russian or Tajik), or true and false"
