"""A figure as the public sees it, and the text in which a publication keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, Reason, Value, kind

HIDDEN = "hidden"


@dataclass(frozen=True)
class Hidden:
    """Fewer than ten, or more and kept back so that those fewer than ten cannot be reckoned."""


Public = Value | Hidden


@dataclass(frozen=True)
class PublicTable:
    """The rows of one breakdown, as they stand in an edition: they add up to that edition's figure."""

    dimension: str
    edition: int
    parts: tuple[tuple[str, Public], ...]


@dataclass(frozen=True)
class PublicFigure:
    """`edition`: the one whose numbers these are. A correction too small to be shown leaves those of an older one."""

    definition: str
    version: str
    counting_unit: str
    edition: int
    value: Public
    tables: tuple[PublicTable, ...]
    withheld: tuple[str, ...]
    """Breakdowns that could not be made safe."""
    caveats: tuple[str, ...]

    def table(self, dimension: str) -> PublicTable | None:
        return next((each for each in self.tables if each.dimension == dimension), None)


def said_of(figure: PublicFigure) -> dict[str, Any]:
    """For the text; `figure_of` reads it."""
    return {
        "definition": figure.definition,
        "version": figure.version,
        "unit": figure.counting_unit,
        "edition": figure.edition,
        "value": said_of_value(figure.value),
        "tables": [
            {
                "dimension": each.dimension,
                "edition": each.edition,
                "parts": [{"key": key, "value": said_of_value(value)} for key, value in each.parts],
            }
            for each in figure.tables
        ],
        "withheld": list(figure.withheld),
        "caveats": list(figure.caveats),
    }


def figure_of(said: Mapping[str, Any]) -> PublicFigure:
    return PublicFigure(
        definition=said["definition"],
        version=said["version"],
        counting_unit=said["unit"],
        edition=said["edition"],
        value=_value_of(said["value"]),
        tables=tuple(
            PublicTable(
                each["dimension"],
                each["edition"],
                tuple((part["key"], _value_of(part["value"])) for part in each["parts"]),
            )
            for each in said["tables"]
        ),
        withheld=tuple(said["withheld"]),
        caveats=tuple(said["caveats"]),
    )


def said_of_value(value: Public) -> dict[str, Any]:
    if isinstance(value, Hidden):
        return {"kind": HIDDEN}
    said: dict[str, Any] = {"kind": kind(value)}
    if isinstance(value, Number):
        said["count"] = value.count
    if isinstance(value, NotAvailable):
        said["reason"] = value.reason.value
    return said


def _value_of(said: Mapping[str, Any]) -> Public:
    match said["kind"]:
        case "hidden":
            return Hidden()
        case "number":
            return Number(said["count"])
        case "none":
            return NoneCounted()
        case _:
            return NotAvailable(Reason(said["reason"]))
