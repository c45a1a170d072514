"""Microdata read by a codebook: CSV (also .csv.gz) or Parquet, one row per person.

What a row says is never repeated in a message: it may be about a person. Rows and columns are named.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from panoh.exchange.release.refusal import NotReleased
from panoh.instruments.kinds.codebook import Codebook, Column
from panoh.statistics.rules.release.combinations import Flags, Ints, Records

_TEXT = pa.dictionary(pa.int32(), pa.string())
_NAMED = 5  # rows named in a message


@dataclass(frozen=True)
class Microdata:
    book: Codebook
    records: Records
    columns: tuple[Ints, ...]
    """The numbers of each column's values, as the codebook orders them."""
    fingerprint: str
    """Of what the records say by this codebook, in whatever order, format or file."""
    notes: tuple[str, ...]


def read_microdata(path: Path, book: Codebook) -> Microdata:
    """Raises NotReleased with everything that is wrong at once."""
    table = _opened(path)
    _hold_to_columns(table.column_names, book)
    if not table.num_rows:
        raise NotReleased("There are no rows below the headings. A release needs records.")
    first_row = 1 if _is_parquet(path) else 2
    wrong = [*_twice(table, book, first_row)]
    codes = np.full((table.num_rows, len(book.columns)), -1, np.int64)
    for place, column in enumerate(book.columns):
        codes[:, place], unknown = _coded(table.column(column.name), column, book.unknown)
        wrong += _unknown_codes(column, np.nonzero(unknown)[0] + first_row)
    if wrong:
        raise NotReleased("\n".join(wrong))
    columns = _numbered(book)
    records = _distinct(codes, columns)
    notes = [*_left_out(table.column_names, book), *_contradictions(codes, book, first_row), *_rows_are_persons(book)]
    return Microdata(book, records, columns, _fingerprint(records, book), tuple(notes))


def _is_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def _opened(path: Path) -> pa.Table:
    try:
        if _is_parquet(path):
            return pq.read_table(path)
        headings = _headings(path)
        convert = pa.csv.ConvertOptions(column_types=dict.fromkeys(headings, _TEXT), strings_can_be_null=False)
        return pa.csv.read_csv(path, convert_options=convert)
    except pa.ArrowInvalid:
        raise NotReleased(
            "This file cannot be read as a table: a row has more or fewer cells than headings, the text is not UTF-8, or "
            "the file is cut off. Save it as CSV UTF-8 with commas, or as Parquet."
        ) from None
    except OSError as error:
        if error.errno is None:
            raise NotReleased("This file is cut off or damaged; make it anew.") from None
        raise


def _headings(path: Path) -> list[str]:
    reader = pa.csv.open_csv(path, read_options=pa.csv.ReadOptions(block_size=1 << 16))
    return list(reader.schema.names)


def _hold_to_columns(names: Sequence[str], book: Codebook) -> None:
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise NotReleased(f"The heading {doubled[0]!r} stands twice; keep one.")
    wanted = [column.name for column in book.columns] + ([book.person] if book.person else [])
    missing = [name for name in wanted if name not in names]
    if missing:
        raise NotReleased(
            f"The file has no column {', '.join(missing)}, which the codebook {book.id} has. Give the file these headings, "
            "or name the codebook that fits with --codebook FILE."
        )


def _left_out(names: Sequence[str], book: Codebook) -> list[str]:
    more = [name for name in names if name != book.person and name not in {column.name for column in book.columns}]
    return [f"left out, as the codebook does not have it: {', '.join(more)}"] if more else []


def _coded(values: pa.ChunkedArray[Any], column: Column, unknown: Sequence[str]) -> tuple[Ints, Flags]:
    """The place of each value in the column, -1 where it is not known; and where it is none of the codebook's."""
    if not pa.types.is_dictionary(values.type):
        values = pc.cast(values, pa.string()).dictionary_encode()
    places = {value: place for place, value in enumerate(column.values)}
    found = []
    for each in values.chunks:
        chunk = cast("pa.DictionaryArray[Any, Any]", each)
        known = [_place(value, places, unknown) for value in chunk.dictionary.to_pylist()]
        table = np.array([*known, -1], np.int64)
        indices = cast("pa.Int32Array", chunk.indices).fill_null(len(known))
        found.append(table[indices.to_numpy(zero_copy_only=False)])
    code = np.concatenate(found) if found else np.zeros(0, np.int64)
    return np.maximum(code, -1), code == -2


