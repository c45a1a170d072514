"""Counting a part: the rule picks each person's record, and what the records look like is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from panoh.statistics.rules.columns.part import OPEN, Flags, Ints, Part, day_number
from panoh.statistics.rules.counting import RULES, Among, Rule
from panoh.statistics.rules.periods import Period


@dataclass(frozen=True)
class Asked:
    """One figure of one period."""

    rule: str
    period: Period


@dataclass(frozen=True)
class PartCounter:
    """Counts every figure asked for over one part. Small enough to be sent to another machine, and needs nothing there."""

    asked: Sequence[Asked]
    classes: Mapping[int, Ints]
    """The class of every look, for the year a period begins in."""
    forms: int
    regions: int
    today: date
    """The day on which what is not over is taken to end."""

    @property
    def records(self) -> tuple[str, ...]:
        """The kinds of records that have to be read."""
        rules = [RULES[each.rule] for each in self.asked]
        return tuple(dict.fromkeys(kind for rule in rules for kind in (rule.record, rule.after) if kind))

    def __call__(self, part: Part) -> list[Ints]:
        """For each figure the persons by class, form and region."""
        of_person = {year: of_look[part.looks] for year, of_look in self.classes.items()}
        return [self._counts(each, part, of_person[each.period.year]) for each in self.asked]

    def _counts(self, asked: Asked, part: Part, classes: Ints) -> Ints:
        rule = RULES[asked.rule]
        places, dated = chosen(rule, part, asked.period, self.today), part.dated[rule.record]
        class_of = classes[dated.person[places]].astype(np.int64)
        cell = (class_of * self.forms + dated.form[places]) * self.regions + dated.region[places]
        found: Ints = np.bincount(cell, minlength=len(self.nobody(asked)))
        return found

    def nobody(self, asked: Asked) -> Ints:
        of_look = self.classes[asked.period.year]
        return np.zeros((int(of_look.max(initial=-1)) + 1) * self.forms * self.regions, np.int64)


def chosen(rule: Rule, part: Part, period: Period, today: date) -> Ints:
    """The places of the records by which persons count, one for each person."""
    dated = part.dated[rule.record]
    first, last = day_number(period.first), day_number(period.last)
    until_then: Flags = dated.day <= last
    if rule.after:
        until_then &= (part.dated[rule.after].first_days(len(part.looks)) <= last)[dated.person]
    match rule.among:
        case Among.EVER:
            found: Ints = np.flatnonzero(dated.earliest & until_then & (dated.day >= first))
            return found
        case Among.PERIOD:
            return dated.earliest_among(until_then & (dated.day >= first))
        case Among.NIGHTS:
            assert dated.until is not None
            left = np.where(dated.until == OPEN, day_number(today), dated.until)
            return dated.earliest_among(until_then & (left > np.maximum(dated.day, first)))
        case Among.AT_END:
            assert dated.until is not None
            then = min(last, day_number(today))
            return dated.earliest_among((dated.day <= then) & (dated.until > then))
