"""The shelf: every published text of screening and identification, read once, checked, and handed out as values."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from panoh.instruments.kinds import palermo_file, screening_file
from panoh.instruments.kinds.final_analysis import FinalAnalysis
from panoh.instruments.kinds.palermo import Palermo
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.kinds.source import Source, Verification
from panoh.instruments.reader import TextError, read

SHELF = Path(__file__).parent


@lru_cache
def sources() -> dict[str, Source]:
    """The published texts that may be cited, by id."""
    listed: dict[str, Source] = {}
    for value in read(SHELF / "sources.yaml", schema="sources")["sources"]:
        if value["id"] in listed:
            raise TextError(f"sources.yaml: the source {value['id']!r} stands twice; keep one")
        mark = Verification(value["verification"])
        listed[value["id"]] = Source(**{**value, "year": str(value["year"]), "verification": mark})
    return listed


@lru_cache
def screening_instruments() -> tuple[ScreeningInstrument, ...]:
    """Every screening instrument, in the order of the file names."""
    return tuple(read_screening_instrument(path) for path in sorted((SHELF / "screening").glob("*.yaml")))


def screening_instrument(id: str) -> ScreeningInstrument:  # noqa: A002 - the texts call it an id
    """The screening instrument called `id`; raises KeyError when there is none."""
    for instrument in screening_instruments():
        if instrument.id == id:
            return instrument
    raise KeyError(id)


@lru_cache
def final_analysis(id: str) -> FinalAnalysis:  # noqa: A002 - the texts call it an id
    """The table called `id`, by which dimensions are put together."""
    path = SHELF / "screening" / "final_analysis" / f"{id}.yaml"
    return FinalAnalysis.read(read(path, schema="final_analysis"))


def read_screening_instrument(path: Path) -> ScreeningInstrument:
    """The instrument in the file at `path`; raises TextError for anything that does not fit together."""
    value = read(path, schema="screening")
    instrument = screening_file.build(value, final_analysis(value["final_analysis"]))
    if instrument.id != path.stem:
        raise TextError(f"{path.name}: the id {instrument.id!r} must be the name of the file")
    screening_file.hold_together(instrument, name=path.name, sources=sources())
    return instrument


@lru_cache
def palermo() -> Palermo:
    """Act, means and purpose, and the neighbours of trafficking."""
    return read_palermo(SHELF / "identification" / "palermo.yaml")


def read_palermo(path: Path) -> Palermo:
    """The text in the file at `path`; raises TextError for anything that does not fit together."""
    text = palermo_file.build(read(path, schema="palermo"))
    palermo_file.hold_together(text, name=path.name, sources=sources())
    return text
