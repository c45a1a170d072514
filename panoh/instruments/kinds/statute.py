"""A statute as dated provisions: what it says, since when and until when, with the numbers it sets and where it was seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from panoh.instruments.kinds.source import Citation, Verification, Words


@dataclass(frozen=True)
class Provision:
    """One rule as it stood from one day to another; both days belong to it. `place` is where the statute has it."""

    key: str
    title: Words
    says: Words
    place: str
    in_force_from: date
    in_force_to: date | None
    parameters: Mapping[str, int]
    sources: tuple[Citation, ...]

    def number(self, name: str) -> int:
        """A number the provision sets; raises KeyError where it sets none of that name."""
        return self.parameters[name]

    def in_force(self, on: date) -> bool:
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)

    @property
    def verification(self) -> Verification:
        """The weakest of its marks: a rule that rests in part on our reading is shown as provisional."""
        return max((each.verification for each in self.sources), key=list(Verification).index)


@dataclass(frozen=True)
class Statute:
    id: str
    version: str
    title: Words
    provisions: tuple[Provision, ...]

    def in_force(self, key: str, on: date) -> Provision | None:
        """The provision called `key` as it stands on that day; None where there is none yet, or none any more."""
        return next((each for each in self.provisions if each.key == key and each.in_force(on)), None)
