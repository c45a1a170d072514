"""The folder of columns: what stands in it, and reading a part of it. Known to whoever counts, on whatever machine."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from panoh.exchange.bulk.unusable import TableUnusable
from panoh.statistics.rules.columns.codes import Codes, Look
from panoh.statistics.rules.columns.part import OPEN, Dated, Ints, Part

FORMAT = 1
CONTENTS = "contents.json"
PERSONS = "persons"
PART = 250_000
"""Persons in a part: enough to be worth a task of its own, few enough to be held in memory."""
COLUMNS = ("person", "day", "form", "region", "until")
"""Of each kind of dated records; `until` only where something lasts."""


@dataclass(frozen=True)
class Contents:
    """What a reader must know before the first part. Codes are places in the lists."""

    country: str
    definitions: str
    on: str
    """The day the records were written out, in the country."""
    records_from: str | None
    looks: tuple[Look, ...]
    forms: tuple[str, ...]
    regions: tuple[str, ...]
    parts: tuple[int, ...]
    """Persons in each."""
    format: int = FORMAT

    @property
    def day(self) -> date:
        return date.fromisoformat(self.on)

    @property
    def since(self) -> date | None:
        return date.fromisoformat(self.records_from) if self.records_from else None

    @property
    def codes(self) -> Codes:
        return Codes(self.looks, self.forms, self.regions)


def write_contents(folder: Path, contents: Contents) -> None:
    (folder / CONTENTS).write_text(json.dumps(asdict(contents), ensure_ascii=False), encoding="utf-8")


def read_contents(folder: Path) -> Contents:
    """Raises TableUnusable where the folder is none that was written here."""
    try:
        told = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TableUnusable(
            f"{folder} holds no {CONTENTS}: it is no folder of case columns. Write one with `panoh figures --export DIR`."
        ) from None
    except (ValueError, OSError):
        raise _damaged(folder / CONTENTS) from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise TableUnusable(f"{folder} was written by another version of Panoh. Write it anew with this one.")
    try:
        looks = tuple(tuple(look) for look in told.pop("looks"))
        lists = {name: tuple(told.pop(name)) for name in ("forms", "regions", "parts")}
        return Contents(**told, **lists, looks=looks)  # type: ignore[arg-type]  # as written by write_contents
    except (KeyError, TypeError):
        raise _damaged(folder / CONTENTS) from None


def part_folder(folder: Path, number: int) -> Path:
    return folder / f"part-{number:05}"


def read_part(folder: Path, number: int, *, records: Sequence[str], looks: int, persons: int) -> Part:
    """Raises TableUnusable where a column is missing, cut off, or out of the order that counting rests on."""
    at = part_folder(folder, number)
    [look] = _columns(at / f"{PERSONS}.parquet", ("look",))
    if len(look) != persons or (persons and not 0 <= look.min() <= look.max() < looks):
        raise _damaged(at / f"{PERSONS}.parquet")
    return Part(look, {kind: _dated(at / f"{kind}.parquet", persons) for kind in records})


def _dated(path: Path, persons: int) -> Dated:
    person, day, form, region, *until = _columns(path, COLUMNS)
    if (person[1:] < person[:-1]).any() or (len(person) and not 0 <= person[0] <= person[-1] < persons):
        raise _damaged(path)
    return Dated(person, day, form, region, until[0] if until else None)


def _columns(path: Path, names: Sequence[str]) -> list[Ints]:
    try:
        file = pq.ParquetFile(path, memory_map=True)
        table = file.read([name for name in names if name in file.schema_arrow.names], use_threads=False)
        return [_numbers(table.column(name)) for name in table.column_names]
    except (OSError, pa.ArrowInvalid, pa.ArrowNotImplementedError):
        raise _damaged(path) from None


def _numbers(column: pa.ChunkedArray[Any]) -> Ints:
    whole = column.combine_chunks()
    if pa.types.is_date32(whole.type):
        whole = whole.view(pa.int32())
    found = whole.fill_null(OPEN) if whole.null_count else whole
    numbers: Ints = np.asarray(found.to_numpy(zero_copy_only=False))
    return numbers


def _damaged(path: Path) -> TableUnusable:
    return TableUnusable(
        f"{path} is missing, cut off or was changed. Write the folder anew with `panoh figures --export`."
    )
