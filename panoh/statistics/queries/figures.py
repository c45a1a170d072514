"""Own figures for a period, by definition. Nothing here opens personal data."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Min
from django.utils import timezone

from panoh.instruments import countries
from panoh.instruments.kinds.figure import Definition
from panoh.instruments.statistics import definitions
from panoh.registry.models import Case, Installation
from panoh.statistics.queries import abroad, criminal_cases, prevention, residence, situations
from panoh.statistics.queries.abroad import of_transfers
from panoh.statistics.queries.counting import Span, cells
from panoh.statistics.queries.criminal_cases import of_criminal_cases
from panoh.statistics.queries.prevention import of_prevention
from panoh.statistics.queries.residence import of_permits
from panoh.statistics.queries.situations import of_situations
from panoh.statistics.rules.counting import Land, broken_down, caveats_of, counted_by
from panoh.statistics.rules.figures import Breakdown, Figure, tally
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.values import Value

PERSON = "person"
"""The unit of the figures made from people's cases. The others have units of their own, which are never added to another."""
COUNTERS = (
    (criminal_cases.RULES, of_criminal_cases),
    (residence.RULES, of_permits),
    (situations.RULES, of_situations),
    (prevention.RULES, of_prevention),
    (abroad.RULES, of_transfers),
)


def records_from() -> date | None:
    """The first day this installation has records of: the day it was set up, or its first case if that was entered later
    for an earlier day. None on an empty database."""
    opened = Case.objects.aggregate(first=Min("opened_at"))["first"]
    moments = [*Installation.objects.values_list("set_up_at", flat=True), *([opened] if opened else [])]
    return timezone.localtime(min(moments), zone()).date() if moments else None


def today(now: datetime) -> date:
    """The day it is in the country."""
    return timezone.localtime(now, zone()).date()


def figures(period: Period, *, since: date | None, on: date) -> tuple[Figure, ...]:
    """Every definition counted for the period, as far as records kept `since` a day and up to the day `on` reach."""
    return tuple(figure(definition, period, since=since, on=on) for definition in definitions())


def figure(definition: Definition, period: Period, *, since: date | None, on: date) -> Figure:
    """Counted by the version of the definition that is valid at the end of the period."""
    by = counted_by(definition, period, since=since, today=on)
    if isinstance(by, Figure):
        return by
    value, breakdowns = _counted(by, Span(period, zone(), on))
    shown = caveats_of(definition, period, since=since, today=on)
    return Figure(by.id, by.version, period, by.counting_unit, value, breakdowns, shown)


def _counted(by: Definition, span: Span) -> tuple[Value, tuple[Breakdown, ...]]:
    if by.counting_unit != PERSON:
        count = next(count for rules, count in COUNTERS if by.rule in rules)
        return count(by.rule, by.breakdowns, span)
    found = cells(by.rule, span)
    land = Land.of(countries.country(settings.COUNTRY), countries.divisions(settings.COUNTRY))
    return tally(found), broken_down(by, found, land, span.period)


def zone() -> ZoneInfo:
    return countries.country(settings.COUNTRY).zone
