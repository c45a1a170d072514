"""What is done to each part of the folder, the same in a thread of this process and in a task on Spark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from panoh.exchange.case_columns.folder import read_part
from panoh.statistics.rules.columns.counting import PartCounter
from panoh.statistics.rules.columns.part import Ints

Counts = list[Ints]
"""For each figure asked for the persons by class, form and region."""


@dataclass(frozen=True)
class FolderCounter:
    """Called with the number of a part. Raises TableUnusable where the part is damaged."""

    folder: Path
    persons: Sequence[int]
    """In each part."""
    looks: int
    count: PartCounter

    @property
    def parts(self) -> range:
        return range(len(self.persons))

    def __call__(self, number: int) -> Counts:
        records, persons = self.count.records, self.persons[number]
        return self.count(read_part(self.folder, number, records=records, looks=self.looks, persons=persons))


def added_up(parts: Iterable[Counts]) -> Counts:
    return reduce(both, parts)


def both(one: Counts, other: Counts) -> Counts:
    """Nobody stands in two parts, so persons add up."""
    return [mine + theirs for mine, theirs in zip(one, other, strict=True)]
