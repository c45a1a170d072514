"""Which numbers of a figure may be shown, alone and beside every publication of the same period before.

A count from 1 to 9 is hidden, and the least others with it, until an attack that knows all that is printed cannot narrow it
down. What moved by 1 to 9 since it was published is not shown anew, since the difference would be as small as a small count:
the number published stands. Who knows these rules must learn nothing from them either, so a number is shown anew only where
every count that may be hidden would have allowed it, and a table only with the same rows hidden as before. The attack is given
every table of the period together, and is told even which rows did not move.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.figures import Breakdown, Figure
from panoh.statistics.rules.publication.shown import Hidden, Public, PublicFigure, PublicTable
from panoh.statistics.rules.release.combinations import Flags, Floats, Ints
from panoh.statistics.rules.release.safe import small, with_company
from panoh.statistics.rules.values import SMALL, NotAvailable, Number, Value, counted


@dataclass(frozen=True)
class Rounds:
    """One table as it was published time after time: a round in each line of `counts`. Totals were printed; the rows that are
    `hidden`, the same in every round, were not."""

    counts: Ints
    hidden: Flags


Attack = Callable[[Rounds], tuple[Floats, Floats]]
"""The least and the most each row of each round can be."""


@dataclass(frozen=True)
class Earlier:
    """What an edition published before said exactly, and what of it was shown."""

    edition: int
    exact: Figure
    public: PublicFigure


def protected(figure: Figure, edition: int, earlier: Sequence[Earlier], attack: Attack) -> PublicFigure:
    """`earlier`: the publications of the same period, oldest first."""
    if any(_moved_little(figure.value, each.exact.value) for each in earlier if each.public.edition == each.edition):
        return earlier[-1].public
    tables, withheld = [], []
    if not (figure.value.small or isinstance(figure.value, NotAvailable)):
        for breakdown in figure.breakdowns:
            table = _table(breakdown, edition, earlier, attack)
            tables += [table] if table else []
            withheld += [] if table else [breakdown.dimension]
    return PublicFigure(
        definition=figure.definition,
        version=figure.version,
        counting_unit=figure.counting_unit,
        edition=edition,
        value=Hidden() if figure.value.small else figure.value,
        tables=tuple(tables),
        withheld=tuple(withheld),
        caveats=tuple(each.value for each in figure.caveats),
    )


def _table(breakdown: Breakdown, edition: int, earlier: Sequence[Earlier], attack: Attack) -> PublicTable | None:
    """The table of this edition where it is safe; else the one that was shown last, or none."""
    before = [(each, shown) for each in earlier if (shown := _shown_then(each, breakdown.dimension))]
    stands = before[-1][1] if before else None
    keys = [part.key for part in breakdown.parts]
    keys += sorted({key for _each, shown in before for key, _value in shown.parts} - set(keys))
    now = _counts(breakdown, keys)
    then = [_counts(each.exact.breakdown(breakdown.dimension), keys) for each, _shown in before]
    hidden = _hidden(stands, keys) if stands else with_company(now)
    if (small(now) & ~hidden).any() or (hidden & (now == 0)).any():
        return stands
    if any(small(np.abs(now - counts)).any() for counts in then):
        return stands
    if too_narrow(Rounds(np.array([*then, now]), hidden), attack).any():
        return stands
    return PublicTable(breakdown.dimension, edition, tuple(zip(keys, _public(now, hidden), strict=True)))


def too_narrow(rounds: Rounds, attack: Attack) -> Flags:
    """Small hidden counts that can be reckoned back to within fewer than ten."""
    secret: Flags = small(rounds.counts) & rounds.hidden
    if not secret.any():
        return secret
    least, most = attack(rounds)
    narrow: Flags = secret & (most - least < SMALL)
    return narrow


def _moved_little(now: Value, then: Value) -> bool:
    """By fewer than ten, as far as a reader can tell: of a count that is hidden any from 1 to 9 may be it."""
    if isinstance(now, NotAvailable) or isinstance(then, NotAvailable):
        return False
    return any(0 < abs(one - other) < SMALL for one in _may_be(now) for other in _may_be(then))


def _may_be(value: Value) -> Sequence[int]:
    return range(1, SMALL) if value.small else (_count(value),)


def _shown_then(earlier: Earlier, dimension: str) -> PublicTable | None:
    """Its own table, not one that stood from an edition before: that is a round of its own."""
    table = earlier.public.table(dimension)
    return table if table and table.edition == earlier.edition else None


def _counts(breakdown: Breakdown | None, keys: Sequence[str]) -> Ints:
    assert breakdown is not None  # what was shown of it was made from it
    found = {part.key: _count(part.value) for part in breakdown.parts}
    return np.array([found.get(key, 0) for key in keys], np.int64)


def _count(value: Value) -> int:
    return value.count if isinstance(value, Number) else 0


def _hidden(table: PublicTable, keys: Sequence[str]) -> Flags:
    shown = dict(table.parts)
    return np.array([isinstance(shown.get(key), Hidden) for key in keys], bool)


def _public(counts: Ints, hidden: Flags) -> list[Public]:
    return [Hidden() if kept else counted(int(count)) for count, kept in zip(counts, hidden, strict=True)]
