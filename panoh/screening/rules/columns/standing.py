"""Where everybody stands: positive dimensions, what is shown, and what follows from it, one plane for each.

Line by line the same reading as `dimension.py` and `findings.py` give one person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.final_analysis import Shows
from panoh.instruments.kinds.screening import DimensionRule, Item, ScreeningInstrument, sorts_of
from panoh.screening.rules.columns.planes import Plane, all_of, any_of, at_least, everybody, nobody


@dataclass(frozen=True)
class Standing:
    people: int
    positive: dict[str, Plane]
    """By dimension, as its own indicators make it."""
    shown: dict[str, Plane]
    """Everything that holds, also what only follows from something else."""
    follows: list[tuple[Shows, Plane]]

    def holds(self, condition: Condition) -> Plane:
        """For whom a condition holds: `Condition.holds` for everybody at once."""
        return holds(condition, self.shown, self.people)


def standing(
    instrument: ScreeningInstrument, says: Callable[[str], Plane], facts: Iterable[str], *, complete: Plane,
    child_rule: Plane, people: int,
) -> Standing:  # fmt: skip
    """`says` gives the plane of an item or fact: who says yes, or, to see what is still possible, who does not say no."""
    positive, shown = {}, {"complete": complete}
    for fact in facts:
        _show(shown, fact, says(fact))
    for dimension in instrument.dimensions:
        items = instrument.items_of(dimension.code)
        planes = {item.id: says(item.id) for item in items}
        positive[dimension.code] = _positive(instrument.rule, items, planes, people)
        _show(shown, dimension.code, positive[dimension.code])
        for item in items:
            _show(shown, item.id, planes[item.id])
            if item.side:
                _show(shown, item.side, planes[item.id])
    follows = _complete(instrument, shown, child_rule, people)
    return Standing(people, positive, shown, follows)


def _show(shown: dict[str, Plane], name: str, plane: Plane) -> None:
    shown[name] = shown[name] | plane if name in shown else plane


def _positive(rule: DimensionRule, items: tuple[Item, ...], planes: dict[str, Plane], people: int) -> Plane:
    """Who meets any of the combinations: `DimensionRule.first_met` for everybody at once."""
    most: dict[str, int] = {}
    for sort, need in (need for each in rule.positive_if_any for need in each.needs):
        most[sort] = max(need, most.get(sort, 0))
    levels = {
        sort: at_least((planes[item.id] for item in items if sort in sorts_of(item.strength, item.side)), highest)
        for sort, highest in most.items()
    }
    met = [
        all_of([everybody(people), *(levels[sort][need - 1] for sort, need in each.needs if need)])
        for each in rule.positive_if_any
        if all(need <= len(levels[sort]) for sort, need in each.needs)
    ]
    return any_of([nobody(people), *met])


def _complete(
    instrument: ScreeningInstrument, shown: dict[str, Plane], child_rule: Plane, people: int
) -> list[tuple[Shows, Plane]]:
    """Adds what follows, as `Table.complete` does, and says for whom each was used."""
    every = (*instrument.also_shows, *instrument.final_analysis.also_shows)
    used = []
    for _ in every:
        for shows in every:
            known = shown.get(shows.element, nobody(people))
            more = holds(shows.when, shown, people) & ~known
            more = more & child_rule if shows.children_only else more
            shown[shows.element] = known | more
            used.append((shows, more))
    return used


def holds(condition: Condition, shown: dict[str, Plane], people: int) -> Plane:
    if not condition.at_least:
        return everybody(people)
    parts = [
        shown.get(part, nobody(people)) if isinstance(part, str) else holds(part, shown, people)
        for part in condition.of
    ]
    if condition.at_least > len(parts):
        return nobody(people)
    return at_least(parts, condition.at_least)[-1]
