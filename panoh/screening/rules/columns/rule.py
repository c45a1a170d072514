"""One instrument as a rule over Arrow batches: in goes a batch of answers, out come the findings, row for row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.kinds.source import Citation, Verification
from panoh.screening.rules.answers import AgeGroup
from panoh.screening.rules.columns import output
from panoh.screening.rules.columns.given import Given
from panoh.screening.rules.columns.lines import Found, found
from panoh.screening.rules.columns.planes import Plane, any_of, everybody, flags_of, how_many, nobody
from panoh.screening.rules.columns.skipped import still_to_ask
from panoh.screening.rules.columns.standing import Standing, standing
from panoh.screening.rules.findings import uses_child_rule
from panoh.screening.rules.weights import FACTS, SEEN, WEIGHTS

FINDINGS = pa.schema(
    [
        ("urgency", pa.uint8()),
        ("outcome", output.WORD),
        ("reasons", output.WORD),
        ("presumed", pa.bool_()),
        ("act_shown", pa.bool_()),
        ("positive", output.WORD),
        ("provisional", pa.bool_()),
        ("signs", pa.uint16()),
        ("unanswered", pa.uint16()),
        ("may_still_change", pa.bool_()),
    ]
)
"""What comes out for each person, in words `assess` and `triage` use too."""


@dataclass(frozen=True)
class ColumnRule:
    """Calling it with a batch of answers gives the findings, one row for each row and in the same order."""

    instrument: ScreeningInstrument

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Raises UnknownAnswer or UnusableColumn for what cannot be read; nothing is guessed."""
        given = Given.read(batch, self.instrument)
        child_rule = everybody(given.people) if uses_child_rule(self.instrument, AgeGroup.ADULT) else ~given.adults
        left = still_to_ask(self.instrument, given)
        complete = ~any_of([nobody(given.people), *left.values()])
        now = self._standing(given.yes, FACTS, complete, child_rule, given.people)
        best = self._best(given, child_rule)
        result = found(self.instrument.final_analysis, now, best, child_rule)
        columns = {
            "outcome": output.word(result.outcomes(), given.people),
            "presumed": output.flag(result.presumed(), given.people),
            "act_shown": output.flag(now.shown["act"], given.people),
            "positive": output.words({code: now.shown[code] for code in now.positive}, given.people),
            "provisional": output.flag(self._provisional(given, now, result), given.people),
            "may_still_change": output.flag(result.may_still_change, given.people),
            **_queue(given, result, self._any_sign(given)),
            **self._counts(given, left),
        }
        return pa.RecordBatch.from_arrays([columns[name] for name in FINDINGS.names], schema=FINDINGS)

    def _standing(
        self, says: Callable[[str], Plane], facts: tuple[str, ...], complete: Plane, child_rule: Plane, people: int
    ) -> Standing:
        return standing(self.instrument, says, facts, complete=complete, child_rule=child_rule, people=people)

    def _best(self, given: Given, child_rule: Plane) -> Standing:
        """As if every question of the instrument without an answer were answered yes. Others are never asked."""
        asked = {*(item.id for item in self.instrument.items), *(fact.id for fact in self.instrument.facts)}

        def says(name: str) -> Plane:
            return given.not_no(name) if name in asked else given.yes(name)

        return self._standing(says, FACTS, everybody(given.people), child_rule, given.people)

    def _any_sign(self, given: Given) -> Plane:
        return any_of([nobody(given.people), *(given.yes(item.id) for item in given.answered(self.instrument.items))])

    def _counts(self, given: Given, left: dict[str, Plane]) -> dict[str, pa.Array[Any]]:
        items = tuple(given.answered(self.instrument.items))
        signs = how_many((given.yes(item.id) for item in items), given.people)
        unknown = how_many(left.values(), given.people).astype(np.uint16)
        return {"signs": pa.array(signs.astype(np.uint16)), "unanswered": pa.array(unknown)}

    def _provisional(self, given: Given, now: Standing, result: Found) -> Plane:
        """For whom any part of the finding was not held against its text: `provisional_parts`, for everybody at once."""
        if self.instrument.status is Verification.PROVISIONAL:
            return everybody(given.people)
        unsure = [nobody(given.people)]
        for code, positive in now.positive.items():
            items = [each for each in self.instrument.items_of(code) if each.strength_provisional]
            unsure += [positive & given.yes(item.id) for item in given.answered(tuple(items))]
            unsure += [positive] if _unsure(self.instrument.rule.citation) else []
        unsure += [plane for shows, plane in now.follows if _unsure(shows.citation)]
        unsure += [plane for outcome, plane in result.lines if _unsure(outcome.citation)]
        return any_of(unsure)


def _queue(given: Given, result: Found, any_sign: Plane) -> dict[str, pa.Array[Any]]:
    """The place in the queue and why, as `triage` gives it."""
    presumed = result.presumed()
    holds = {"child": given.children, "presumed": presumed, "some_sign": any_sign & ~presumed}
    holds |= {seen: given.yes(seen) for seen in SEEN}
    urgency = np.zeros(given.people, np.uint8)
    for reason, weight in WEIGHTS.items():
        urgency += flags_of(holds[reason], given.people) * np.uint8(weight)
    reasons = output.words({reason: holds[reason] for reason in WEIGHTS}, given.people)
    return {"urgency": pa.array(urgency), "reasons": reasons}


def _unsure(citation: Citation) -> bool:
    return citation.verification is Verification.PROVISIONAL
