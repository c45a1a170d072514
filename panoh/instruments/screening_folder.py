"""A folder of screening instruments: its files, the tables they are put together by, and the sources they may cite."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from panoh.instruments.kinds import screening_file
from panoh.instruments.kinds.final_analysis import FinalAnalysis
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.kinds.source import Source
from panoh.instruments.reader import TextError, read


@dataclass(frozen=True)
class Folder:
    """`published` is the folder whose tables may be used too, and may not be written again; None for itself."""

    path: Path
    sources: Mapping[str, Source]
    country: str = ""
    published: Path | None = None

    def table_file(self, id: str) -> Path:  # noqa: A002 - the texts call it an id
        """Where the table called `id` stands: a published one, or one of the folder's own."""
        own = _table_file(self.path, id)
        if self.published is None or not _table_file(self.published, id).is_file():
            return own
        if own.is_file():
            raise TextError(f"{own.name}: there is a published table {id!r} already; give yours its own id")
        return _table_file(self.published, id)


def read_instrument(path: Path, folder: Folder) -> ScreeningInstrument:
    """The instrument in the file at `path`, whole; raises TextError for anything that does not fit together."""
    instrument = build_instrument(path, folder)
    if instrument.id != path.stem:
        raise TextError(f"{path.name}: the id {instrument.id!r} must be the name of the file")
    screening_file.hold_together(instrument, name=path.name, sources=folder.sources)
    return instrument


def build_instrument(path: Path, folder: Folder) -> ScreeningInstrument:
    """The instrument as it is written, held to the schema only: for whoever looks for its faults one by one."""
    value = read(path, schema="screening")
    table = folder.table_file(value["final_analysis"])
    analysis = FinalAnalysis.read(read(table, schema="final_analysis"))
    digest = hashlib.sha256(path.read_bytes() + b"\0" + table.read_bytes()).hexdigest()
    return screening_file.build(value, analysis, country=folder.country, digest=digest)


def final_analysis_in(folder: Path, id: str) -> FinalAnalysis:  # noqa: A002 - the texts call it an id
    return FinalAnalysis.read(read(_table_file(folder, id), schema="final_analysis"))


def _table_file(folder: Path, id: str) -> Path:  # noqa: A002 - the texts call it an id
    return folder / "final_analysis" / f"{id}.yaml"
