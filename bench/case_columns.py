"""Invented case columns of a whole country or several: what `panoh figures --export` would write of so many cases.

Nine persons in ten have one case, some have two; most are screened, half are presumed, fewer are identified, and help goes on
over the years. Written a part at a time, so that any number fits in memory.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from panoh.exchange.case_columns.folder import COLUMNS, PART, PERSONS, Contents, part_folder, write_contents
from panoh.instruments.statistics import definitions
from panoh.statistics.rules.columns.codes import Look
from panoh.statistics.rules.columns.part import day_number

FIRST, LAST = 2015, 2026
RECORDS = {"screened": 0.95, "presumed": 0.6, "identified": 0.25, "referred": 0.5, "assisted": 1.4, "sheltered": 0.25,
           "penalised": 0.08, "returned": 0.03, "held": 0.01, "consular": 0.02}  # fmt: skip
"""How many of each a case has."""
LAST_A_WHILE = {"sheltered", "held"}
FORMS = ("labour", "sexual", "other", "unknown")
REGIONS = ("TJ-SU", "TJ-KT", "TJ-DU", "TJ-GB", "TJ-RA", "")
NATIONALITIES = ("TJ", "UZ", "KG", "AF", "KZ", "RU", "TR", "PK", "IN", "")
CASES_A_PERSON = 1.1


def write_invented(folder: Path, cases: int, *, part: int = PART) -> Contents:
    """A new folder of about `cases` cases."""
    folder.mkdir()
    chance, looks = np.random.default_rng(cases), _looks()
    persons = round(cases / CASES_A_PERSON)
    sizes = [min(part, persons - first) for first in range(0, persons, part)]
    for number, size in enumerate(sizes):
        at = part_folder(folder, number)
        at.mkdir()
        _write(at, PERSONS, {"look": chance.integers(0, len(looks), size, np.int32)})
        for kind, often in RECORDS.items():
            _write(at, kind, _dated(chance, size, often * CASES_A_PERSON, lasts=kind in LAST_A_WHILE))
    made = Contents(
        "tj", definitions()[0].version, date(LAST, 11, 1).isoformat(), date(FIRST, 1, 1).isoformat(),
        looks, FORMS, REGIONS, tuple(sizes),
    )  # fmt: skip
    write_contents(folder, made)
    return made


def _looks() -> tuple[Look, ...]:
    """Years known to the year, guessed to five, or not known."""
    years = [(year, year) for year in range(1940, LAST)] + [(year, year + 5) for year in range(1940, LAST - 5, 5)]
    born = [*years, (None, None)]
    return tuple(
        (sex, born_from, born_to, doubt, nationality)
        for sex in ("female", "male", "other", "unknown")
        for born_from, born_to in born
        for doubt in (False, True)
        for nationality in NATIONALITIES
    )


def _dated(chance: np.random.Generator, persons: int, often: float, *, lasts: bool) -> dict[str, Any]:
    many = chance.poisson(often, persons)
    person = np.repeat(np.arange(persons, dtype=np.int32), many)
    first, last = day_number(date(FIRST, 1, 1)), day_number(date(LAST, 11, 1))
    day = chance.integers(first, last, len(person)).astype(np.int32)
    day = day[np.lexsort((day, person))]
    made: dict[str, Any] = {
        "person": person,
        "day": pa.array(day).cast(pa.date32()),
        "form": chance.integers(0, len(FORMS), len(person)).astype(np.int16),
        "region": chance.integers(0, len(REGIONS), len(person)).astype(np.int16),
    }
    if lasts:
        left = day + chance.integers(0, 90, len(person)).astype(np.int32)
        made["until"] = pa.array(left, mask=chance.random(len(person)) < 0.05).cast(pa.date32())
    return made


def _write(at: Path, name: str, columns: dict[str, Any]) -> None:
    assert set(columns) <= {*COLUMNS, "look"}
    pq.write_table(pa.table(columns), at / f"{name}.parquet", compression="lz4", use_dictionary=False)
