"""Tables of invented answers as analysts keep them, for the bulk runs."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

from panoh.instruments.kinds.screening import ScreeningInstrument
from tests.screening.invented_answers import Row, rows

NUMBER = {"yes": 1, "no": 0, "unknown": None}


def people(instrument: ScreeningInstrument, number: int, *, seed: int = 1) -> list[Row]:
    return rows(instrument, Random(seed), number)


def parquet(path: Path, list_: list[Row], *, group: int = 1000) -> Path:
    """Whole numbers and missing values, in several row groups, with a column nobody needs."""
    columns = {name: pa.array([NUMBER[row[name]] for row in list_], pa.int8()) for name in list_[0] if name != "age"}
    age = pa.array([row["age"] for row in list_], pa.string())
    case = pa.array([f"C-{number}" for number in range(len(list_))])
    pq.write_table(pa.table({"case": case, **columns, "age": age, "notes": case}), path, row_group_size=group)
    return path


def csv(path: Path, list_: list[Row], *, separator: str = ",") -> Path:
    lines = [["case", *list_[0]]]
    lines += [[f"C-{number}", *(str(value or "") for value in row.values())] for number, row in enumerate(list_)]
    path.write_text("\n".join(separator.join(line) for line in lines) + "\n", encoding="utf-8")
    return path
