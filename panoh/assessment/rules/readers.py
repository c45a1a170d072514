"""Where a fact stands after its readers: unread, accepted, rejected, differing until a third person settles it, or waiting for a
second person where one is not enough.

A reader may change their mind: their newest verdict counts, the earlier stays on record. A settlement outweighs what was said
before it; who differs from it afterwards opens the question again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    UNREAD = "unread"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DIFFERING = "differing"
    SECOND = "second"


@dataclass(frozen=True)
class Said:
    """One verdict. `values`: what the fact is to say by it; None where it was rejected. `alone`: one reader is
    enough for it, as no number of it was given by hand that does not stand in the words. Oldest first in a list of them."""

    reader: int
    values: dict[str, Any] | None
    settles: bool = False
    alone: bool = True


@dataclass(frozen=True)
class Standing:
    """`counts`: the verdicts that count now. `values`: what the fact says, where it is accepted."""

    state: State
    counts: tuple[Said, ...] = ()
    values: dict[str, Any] | None = None

    @property
    def readers(self) -> frozenset[int]:
        return frozenset(each.reader for each in self.counts)

    def may_settle(self, reader: int) -> bool:
        """A third person: whoever is one of those who differ would only say it again."""
        return self.state is State.DIFFERING and reader not in self.readers


def standing(said: Sequence[Said]) -> Standing:
    since = max((at for at, each in enumerate(said) if each.settles), default=0)
    newest = {each.reader: each for each in said[since:]}
    counts = tuple(newest.values())
    if not counts:
        return Standing(State.UNREAD)
    first = counts[0].values
    if any(each.values != first for each in counts):
        return Standing(State.DIFFERING, counts)
    if first is not None and len(counts) == 1 and not counts[0].alone and not counts[0].settles:
        return Standing(State.SECOND, counts)
    return Standing(State.REJECTED if first is None else State.ACCEPTED, counts, first)
