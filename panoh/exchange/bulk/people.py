"""A list of people, read and checked line by line as ever, turned into batches of answers without their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

import pyarrow as pa

from panoh.exchange.bulk.layout import ID, ROW, Layout
from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.manifest import Line, Manifest, ManifestUnusable
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.rules.answers import AgeGroup
from panoh.screening.rules.columns import AGE, columns_read
from panoh.screening.rules.roster import RosterRow, age_group

Taken = tuple[Line, RosterRow]
BATCH = 16_384
"""Smaller than for tables: reading the lines takes far longer than reckoning."""


def layout_of_people(manifest: Manifest, instrument: ScreeningInstrument, *, id_heading: str = "") -> Layout:
    columns = manifest.columns
    named = {name: columns.heading(name) for name in columns_read(instrument) if name in columns.questions}
    if not named.keys() & {item.id for item in instrument.items}:
        raise ManifestUnusable("no_answers", instrument=instrument.id)
    if id_heading and id_heading not in columns.headings:
        raise TableUnusable(f"There is no column {id_heading}. There are: {', '.join(columns.headings)}.")
    return Layout(instrument, {**named, AGE: AGE}, columns.headings, id_heading)


def batches_of_people(taken: Iterable[Taken], layout: Layout, *, on: date) -> Iterator[pa.RecordBatch]:
    """`on`: the day of the list, by which a person is an adult or not."""
    lines = iter(taken)
    while some := list(islice(lines, BATCH)):
        yield _batch(some, layout, on)


def _batch(some: Sequence[Taken], layout: Layout, on: date) -> pa.RecordBatch:
    answers = [dict(person.answers) for _, person in some]
    columns: dict[str, pa.Array[Any]] = {ROW: pa.array([line.number for line, _ in some], pa.int64())}
    if layout.id_heading:
        place = layout.headings.index(layout.id_heading)
        columns[ID] = pa.array([line.cells[place] for line, _ in some], pa.string())
    for name in layout.taken:
        columns[name] = pa.array([each.get(name) for each in answers], pa.string())
    columns[AGE] = pa.array([_age(person, on) for _, person in some], pa.string())
    return pa.RecordBatch.from_pydict(columns)


def _age(person: RosterRow, on: date) -> str:
    """A paper that leaves open whether the person is a child puts them among the children, as in `triage`."""
    group = age_group(person, on=on)
    return "doubtful" if group is AgeGroup.UNKNOWN and person.born_to is not None else group
