"""How Panoh's own figures are defined: what is counted, in which unit, and what a published figure beside it counts."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from panoh.instruments import library
from panoh.instruments.kinds.codebook import Codebook, codebook_from
from panoh.instruments.kinds.figure import Comparison, Definition
from panoh.instruments.kinds.source import Words, citations
from panoh.instruments.kinds.source_file import hold_to_sources
from panoh.instruments.reader import TextError, read

CTDC = "ctdc_2021.yaml"


@lru_cache
def definitions() -> tuple[Definition, ...]:
    """Every definition. Raises TextError where an id stands twice or a source is not on the shelf."""
    value = read(Path(__file__).parent / "definitions.yaml", schema="definitions")
    built = tuple(_definition(entry, value["version"]) for entry in value["definitions"])
    ids = [definition.id for definition in built]
    for definition in built:
        if ids.count(definition.id) > 1:
            raise TextError(f"definitions.yaml: the definition {definition.id!r} stands twice; keep one")
        for citation in definition.sources:
            if citation.source not in library.sources():
                raise TextError(f"definitions.yaml: {definition.id}: no source {citation.source!r} in sources.yaml")
    return built


def definition(id: str) -> Definition:  # noqa: A002 - the texts call it an id
    """The definition called `id`; raises KeyError when there is none."""
    for entry in definitions():
        if entry.id == id:
            return entry
    raise KeyError(id)


@lru_cache
def ctdc_codebook() -> Codebook:
    """The columns of the CTDC Global Synthetic Dataset, so that files made like it can be released."""
    return read_codebook(Path(__file__).parent / CTDC)


def read_codebook(path: Path) -> Codebook:
    """The codebook in the file at `path`. Raises TextError for anything that does not fit together."""
    book = codebook_from(read(path, schema="codebook"), name=path.name)
    hold_to_sources(book, library.sources(), name=path.name)
    return book


def _definition(value: dict[str, Any], version: str) -> Definition:
    return Definition(
        id=value["id"],
        version=version,
        name=Words.of(value["name"]),
        counting_unit=value["counting_unit"],
        counts=Words.of(value["counts"]),
        rule=value["rule"],
        breakdowns=tuple(value["breakdowns"]),
        periods=tuple(value["periods"]),
        owner=value["owner"],
        beside=tuple(Comparison(entry["series"], Words.of(entry["difference"])) for entry in value["beside"]),
        sources=citations(value["sources"]),
    )
