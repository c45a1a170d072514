"""One file in, one file of findings out: opens whatever kind of list it is and runs it on the engine chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from panoh.exchange.bulk.csv_tables import open_csv
from panoh.exchange.bulk.people import batches_of_people, layout_of_people
from panoh.exchange.bulk.screened import Screened
from panoh.exchange.bulk.tables import BATCH, Table, is_parquet, open_parquet
from panoh.exchange.bulk.threads import in_threads
from panoh.exchange.manifest import ManifestUnusable, open_manifest
from panoh.exchange.mending import Mender
from panoh.exchange.scoring import Tally, taken
from panoh.instruments.kinds.screening import ScreeningInstrument

EVERY = 5_000_000
"""Rows between two words on how far a table has been read."""


@dataclass(frozen=True)
class Run:
    """What is to be done, whichever engine does it. `known`: every instrument there is."""

    file: Path
    instrument: ScreeningInstrument
    known: Sequence[ScreeningInstrument]
    on: date
    id_heading: str = ""
    workers: int | None = None
    batch: int = BATCH
    sheet: str = ""


def opened(
    run: Run, file: BinaryIO, tally: Tally, *, to_mend: Mender, progress: Callable[[int], object]
) -> Table:  # fmt: skip
    """A list that says who the people are is read and checked line by line; a plain table of answers by columns."""
    if run.file.is_file() and is_parquet(run.file):
        threads = run.workers != 1
        return open_parquet(
            run.file, run.instrument, run.known, id_heading=run.id_heading, batch=run.batch, threads=threads
        )
    try:
        manifest = open_manifest(file, on=run.on, instruments=run.known, sheet=run.sheet)
    except ManifestUnusable as unusable:
        if unusable.code != "missing_columns" or not run.file.is_file():
            raise
        return open_csv(run.file, run.instrument, run.known, id_heading=run.id_heading)
    layout = layout_of_people(manifest, run.instrument, id_heading=run.id_heading)
    to_mend.begin(manifest.columns)
    lines = taken(manifest, tally, to_mend=to_mend, progress=progress)
    return Table(layout, batches_of_people(lines, layout, on=run.on), of_people=True, notes=manifest.notes)


def screened_in_process(run: Run, table: Table) -> Iterator[pa.RecordBatch]:
    return in_threads(Screened(table.layout), table.batches, workers=run.workers)


def counted(
    found: Iterator[pa.RecordBatch], tally: Tally, progress: Callable[[int], object]
) -> Iterator[pa.RecordBatch]:
    """For tables, where every row comes out; the lines of a list of people are counted as they are read."""
    for batch in found:
        before, tally.read = tally.read, tally.read + batch.num_rows
        if before // EVERY < tally.read // EVERY:
            progress(tally.read)
        yield batch
