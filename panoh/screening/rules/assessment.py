"""What the answers to a screening come to, with every reason and its source, and what is still to be asked.

The result is a presumption, never a decision. It opens help and closes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.final_analysis import Outcome
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.kinds.source import Words
from panoh.screening.rules.answers import AgeGroup, Answer
from panoh.screening.rules.applies import still_to_ask
from panoh.screening.rules.dimension import DimensionResult, assess_dimensions
from panoh.screening.rules.findings import directly_shown, table_for, uses_child_rule
from panoh.screening.rules.open_questions import OpenQuestion, may_still_change, open_questions
from panoh.screening.rules.reasons import Grounds, Reason, provisional_parts, reasons


@dataclass(frozen=True)
class Assessment:
    """The finding of one screening, as it stands with the answers given so far."""

    instrument: str
    version: str
    age: AgeGroup
    child_rule: bool
    finding: Outcome
    """The outcome with its label, meaning and next step."""
    act_shown: bool
    dimensions: tuple[DimensionResult, ...]
    shown: frozenset[str]
    """Every element shown: positive dimensions, facts, and what follows from them."""
    reasons: tuple[Reason, ...]
    provisional_parts: tuple[Words, ...]
    """Each part of this finding that was not held against an official or reliable text."""
    still_open: tuple[OpenQuestion, ...]
    may_still_change: bool
    """Whether what is unknown could still move the outcome up."""
    unanswered: int
    does_not_mean: tuple[Words, ...]
    """In the person's interest, and as plain as the outcome itself."""

    @property
    def outcome(self) -> str:
        """The code of the outcome, such as TIP_INDICATED."""
        return self.finding.code

    @property
    def presumed(self) -> bool:
        """Whether the person is presumed a victim from here on.

        Every outcome is, but those that rest on no means at all: nothing to conclude yet, and exploitative work
        without any sign of deception, force or abuse of weakness. Where an element is only not recorded yet, the
        person is presumed: asking is our task, not theirs. False closes nothing; an officer may always presume on
        professional judgement, and help does not wait for this.
        """
        return self.finding.presumed

    @property
    def positive(self) -> tuple[str, ...]:
        """The codes of the positive dimensions, in the order of the text."""
        return tuple(each.dimension.code for each in self.dimensions if each.dimension.code in self.shown)

    @property
    def provisional(self) -> bool:
        return bool(self.provisional_parts)

    @property
    def ask_next(self) -> OpenQuestion | None:
        """The open question whose answer would tell most."""
        return self.still_open[0] if self.still_open else None

    @property
    def child_protection_check(self) -> bool:
        """A child with any sign at all is seen by child protection, whatever the outcome."""
        return self.child_rule and bool(self.shown - {"complete"})


def assess(
    instrument: ScreeningInstrument,
    answers: Mapping[str, Answer],
    *,
    age: AgeGroup,
    act_recorded: Answer = Answer.UNKNOWN,
    sexual_use_recorded: Answer = Answer.UNKNOWN,
) -> Assessment:
    """Assess each dimension on its own, then read the table of the instrument from the top.

    `act_recorded`: someone recruited, moved, handed over, lodged or took the person in, or meant to.
    `sexual_use_recorded`: the person was used in prostitution, pornography or sexual performance.
    Answers to items of other instruments are ignored. What is not answered is unknown, and so is what was skipped.
    """
    facts = {"act": act_recorded, "sexual_use": sexual_use_recorded}
    results = assess_dimensions(instrument, answers)
    unanswered = len(still_to_ask(instrument, answers))
    table = table_for(instrument, age)
    shown, follows = table.complete(directly_shown(results, facts, complete=not unanswered))
    grounds = Grounds(instrument, age, results, follows, table.outcomes[table.line(shown)])
    return Assessment(
        instrument=instrument.id,
        version=instrument.version,
        age=age,
        child_rule=uses_child_rule(instrument, age),
        finding=grounds.finding,
        act_shown="act" in shown,
        dimensions=results,
        shown=shown,
        reasons=reasons(grounds),
        provisional_parts=provisional_parts(grounds),
        still_open=open_questions(instrument, table, shown=shown, answers=answers, facts=facts),
        may_still_change=may_still_change(instrument, table, shown=shown, answers=answers, facts=facts),
        unanswered=unanswered,
        does_not_mean=instrument.final_analysis.does_not_mean(grounds.finding),
    )
