"""`panoh screen FILE --instrument ID`: a list or table of any length on one instrument, in this process or on Spark."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from panoh.exchange.bulk import result
from panoh.exchange.bulk.engine import Run, counted, opened, screened_in_process
from panoh.exchange.bulk.screened import Screened
from panoh.exchange.bulk.tables import BATCH, Table, is_parquet
from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.mending import mending
from panoh.exchange.scoring import Tally
from panoh.exchange.whole_file import folder_beside, written
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.web.commands import say_notes


def screen_one(
    given: argparse.Namespace, instrument: ScreeningInstrument, known: Sequence[ScreeningInstrument], *,
    on: date, tally: Tally, progress: Callable[[int], object],
) -> None:  # fmt: skip
    if given.out:
        result.require_ending(given.out)
    run = Run(given.file, instrument, known, on, given.id, given.workers, given.batch or BATCH, given.sheet)
    with given.file.open("rb") as file, mending(given.mend) as mender, _out(given.out) as out:
        table = opened(run, file, tally, to_mend=mender, progress=progress)
        say_notes(given.file, table.notes)
        _say_left_out(given, table)
        with _findings(given, run, table) as found:
            batches = found if table.of_people else counted(found, tally, progress)
            schema, parquet = (
                Screened(table.layout).schema(),
                bool(given.out) and given.out.suffix.lower() == ".parquet",
            )
            result.write(batches, schema, out, parquet=parquet, tally=tally)


@contextmanager
def _findings(given: argparse.Namespace, run: Run, table: Table) -> Iterator[Iterator[pa.RecordBatch]]:
    if given.engine == "process":
        yield screened_in_process(run, table)
        return
    from panoh.exchange.bulk.spark import screened_on_spark

    if not is_parquet(run.file) or not given.out:
        raise TableUnusable("Spark reads a Parquet file and writes to --out FILE. Leave --engine out for other lists.")
    with folder_beside(given.out) as parts:
        yield screened_on_spark(run, table, master=given.master or "local[*]", parts=parts)


@contextmanager
def _out(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    with written(path) as file:
        yield file


def _say_left_out(given: argparse.Namespace, table: Table) -> None:
    if left_out := table.layout.left_out:
        print(f"panoh: {given.file.name}: {len(left_out)} columns are not read: {', '.join(left_out)}", file=sys.stderr)
