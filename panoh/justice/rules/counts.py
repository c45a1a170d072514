"""What is counted, each in its own unit. A crime, a criminal case, a suspect and a victim are four things; adding one to
another is an error and no figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Count:
    """So many of one unit. Zero was counted, and nobody or nothing found."""

    number: int

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError("nothing is counted below none")

    def __add__(self, other: object) -> Self:
        if type(other) is not type(self):
            raise TypeError(f"{type(self).__name__} and {type(other).__name__} are counted in different units")
        return type(self)(self.number + other.number)


class Crimes(Count):
    """An article in a criminal case, once."""


class CriminalCases(Count):
    pass


class Suspects(Count):
    """Whoever a criminal case is against, in that case."""


class Victims(Count):
    """A victim of a criminal case, known to the mechanism or not."""


@dataclass(frozen=True)
class InOneCase:
    """What one criminal case adds to the counts. `migration_only`: every article of it is about migration."""

    stage: str
    migration_only: bool
    crimes: Crimes
    suspects: Suspects
    officials: Suspects
    victims: Victims


@dataclass(frozen=True)
class Row:
    """Counted with and without what is about migration only."""

    stage: str
    cases: CriminalCases
    without_migration: CriminalCases
    crimes: Crimes
    suspects: Suspects
    officials: Suspects
    victims: Victims

    @property
    def shown(self) -> tuple[int, ...]:
        """In the order of a table's columns."""
        counts = (self.cases, self.without_migration, self.crimes, self.suspects, self.officials, self.victims)
        return tuple(each.number for each in counts)


def by_stage(counted: Iterable[InOneCase], stages: Iterable[str]) -> tuple[Row, ...]:
    """One row a stage, in order, also where nothing is; the last one, without a stage, holds all."""
    every = tuple(counted)
    rows = [_row(stage, [each for each in every if each.stage == stage]) for stage in stages]
    return (*rows, _row("", every))


def _row(stage: str, counted: Iterable[InOneCase]) -> Row:
    row = Row(stage, CriminalCases(0), CriminalCases(0), Crimes(0), Suspects(0), Suspects(0), Victims(0))
    for each in counted:
        row = Row(
            stage,
            row.cases + CriminalCases(1),
            row.without_migration + CriminalCases(0 if each.migration_only else 1),
            row.crimes + each.crimes,
            row.suspects + each.suspects,
            row.officials + each.officials,
            row.victims + each.victims,
        )
    return row
