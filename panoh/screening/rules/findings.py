"""From what has been answered to the line of the table that holds: what is shown, why, and the outcome."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.final_analysis import Outcome, Shows
from panoh.instruments.kinds.screening import Population, ScreeningInstrument
from panoh.screening.rules.answers import AgeGroup, Answer
from panoh.screening.rules.dimension import DimensionResult


@dataclass(frozen=True)
class Table:
    """The lines that apply to this person, and the answers that show an element by themselves."""

    outcomes: tuple[Outcome, ...]
    also_shows: tuple[Shows, ...]

    def complete(self, shown: Collection[str]) -> tuple[frozenset[str], tuple[Shows, ...]]:
        """`shown` with every element that follows from it, and what each of those follows from.

        Read again for as many lines as there are, so that nothing hangs on the order in which the text has them.
        """
        known = set(shown)
        used = []
        for shows in self.also_shows * len(self.also_shows):
            if shows.element not in known and shows.when.holds(known):
                known.add(shows.element)
                used.append(shows)
        return frozenset(known), tuple(used)

    def line(self, shown: Collection[str]) -> int:
        """The number of the first line that holds; a lower number is a graver finding."""
        known, _ = self.complete(shown)
        return next(number for number, outcome in enumerate(self.outcomes) if outcome.when.holds(known))


def table_for(instrument: ScreeningInstrument, age: AgeGroup) -> Table:
    """The table of children for a child, for doubtful age, and whenever a form for children was used."""
    child = uses_child_rule(instrument, age)
    also_shows = (*instrument.also_shows, *instrument.final_analysis.also_shows)
    return Table(
        outcomes=instrument.final_analysis.outcomes(child=child),
        also_shows=tuple(shows for shows in also_shows if child or not shows.children_only),
    )


def uses_child_rule(instrument: ScreeningInstrument, age: AgeGroup) -> bool:
    """Whoever chose the form for children saw a child, or was in doubt; either is enough."""
    return age is not AgeGroup.ADULT or instrument.population is Population.CHILD


def directly_shown(
    results: Iterable[DimensionResult], facts: Mapping[str, Answer], *, complete: bool
) -> frozenset[str]:
    """What the answers show before anything follows from them: items, their sides, positive dimensions, facts."""
    shown = {fact for fact, answer in facts.items() if answer is Answer.YES}
    for each in results:
        shown.update(item.id for item in each.items)
        shown.update(item.side for item in each.items if item.side)
        if each.positive:
            shown.add(each.dimension.code)
    return frozenset(shown | ({"complete"} if complete else set()))
