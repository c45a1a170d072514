"""How Panoh's own figures are defined: what is counted, in which unit, and what a published figure beside it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from panoh.instruments import library
from panoh.instruments.kinds.codebook import Codebook, codebook_from
from panoh.instruments.kinds.figure import Comparison, Definition, Mapped
from panoh.instruments.kinds.source import Verification, Words, citations
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


@lru_cache
def standards() -> Mapping[str, tuple[Mapped, ...]]:
    """By definition: what it is called in the standards of others. Raises TextError for an unknown figure or source."""
    value = read(Path(__file__).parent / "standards.yaml", schema="standards")
    known = {each.id for each in definitions()}
    for figure, maps in value["figures"].items():
        if figure not in known:
            raise TextError(f"standards.yaml: there is no definition {figure!r}; name one of definitions.yaml")
        for each in maps:
            if each["standard"] not in library.sources():
                raise TextError(f"standards.yaml: {figure}: no source {each['standard']!r} in sources.yaml")
    return {figure: tuple(map(_mapped, maps)) for figure, maps in value["figures"].items()}


def _mapped(value: dict[str, Any]) -> Mapped:
    return Mapped(value["standard"], value["id"], Words.of(value["how"]), Verification(value["verification"]))


def _definition(value: dict[str, Any], version: str) -> Definition:
    current = Definition(
        id=value["id"],
        version=value.get("version", version),
        name=Words.of(value["name"]),
        counting_unit=value["counting_unit"],
        counts=Words.of(value["counts"]),
        rule=value["rule"],
        breakdowns=tuple(value["breakdowns"]),
        periods=tuple(value["periods"]),
        owner=value["owner"],
        beside=tuple(Comparison(entry["series"], Words.of(entry["difference"])) for entry in value["beside"]),
        sources=citations(value["sources"]),
        first=_day(value.get("from")),
        last=_day(value.get("until")),
        change=Words.of(value["change"]) if "change" in value else None,
    )
    return replace(current, earlier=_earlier(current, value.get("earlier", [])))


def _earlier(current: Definition, values: list[dict[str, Any]]) -> tuple[Definition, ...]:
    """Versions before, newest first; each ends the day before the next begins."""
    found, after = [], current
    for value in values:
        if after.first is None or after.change is None:
            raise TextError(
                f"definitions.yaml: {current.id}: a version that follows another has from and change; add them"
            )
        first = _day(value.get("from"))
        if first and first >= after.first:
            raise TextError(
                f"definitions.yaml: {current.id}: version {value['version']} does not begin before the next"
            )
        after = replace(
            current,
            version=value["version"],
            counts=Words.of(value["counts"]),
            rule=value.get("rule", current.rule),
            breakdowns=tuple(value.get("breakdowns", current.breakdowns)),
            first=first,
            last=after.first - timedelta(days=1),
            change=Words.of(value["change"]) if "change" in value else None,
        )
        found.append(after)
    return tuple(found)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
