"""Residence permits for foreign victims as a country has them: grounds, lengths, who decides, and when an end is near."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from panoh.instruments.kinds.source import Citation, Words, citations
from panoh.instruments.reader import TextError


@dataclass(frozen=True)
class Ground:
    """Why somebody may stay. `goes_on_with_proceedings`: as long as criminal proceedings run, and some time after."""

    key: str
    asks: Words
    goes_on_with_proceedings: bool
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Length:
    """`amount` is None where no text we have read says it."""

    amount: int | None
    unit: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Residence:
    """`decides`: key of the role. `alarms`: how many days before a permit ends its case is looked at, the furthest first."""

    rule: Words
    rule_sources: tuple[Citation, ...]
    grounds: tuple[Ground, ...]
    first_length: Length
    extension_months: int
    extension_sources: tuple[Citation, ...]
    decides: str
    decides_sources: tuple[Citation, ...]
    remedy: Length
    alarms: tuple[int, ...]
    alarms_sources: tuple[Citation, ...]
    child: Words
    child_sources: tuple[Citation, ...]

    def ground(self, key: str) -> Ground:
        return next(each for each in self.grounds if each.key == key)


def residence_from(value: dict[str, Any], *, roles: Collection[str], name: str) -> Residence:
    """Raises TextError for a role the country does not have, or a ground that stands twice."""
    if value["decides"]["role"] not in roles:
        raise TextError(
            f"{name}: unknown role {value['decides']['role']!r}; write it in roles.yaml or correct the name"
        )
    if len({each["key"] for each in value["grounds"]}) < len(value["grounds"]):
        raise TextError(f"{name}: a ground stands twice; keep one of each")
    return Residence(
        rule=Words.of(value["rule"]["words"]),
        rule_sources=citations(value["rule"]["sources"]),
        grounds=tuple(map(_ground, value["grounds"])),
        first_length=_length(value["first_length"]),
        extension_months=value["extension"]["amount"],
        extension_sources=citations(value["extension"]["sources"]),
        decides=value["decides"]["role"],
        decides_sources=citations(value["decides"]["sources"]),
        remedy=_length(value["remedy"]),
        alarms=tuple(sorted(value["alarms"]["days"], reverse=True)),
        alarms_sources=citations(value["alarms"]["sources"]),
        child=Words.of(value["child"]["rule"]),
        child_sources=citations(value["child"]["sources"]),
    )


def _ground(value: dict[str, Any]) -> Ground:
    return Ground(value["key"], Words.of(value["asks"]), value["goes_on_with_proceedings"], citations(value["sources"]))


def _length(value: dict[str, Any]) -> Length:
    return Length(value["amount"], value["unit"], citations(value["sources"]))
