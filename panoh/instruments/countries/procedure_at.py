"""The procedure in a file somewhere: a whole text, or a patch that names its base. The files beside it come first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from panoh.instruments import countries, library
from panoh.instruments.countries.procedure_file import procedure_from, roles_from
from panoh.instruments.countries.procedure_patch import in_patch, patched
from panoh.instruments.kinds.procedure import Procedure, Role
from panoh.instruments.kinds.source import Source, Words
from panoh.instruments.kinds.source_file import hold_to_sources, sources_from
from panoh.instruments.lines import lines_of
from panoh.instruments.reader import TextError, hold_to_schema, parse, read, text_of

_MOST = 9
"""Patches laid one on another; more is a patch that names itself."""


def procedure_at(path: Path) -> Procedure:
    """The procedure written at `path`, held to schema, names and sources. Raises TextError with the line of what is wrong."""
    text = text_of(path)
    value = parse(text, name=path.name)
    if is_patch(value):
        return _patched(path, text, value)
    return _built(value, path, text=text)


def is_patch(value: Mapping[str, Any]) -> bool:
    return "base" in value or "change" in value


def whole_text(path: Path, deep: int = 0) -> dict[str, Any]:
    """The map of a whole procedure: as it stands in the file, or the base with the patch laid over it."""
    text = text_of(path)
    value = parse(text, name=path.name)
    if not is_patch(value):
        return value
    with lines_of(text, name=path.name):
        hold_to_schema(value, "procedure_patch", name=path.name)
        if deep == _MOST:
            raise TextError(f"{path.name}: its base leads back to itself; name a whole procedure", at=("base",))
        return patched(_base(path, value["base"], deep + 1), value["change"], name=path.name)


def _base(path: Path, base: str, deep: int) -> dict[str, Any]:
    """Of a country by its code, or of a file as seen from the patch."""
    if base.endswith((".yaml", ".yml")):
        return whole_text(path.parent / base, deep)
    if base not in countries.codes():
        known = f"a country ({', '.join(countries.codes())}) or a file that ends in .yaml"
        raise TextError(f"{path.name}: its base {base!r} is no procedure; name {known}", at=("base",))
    return parse(countries.procedure_text(base), name="procedure.yaml")


def _patched(path: Path, text: str, patch: dict[str, Any]) -> Procedure:
    value = whole_text(path)
    with lines_of(text, name=path.name):
        try:
            return _built(value, path)
        except TextError as error:
            at = in_patch(error.at, value, patch["change"])
            beside = "" if at or not error.at else "; this stands so in the base, and the patch has to change it too"
            raise TextError(Words("{said}{beside}").fill(said=error.said, beside=beside), at=at) from None


def _built(value: dict[str, Any], path: Path, *, text: str = "") -> Procedure:
    with lines_of(text, name=path.name):
        hold_to_schema(value, "procedure", name=path.name)
    built = procedure_from(value, _roles(path, value["country"]), name=path.name, text=text)
    hold_to_sources(built, _sources(path, value["country"]), name=path.name, text=text)
    return built


def _roles(path: Path, country: str) -> tuple[Role, ...]:
    """The roles beside a draft, or those of the country it is written for."""
    beside = path.with_name("roles.yaml")
    return roles_from(read(beside, schema="roles")) if beside.is_file() else countries.roles(country)


def _sources(path: Path, country: str) -> Mapping[str, Source]:
    beside = path.with_name("sources.yaml")
    if beside.is_file():
        return sources_from(read(beside, schema="sources"), library.sources(), name=beside.name)
    return countries.sources(country)
