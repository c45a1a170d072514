"""What a fact read from a narrative can be of, in words: measures, units, who did it, and the parts of a breakdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.source import Words


@dataclass(frozen=True)
class Measure:
    key: str
    group: str
    name: Words


@dataclass(frozen=True)
class Vocabulary:
    """`parts` by key and value, such as "form.labour". A currency is no unit of the list: its code says it."""

    version: str
    measures: Mapping[str, Measure]
    units: Mapping[str, Words]
    actors: Mapping[str, Words]
    parts: Mapping[str, Words]

    def part(self, key: str, value: str) -> Words:
        """The wording of one part; what no list knows is shown as it was read."""
        return self.parts.get(f"{key}.{value}", Words(value))

    def unit(self, key: str) -> Words:
        return self.units.get(key, Words(key))
