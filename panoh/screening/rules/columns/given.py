"""What one batch of a list says, as planes: the answers to an instrument, the facts, what was seen, and the ages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.screening.rules.columns.answers import AGE, Answers, ages_in, answers_in
from panoh.screening.rules.columns.planes import Plane, everybody, nobody
from panoh.screening.rules.weights import FACTS, SEEN


def columns_read(instrument: ScreeningInstrument) -> tuple[str, ...]:
    """Every column the rule would look at; a list need not have them all."""
    return *(item.id for item in instrument.items), *FACTS, *SEEN, AGE


@dataclass(frozen=True)
class Given:
    """`answers` has only the columns that are there: a question that was not asked is unknown for everybody."""

    people: int
    answers: dict[str, Answers]
    adults: Plane
    children: Plane
    """Children, and those who may be by their papers."""

    @classmethod
    def read(cls, batch: pa.RecordBatch, instrument: ScreeningInstrument) -> Given:
        people, there = batch.num_rows, set(batch.schema.names)
        names = [name for name in columns_read(instrument) if name in there and name != AGE]
        adults, children = ages_in(batch.column(AGE)) if AGE in there else (nobody(people), nobody(people))
        return cls(people, {name: answers_in(batch.column(name), name=name) for name in names}, adults, children)

    def yes(self, name: str) -> Plane:
        return self.answers[name].yes if name in self.answers else nobody(self.people)

    def not_no(self, name: str) -> Plane:
        """Who answered yes or may still."""
        return ~self.answers[name].no if name in self.answers else everybody(self.people)

    def unknown(self, name: str) -> Plane:
        return self.not_no(name) & ~self.yes(name)

    def answered(self, items: tuple[Item, ...]) -> Iterator[Item]:
        return (item for item in items if item.id in self.answers)
