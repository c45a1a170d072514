"""Reading the tables of outcomes from the top, the adults' and the children's, for everybody at once."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.final_analysis import FinalAnalysis, Outcome
from panoh.screening.rules.columns.planes import Plane, any_of, nobody
from panoh.screening.rules.columns.standing import Standing


@dataclass(frozen=True)
class Found:
    """Who came to which line, and who could still come to a graver one."""

    lines: tuple[tuple[Outcome, Plane], ...]
    may_still_change: Plane
    people: int

    def outcomes(self) -> dict[str, Plane]:
        """By code; the same code may stand in both tables."""
        codes: dict[str, Plane] = {}
        for outcome, plane in self.lines:
            codes[outcome.code] = codes[outcome.code] | plane if outcome.code in codes else plane
        return codes

    def presumed(self) -> Plane:
        return any_of([nobody(self.people), *(plane for outcome, plane in self.lines if outcome.presumed)])


def found(analysis: FinalAnalysis, now: Standing, best: Standing, child_rule: Plane) -> Found:
    """`now`: as answered. `best`: as if every unknown were a yes, the most that can still come out."""
    adults = _read(analysis.outcomes(child=False), now, best, ~child_rule)
    children = _read(analysis.outcomes(child=True), now, best, child_rule)
    return Found(adults.lines + children.lines, adults.may_still_change | children.may_still_change, now.people)


def _read(table: tuple[Outcome, ...], now: Standing, best: Standing, whose: Plane) -> Found:
    """The first line that holds is the outcome; whoever has none yet may still come to this one."""
    lines, rises, waiting = [], nobody(now.people), whose
    for outcome in table:
        here = waiting & now.holds(outcome.when)
        waiting = waiting & ~here
        rises = rises | (waiting & best.holds(outcome.when))
        lines.append((outcome, here))
    return Found(tuple(lines), rises, now.people)
