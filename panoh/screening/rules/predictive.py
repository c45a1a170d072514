"""What a short form can tell where trafficking is rare, and how sure that is: Bayes' rule in whole people.

The rarer something is, the more of those who are flagged are not meant, however good the form. That is why a short
form never decides alone, and why the number of full interviews it asks for is known before a list is begun.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

BASE_RATES = (0.30, 0.20, 0.10, 0.05, 0.02, 0.01)
FEWEST = 10
"""Shares of fewer people than this are not shown: they would tell more about single people than about the form."""
_95_PER_CENT = 1.959963984540054


@dataclass(frozen=True)
class Predicted:
    """What becomes of a list of `people` at one base rate. Counts are expectations, not whole people yet."""

    people: int
    base_rate: float
    found: float
    """Trafficked, and a sign was recorded."""
    missed: float
    """Trafficked, and no sign was recorded."""
    not_meant: float
    """A sign was recorded, and not trafficked."""
    rightly_clear: float

    @property
    def flagged(self) -> float:
        """Full interviews the list asks for."""
        return self.found + self.not_meant

    @property
    def of_a_sign(self) -> float | None:
        """The predictive value of a sign: of those with one, the share that is trafficked."""
        return self.found / self.flagged if self.flagged else None

    @property
    def of_no_sign(self) -> float | None:
        """The predictive value of no sign: of those without, the share that is not trafficked."""
        without = self.missed + self.rightly_clear
        return self.rightly_clear / without if without else None


@dataclass(frozen=True)
class Share:
    """So many of so many, with the interval that holds the true share in 19 of 20 samples (Wilson)."""

    part: int
    whole: int

    @property
    def shown(self) -> bool:
        return self.whole >= FEWEST

    @property
    def value(self) -> float:
        return self.part / self.whole

    @property
    def interval(self) -> tuple[float, float]:
        n, p, z = self.whole, self.value, _95_PER_CENT
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True)
class Validation:
    """First-step results set beside later full results of the same people.

    A full interview presumes; it proves nothing. Who was flagged and seen in full tells how many of the flagged were
    meant. How many were missed is known only if people without a sign were seen in full too.
    """

    signs_and_presumed: int = 0
    signs_not_presumed: int = 0
    no_sign_and_presumed: int = 0
    no_sign_not_presumed: int = 0

    @property
    def people(self) -> int:
        return self.signs_and_presumed + self.signs_not_presumed + self.negatives_seen

    @property
    def negatives_seen(self) -> int:
        """People without a sign who were seen in full all the same."""
        return self.no_sign_and_presumed + self.no_sign_not_presumed

    @property
    def of_a_sign(self) -> Share:
        return Share(self.signs_and_presumed, self.signs_and_presumed + self.signs_not_presumed)

    @property
    def of_no_sign(self) -> Share:
        return Share(self.no_sign_not_presumed, self.negatives_seen)

    @property
    def sensitivity(self) -> Share | None:
        """None unless enough people without a sign were seen in full: from the flagged alone it cannot be known."""
        presumed = self.signs_and_presumed + self.no_sign_and_presumed
        return Share(self.signs_and_presumed, presumed) if self.negatives_seen >= FEWEST else None

    @property
    def specificity(self) -> Share | None:
        """None unless enough people without a sign were seen in full."""
        others = self.signs_not_presumed + self.no_sign_not_presumed
        return Share(self.no_sign_not_presumed, others) if self.negatives_seen >= FEWEST else None


def predict(*, sensitivity: float, specificity: float, base_rate: float, people: int) -> Predicted:
    """Raises ValueError for a rate outside 0 to 1 or fewer than no people."""
    if not all(0 <= rate <= 1 for rate in (sensitivity, specificity, base_rate)) or people < 0:
        raise ValueError("rates lie between 0 and 1, and a list has no fewer than no people")
    trafficked = people * base_rate
    others = people - trafficked
    return Predicted(
        people=people,
        base_rate=base_rate,
        found=trafficked * sensitivity,
        missed=trafficked * (1 - sensitivity),
        not_meant=others * (1 - specificity),
        rightly_clear=others * specificity,
    )
