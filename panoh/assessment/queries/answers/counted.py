"""What records say for each item of an answer file: frozen figures where a period was frozen, else counted at the cut-off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from panoh.assessment.queries.answers.about import About, about
from panoh.assessment.queries.answers.of_assessment import OF_ASSESSMENT, own_country
from panoh.assessment.queries.answers.of_bodies import OF_BODIES
from panoh.assessment.queries.answers.of_care import OF_CARE
from panoh.assessment.queries.answers.of_cooperation import OF_COOPERATION
from panoh.assessment.queries.answers.of_justice import OF_JUSTICE
from panoh.assessment.queries.answers.of_law import OF_LAW
from panoh.assessment.queries.answers.of_methods import OF_METHODS
from panoh.assessment.queries.answers.of_money import OF_MONEY
from panoh.assessment.queries.answers.of_prevention import OF_PREVENTION
from panoh.assessment.queries.answers.of_registers import OF_REGISTERS
from panoh.assessment.queries.answers.of_sites import OF_SITES
from panoh.assessment.queries.answers.published import published
from panoh.assessment.queries.series import accepted
from panoh.assessment.rules.answers.counts import Count, count_of, protected
from panoh.assessment.rules.answers.overall import OVERALL
from panoh.assessment.rules.answers.shares import completeness, non_citizens
from panoh.assessment.rules.series import Accepted
from panoh.instruments.kinds.questionnaire import AskedPeriod, ItemAsked
from panoh.instruments.statistics import definition
from panoh.statistics.queries.editions import figure_as_it_stands, frozen_of, region_names
from panoh.statistics.queries.figures import records_from, today
from panoh.statistics.rules.editions import Frozen
from panoh.statistics.rules.periods import Period

RECKONINGS: dict[str, Callable[[About], Count]] = {
    **OF_JUSTICE,
    **OF_CARE,
    **OF_REGISTERS,
    **OF_ASSESSMENT,
    **OF_METHODS,
    **OF_COOPERATION,
    **OF_LAW,
    **OF_BODIES,
    **OF_MONEY,
    **OF_PREVENTION,
    **OF_SITES,
}
SHARES = {"completeness": completeness, "non_citizens": non_citizens}
KNOWN = frozenset({*RECKONINGS, *SHARES, *OVERALL})
"""Every reckoning an item may name."""


@dataclass(frozen=True)
class Reckoned:
    """Counts each thing once, however many items rest on it."""

    report: int
    since: date | None
    on: date
    kept: Mapping[Period, Frozen]
    figures: dict[tuple[str, Period], Count] = field(default_factory=dict)
    said: list[tuple[Accepted, ...]] = field(default_factory=list)
    """The accepted facts of the country, read at the first item that asks for some."""

    def of(self, item: ItemAsked) -> tuple[Count, ...]:
        """As they may leave the house. What rests on the other lines of the file is reckoned with them (rules/overall)."""
        days = about(self.report, item.period, since=self.since, on=self.on)
        found = [self.figure(key, days.period) for key in item.figures]
        for key in item.counts:
            if key in RECKONINGS:
                found.append(RECKONINGS[key](days))
            elif key in SHARES:
                victims = protected(self.figure("victims_identified", days.period), item.small)
                found.append(SHARES[key](victims))
        found += self._published(item, days)
        return tuple(protected(each, item.small) for each in found)

    def _published(self, item: ItemAsked, days: About) -> Iterator[Count]:
        if item.facts and not self.said:
            self.said.append(accepted([own_country()]))
        for measure in item.facts:
            yield published(measure, days, self.said[0], as_it_stands=item.period is AskedPeriod.STATE)

    def figure(self, key: str, period: Period) -> Count:
        if (key, period) not in self.figures:
            asked = definition(key)
            counted = figure_as_it_stands(asked, period, self.kept, since=self.since, on=self.on)
            self.figures[key, period] = count_of(counted, asked, region_names())
        return self.figures[key, period]


def reckoned(report: int, *, now: datetime) -> Reckoned:
    return Reckoned(report, records_from(), today(now), frozen_of(range(report - 1, report)))
