"""Whose turn a free place is. An order everybody can see, and a reason where it is left."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import takewhile


@dataclass(frozen=True)
class InLine:
    """Somebody on the waiting list, in its order. `suited`: the place fits them and nothing they need speaks against it.

    `asked`: it was offered to them since it became free, or another is held for them now; they keep their turn.
    """

    who: Hashable
    suited: bool
    asked: bool


def passed_over(line: Iterable[InLine], who: Hashable) -> tuple[Hashable, ...]:
    """Those ahead of `who` for whom the place would be as good. Empty: it is this person's turn for it."""
    ahead = takewhile(lambda each: each.who != who, line)
    return tuple(each.who for each in ahead if each.suited and not each.asked)
