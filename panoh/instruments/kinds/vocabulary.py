"""What a fact read from a narrative can be of, in words: measures, units, who did it, and the parts of a breakdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from panoh.instruments.kinds.source import Words


@dataclass(frozen=True)
class Measure:
    key: str
    group: str
    name: Words


@dataclass(frozen=True)
class Unit:
    """The word after a number. `name` stands after many; Tajik keeps the word as it is. Without another form `name` stands
    after every number."""

    name: Words
    english_one: str | None = None
    russian_one: str | None = None
    russian_few: str | None = None

    def after(self, number: Decimal) -> Words:
        """1 facility, 2 учреждения, 5 учреждений; a fraction in Russian as two to four."""
        words = self.name
        if number == 1 and self.english_one:
            words = replace(words, en=self.english_one)
        russian = self._russian(number)
        return replace(words, ru=russian) if russian else words

    def _russian(self, number: Decimal) -> str | None:
        if number % 1:
            return self.russian_few
        last, two = number % 10, number % 100
        if last == 1 and two != 11:
            return self.russian_one
        return self.russian_few if 2 <= last <= 4 and not 12 <= two <= 14 else None


@dataclass(frozen=True)
class Vocabulary:
    """`qualifiers`: words before a number that is not exact. `parts` by key and value, such as "form.labour". A currency is no
    unit of the list: its code says it."""

    version: str
    measures: Mapping[str, Measure]
    units: Mapping[str, Unit]
    actors: Mapping[str, Words]
    qualifiers: Mapping[str, Words]
    parts: Mapping[str, Words]

    def part(self, key: str, value: str) -> Words:
        """The wording of one part; what no list knows is shown as it was read."""
        return self.parts.get(f"{key}.{value}", Words(value))

    def unit(self, key: str, number: Decimal | None = None) -> Words:
        """A unit of the list, as it stands after the number where one is given; or a currency by its code."""
        unit = self.units.get(key)
        if unit is None:
            return Words(key)
        return unit.name if number is None else unit.after(number)
