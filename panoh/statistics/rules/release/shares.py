"""How the budget of a private release is shared out among what is looked at, in parts of one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shares:
    persons: float = 0.002
    singles: float = 0.12
    bounds: float = 0.005
    """Of the histogram that says how much one person may add; once for each look at pairs."""
    pairs: tuple[float, float] = (0.12, 0.25)
    triples: tuple[float, float] = (0.2, 0.298)

    least_pairs: tuple[float, float] = (30.0, 20.0)
    """Pairs expected to be smaller are looked at no more exactly than these, at first and again."""
    least_triples: tuple[float, float] = (20.0, 15.0)

    def __post_init__(self) -> None:
        if self.whole > 1 + 1e-9:
            raise ValueError(f"more is shared out than there is: {self.whole}")

    @property
    def whole(self) -> float:
        return self.persons + self.singles + 2 * self.bounds + sum(self.pairs) + sum(self.triples)


THIN = Shares(singles=0.22, pairs=(0.15, 0.45), triples=(0.06, 0.108), least_pairs=(60.0, 30.0))
"""With little to spend, triples are better guessed from pairs that are well known."""
_LITTLE = 0.1


def shares_for(rho: float) -> Shares:
    return THIN if rho < _LITTLE else Shares()