def _place(value: str | None, places: dict[str, int], unknown: Sequence[str]) -> int:
    """-1 is not known, -2 a value the codebook does not have."""
    if value is None or value in unknown:
        return -1
    return places.get(value, -2)


def _unknown_codes(column: Column, rows: Ints) -> list[str]:
    if not len(rows):
        return []
    what = f"{_rows(rows)}: {column.name} holds a value the codebook does not have."
    if len(column.values) == 1:
        return [
            f"{what} It knows {column.values[0]!r} and empty (not recorded) only: a 0 would say “no”, which is something else "
            "than not recorded. Write empty if it means not recorded; if it means no, put both values into the codebook."
        ]
    return [f"{what} Correct the rows, or add the value to the codebook if it may stand there."]


def _rows(rows: Ints) -> str:
    named = ", ".join(f"{row:,}" for row in rows[:_NAMED])
    return f"row {named}" + (f" and {len(rows) - _NAMED:,} more" if len(rows) > _NAMED else "")


def _twice(table: pa.Table, book: Codebook, first_row: int) -> list[str]:
    if not book.person:
        return []
    persons = np.asarray(pc.cast(table.column(book.person), pa.string()).to_pylist(), dtype=object)
    _, first, place = np.unique(persons.astype(str), return_index=True, return_inverse=True)
    again = np.nonzero(first[place] != np.arange(len(persons)))[0] + first_row
    if not len(again):
        return []
    return [
        f"{_rows(again)}: this person stands in the file before ({book.person}). The protection is of one row each: bring "
        "the rows of a person together into one."
    ]


def _rows_are_persons(book: Codebook) -> list[str]:
    if book.person:
        return []
    return ["the codebook names no column that says who a row is about: each row counts as one person, unproved"]


def _contradictions(codes: Ints, book: Codebook, first_row: int) -> list[str]:
    names, notes = [column.name for column in book.columns], []
    for contradiction in book.contradictions:
        all_true = np.ones(len(codes), bool)
        for name, values in contradiction.these.items():
            known = book.column(name).values
            all_true &= np.isin(codes[:, names.index(name)], [known.index(value) for value in values])
        rows = np.nonzero(all_true)[0] + first_row
        if len(rows):
            fields = " and ".join(contradiction.these)
            notes.append(
                f"{_rows(rows)}: {fields} contradict each other: {contradiction.because.en}. Released as they stand"
            )
    return notes


def _numbered(book: Codebook) -> tuple[Ints, ...]:
    ends = np.cumsum([0, *(len(column.values) for column in book.columns)])
    return tuple(np.arange(first, end) for first, end in pairwise(ends))


def _distinct(codes: Ints, columns: Sequence[Ints]) -> Records:
    first = np.array([members[0] for members in columns])
    names = [str(place) for place in range(len(columns))]
    table = pa.table({name: codes[:, place].astype(np.int16) for place, name in enumerate(names)})
    grouped = table.group_by(names).aggregate([([], "count_all")])
    found = np.stack([grouped.column(name).to_numpy() for name in names], axis=1).astype(np.int64)
    values = np.where(found < 0, -1, found + first)
    return Records.sorted_by_length(values, grouped.column("count_all").to_numpy(), int(columns[-1][-1]) + 1)


def _fingerprint(records: Records, book: Codebook) -> str:
    rows = np.concatenate([records.values, records.times[:, None]], axis=1)
    ordered = np.ascontiguousarray(rows[np.lexsort(rows.T)])
    return hashlib.sha256(f"{book.id}\n{book.version}\n".encode() + ordered.tobytes()).hexdigest()
