"""The tables and records of a release as CSV. Only values of the codebook are ever written, so no cell can surprise."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv

from panoh.exchange.release.refusal import NotReleased
from panoh.exchange.writing import csv_lines
from panoh.instruments.kinds.codebook import Codebook, Column
from panoh.statistics.rules.release.combinations import SIZES, Records
from panoh.statistics.rules.release.printing import Printed
from panoh.statistics.rules.release.private import PrivateRelease
from panoh.statistics.rules.release.safe import Crossed, SafeTables

HIDDEN = "hidden"
NOT_KNOWN = "(not known)"
ALL = "(all)"
_SAFE_HEAD = ("column", "value", "crossed_by", "crossed_value", "persons")
_COUNTS_HEAD = ("column_1", "value_1", "column_2", "value_2", "column_3", "value_3", "persons", "expected_error")


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """A folder that takes its name when it is complete. Raises NotReleased when something is there already."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise NotReleased(
            f"{out} is there already and not empty. Name a new folder with --out; a release is never overwritten."
        )
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = out.with_name(f".{out.name}.{os.getpid()}")
    fresh.mkdir()
    try:
        yield fresh
        if out.exists():
            out.rmdir()
        fresh.replace(out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write_safe(folder: Path, safe: SafeTables, book: Codebook) -> None:
    folder.mkdir()
    _write(folder / "tables.csv", _SAFE_HEAD, _safe_rows(safe, book))


def _safe_rows(safe: SafeTables, book: Codebook) -> Iterator[tuple[object, ...]]:
    by = book.columns[safe.crossing]
    across = [*by.values, NOT_KNOWN]
    for place, value in enumerate(across):
        yield by.name, value, "", ALL, _shown(safe.crossing_counts[place], safe.crossing_hidden[place])
    for table in safe.tables:
        yield from _table_rows(table, book.columns[table.column], by, across)


def _table_rows(table: Crossed, column: Column, by: Column, across: list[str]) -> Iterator[tuple[object, ...]]:
    for row, value in enumerate([*column.values, NOT_KNOWN]):
        if not table.row_totals[row]:
            continue  # nobody; the readme says so
        yield column.name, value, "", ALL, _shown(table.row_totals[row], table.row_hidden[row])
        for place, crossed in enumerate(across):
            yield column.name, value, by.name, crossed, _shown(table.counts[row, place], table.hidden[row, place])


def _shown(count: int, hidden: bool) -> object:
    return HIDDEN if hidden else int(count)


def write_private(folder: Path, private: PrivateRelease, book: Codebook) -> None:
    folder.mkdir()
    names = [(column.name, value) for column in book.columns for value in column.values]
    rows = (row for size in SIZES for row in _count_rows(private.tables[size], names))
    _write(folder / "counts.csv", _COUNTS_HEAD, rows)
    _write_records(folder / "records.csv", private.records, book)


def _count_rows(table: Printed, names: list[tuple[str, str]]) -> Iterator[tuple[object, ...]]:
    of_each = [values.tolist() for values in table.cells.values()]
    for *values, count, error in zip(*of_each, table.count.tolist(), table.error.tolist(), strict=True):
        cells = [cell for value in values for cell in names[value]]
        yield (*cells, *[""] * (6 - len(cells)), count, f"{error:.2f}")


def _write_records(path: Path, records: Records, book: Codebook) -> None:
    """One row per invented person, with the headings and values of the codebook; not known is empty."""
    table, first = {}, 0
    for column in book.columns:
        mine = (records.values >= first) & (records.values < first + len(column.values))
        place = np.where(mine, records.values - first + 1, 0).sum(axis=1)
        words = pa.array(["", *column.values])
        table[column.name] = words.take(pa.array(np.repeat(place, records.times)))
        first += len(column.values)
    options = pa.csv.WriteOptions(quoting_style="needed")
    pa.csv.write_csv(pa.table(table), path, options)


def _write(path: Path, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    def every() -> Iterator[tuple[object, ...]]:
        yield head
        yield from rows

    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(csv_lines(every(), mark=False))
