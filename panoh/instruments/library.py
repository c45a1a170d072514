"""The shelf: every published text of screening and identification, read once, checked, and handed out as values.

Countries and installations add screening instruments beside the published ones; they change and remove none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from panoh.instruments.kinds import palermo_file
from panoh.instruments.kinds.final_analysis import FinalAnalysis
from panoh.instruments.kinds.palermo import Palermo
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.kinds.source import Source
from panoh.instruments.kinds.source_file import sources_from
from panoh.instruments.reader import TextError, read
from panoh.instruments.screening_folder import Folder, build_instrument, final_analysis_in, read_instrument

SHELF = Path(__file__).parent
HERE = "here"
"""What stands in place of a country where an installation, and no country, added an instrument."""
OF_THE_INSTALLATION: list[Path] = []
"""Folders beside the house whose `screening/` may hold further instruments; named by the installation at its start."""


@lru_cache
def sources() -> dict[str, Source]:
    """The published texts that may be cited, by id."""
    return sources_from(read(SHELF / "sources.yaml", schema="sources"), {}, name="sources.yaml")


@lru_cache
def screening_instruments() -> tuple[ScreeningInstrument, ...]:
    """Every screening instrument: the published ones in the order of the file names, then those that were added."""
    return (*published_instruments(), *_added()[0])


@lru_cache
def published_instruments() -> tuple[ScreeningInstrument, ...]:
    """The international ones, which nothing a country adds can change or take away."""
    return tuple(read_screening_instrument(path) for path in sorted((SHELF / "screening").glob("*.yaml")))


def refused_instruments() -> tuple[str, ...]:
    """Why a file an installation added is not used; the others are. Broken files of the house itself stop the start."""
    return _added()[1]


def screening_instrument(id: str) -> ScreeningInstrument:  # noqa: A002 - the texts call it an id
    """The screening instrument called `id`; raises KeyError when there is none."""
    for instrument in screening_instruments():
        if instrument.id == id:
            return instrument
    raise KeyError(id)


@lru_cache
def final_analysis(id: str) -> FinalAnalysis:  # noqa: A002 - the texts call it an id
    """The published table called `id`, by which dimensions are put together."""
    return final_analysis_in(SHELF / "screening", id)


def sources_of(instrument: ScreeningInstrument) -> Mapping[str, Source]:
    """The texts this instrument may cite: the international ones and those of the country or installation it is of."""
    homes = OF_THE_INSTALLATION if instrument.country == HERE else [SHELF / "countries" / instrument.country]
    own = (_folder(home).sources for home in homes) if instrument.country else ()
    return {**sources(), **{id_: source for found in own for id_, source in found.items()}}


def read_screening_instrument(path: Path, beside: Path | None = None) -> ScreeningInstrument:
    """The instrument in the file at `path`; raises TextError for anything that does not fit together.

    `beside`: the folder of a country or installation it belongs to, whose sources it may cite too.
    """
    return read_instrument(path, _folder(beside or SHELF))


@lru_cache
def palermo() -> Palermo:
    """Act, means and purpose, and the neighbours of trafficking."""
    return read_palermo(SHELF / "identification" / "palermo.yaml")


def read_palermo(path: Path) -> Palermo:
    """The text in the file at `path`; raises TextError for anything that does not fit together."""
    text = palermo_file.build(read(path, schema="palermo"))
    palermo_file.hold_together(text, name=path.name, sources=sources())
    return text


def fresh() -> None:
    """Read everything anew, after a folder was named or a file changed."""
    for kept in (sources, screening_instruments, published_instruments, final_analysis, palermo, _added, _folder):
        kept.cache_clear()


@lru_cache
def _added() -> tuple[tuple[ScreeningInstrument, ...], tuple[str, ...]]:
    """What countries and the installation put beside the published instruments, and why some of it is refused."""
    added, refused = list(published_instruments()), []
    for country in sorted((SHELF / "countries").glob("*/country.yaml")):
        for path in sorted((country.parent / "screening").glob("*.yaml")):
            added.append(_beside(path, country.parent, added))
    for home in OF_THE_INSTALLATION:
        for path in sorted((home / "screening").glob("*.yaml")):
            try:
                added.append(_beside(path, home, added))
            except TextError as error:
                refused.append(str(error))
    return tuple(added[len(published_instruments()) :]), tuple(refused)


def draft_instrument(path: Path, home: Path) -> tuple[ScreeningInstrument, Mapping[str, Source]]:
    """A set as it is written, held to its schema only, with the sources it may cite: to look for its faults."""
    folder = replace(_folder(home), path=path.parent)
    return build_instrument(path, folder), folder.sources


def shadows(new: ScreeningInstrument, path: Path) -> Iterator[str]:
    """Where an added set would stand in place of one there is, which is not the same file."""
    if new.id != path.stem:
        yield f"the id {new.id!r} must be the name of the file"
    yield from _shadows(new, [old for old in screening_instruments() if old.digest != new.digest])


def _beside(path: Path, home: Path, there: list[ScreeningInstrument]) -> ScreeningInstrument:
    new = read_screening_instrument(path, home)
    for fault in _shadows(new, there):
        raise TextError(f"{path.name}: {fault}")
    return new


def _shadows(new: ScreeningInstrument, there: Iterable[ScreeningInstrument]) -> Iterator[str]:
    for old in there:
        if old.id == new.id:
            yield f"there is an instrument {new.id!r} already; nothing that is added replaces one"
        elif shared := {item.id for item in old.items} & {item.id for item in new.items}:
            yield f"the item {min(shared)!r} stands in {old.id!r} already; give yours its own id"


@lru_cache
def _folder(home: Path) -> Folder:
    if home == SHELF:
        return Folder(SHELF / "screening", sources())
    own = home / "sources.yaml"
    cited = sources_from(read(own, schema="sources"), sources(), name=own.name) if own.is_file() else sources()
    country = home.name if home.parent == SHELF / "countries" else HERE
    return Folder(home / "screening", cited, country=country, published=SHELF / "screening")
