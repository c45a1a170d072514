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
from panoh.statistics.queries.counting import Span, cells
from panoh.statistics.queries.criminal_cases import of_criminal_cases
from panoh.statistics.rules.figures import Breakdown, Figure, break_down, tally
from panoh.statistics.rules.periods import Caveat, Period, caveats, unavailable
from panoh.statistics.rules.values import NotAvailable, Reason, Value

PERSON = "person"
"""The unit of the figures made from people's cases; the others are made from criminal cases."""


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
    by = definition.on(period.last)
    missing = unavailable(period, records_from=since, today=on)
    if by is None or period.kind.defined_as not in by.periods:
        missing = NotAvailable(Reason.NOT_DEFINED)
    if by is None or missing:
        return Figure(
            definition.id, (by or definition).version, period, definition.counting_unit, missing or _UNDEFINED
        )
    span, shown = Span(period, zone(), on), caveats(period, records_from=since, today=on)
    if definition.breaks(period.first, period.last):
        shown = (*shown, Caveat.DEFINITION_CHANGED_WITHIN)
    value, breakdowns = _counted(by, span)
    return Figure(by.id, by.version, period, by.counting_unit, value, breakdowns, shown)


_UNDEFINED = NotAvailable(Reason.NOT_DEFINED)


def _counted(by: Definition, span: Span) -> tuple[Value, tuple[Breakdown, ...]]:
    if by.counting_unit != PERSON:
        return of_criminal_cases(by.rule, by.breakdowns, span)
    found = cells(by.rule, span)
    country = countries.country(settings.COUNTRY)
    regions = tuple(each.code for each in countries.divisions(settings.COUNTRY) if not each.parent)
    breakdowns = (
        break_down(found, dimension, own_nationality=country.alpha2, regions=regions, on=span.period.first)
        for dimension in by.breakdowns
    )
    return tally(found), tuple(breakdowns)


def zone() -> ZoneInfo:
    return countries.country(settings.COUNTRY).zone
