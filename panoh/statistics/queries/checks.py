"""The page of checks: whether figures reconcile with one another, with the records, and with what was frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, OuterRef

from panoh.identification.models import Decision, SamePerson
from panoh.identification.queries.counted_as import also_among, counted_as, how_many
from panoh.instruments.statistics import definitions
from panoh.registry import access
from panoh.registry.models import Case, CaseStep, Officer
from panoh.screening.models import RosterMatch
from panoh.statistics.queries.counting import Span
from panoh.statistics.queries.editions import differing, frozen_of
from panoh.statistics.queries.figures import PERSON, figure, figures, records_from, today, zone
from panoh.statistics.queries.times import time_figures
from panoh.statistics.rules import checks as rules
from panoh.statistics.rules.checks import Check, Weight
from panoh.statistics.rules.periods import Period, PeriodKind

AT_THE_END = "_at_the_end"
"""A rule that counts who is there on the last day: its halves have nothing to do with the year."""


@dataclass(frozen=True)
class ChecksPage:
    year: int
    checks: tuple[Check, ...]
    years: tuple[int, ...]

    @property
    def wrong(self) -> tuple[Check, ...]:
        return tuple(each for each in self.checks if not each.holds and each.weight is Weight.MISTAKE)

    @property
    def notes(self) -> tuple[Check, ...]:
        return tuple(each for each in self.checks if not each.holds and each.weight is Weight.NOTE)

    @property
    def hold(self) -> tuple[Check, ...]:
        return tuple(each for each in self.checks if each.holds)


def checks_page(viewer: Officer, *, year: int, now: datetime) -> ChecksPage:
    access.require(viewer, access.Act.SEE_FIGURES)
    since = records_from()
    first = since.year if since else now.year
    return ChecksPage(year, tuple(checks(year, now=now)), tuple(range(now.year, min(first, year) - 1, -1)))


def checks(year: int, *, now: datetime) -> Iterator[Check]:
    since, on = records_from(), today(now)
    whole = Period(PeriodKind.CALENDAR_YEAR, year)
    halves = (Period(PeriodKind.FIRST_HALF, year), Period(PeriodKind.SECOND_HALF, year))
    counted = figures(whole, since=since, on=on)
    for definition, of_year in zip(definitions(), counted, strict=True):
        broken = definition.breaks(whole.first, whole.last)
        if definition.counting_unit == PERSON and not broken and not definition.rule.endswith(AT_THE_END):
            parts = [figure(definition, each, since=since, on=on) for each in halves]
            held = rules.once_in_a_lifetime if definition.rule.startswith("first_") else rules.once_in_a_period
            yield held(of_year, parts, definition.name)
    for period, frozen in frozen_of(range(year, year + 1)).items():
        yield from rules.fell(differing(frozen, figures(period, since=since, on=on)))
    yield from _of_records(Span(whole, zone(), on))


def _of_records(span: Span) -> Iterator[Check]:
    mistake, note = Weight.MISTAKE, Weight.NOTE
    yield Check("no_date", mistake, rules.NO_DATE, rules.NO_DATE_TODO, _without_step())
    yield Check("not_presumed", mistake, rules.NOT_PRESUMED, rules.NOT_PRESUMED_TODO, _identified_never_presumed(span))
    backwards = sum(each.before_start for each in time_figures(span))
    yield Check("backwards", mistake, rules.BACKWARDS, rules.BACKWARDS_TODO, backwards)
    waiting = RosterMatch.objects.filter(state__in=RosterMatch.OPEN).count()
    waiting += SamePerson.objects.filter(SamePerson.OPEN).count()
    yield Check("maybe_twice", mistake, rules.MAYBE_TWICE, rules.MAYBE_TWICE_TODO, waiting)
    yield Check("two_agencies", note, rules.TWO_AGENCIES, rules.TWO_AGENCIES_TODO, _at_two_agencies(span))


def _without_step() -> int:
    """Cases in a state no step led to."""
    reached = CaseStep.objects.filter(case=OuterRef("pk"), to_state=OuterRef("state"))
    return Case.objects.filter(~Exists(reached)).count()


def _identified_never_presumed(span: Span) -> int:
    rows = Decision.objects.filter(stage=Decision.Stage.FORMAL, status=Decision.Status.FINAL, outcome="positive")
    rows = rows.filter(proposed_at__gte=span.start, proposed_at__lt=span.end)
    presumed = CaseStep.objects.filter(to_state="presumed")
    return how_many(rows) - how_many(also_among(rows, presumed))


def _at_two_agencies(span: Span) -> int:
    opened = Case.objects.filter(opened_at__lt=span.end).order_by().values(whole=counted_as("person"))
    several = opened.annotate(agencies=Count("desk__agency", distinct=True), last=Max("opened_at"))
    return several.filter(agencies__gt=1, last__gte=span.start).count()
