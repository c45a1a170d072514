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
from panoh.statistics.queries import situations
from panoh.statistics.queries.counting import Span, cells
from panoh.statistics.queries.criminal_cases import of_criminal_cases
from panoh.statistics.queries.prevention import RULES as PREVENTION
from panoh.statistics.queries.prevention import of_prevention
from panoh.statistics.queries.situations import of_situations
from panoh.statistics.rules.figures import Figure, break_down, tally
from panoh.statistics.rules.periods import Period, caveats, unavailable
from panoh.statistics.rules.values import NotAvailable, Reason

PERSON = "person"
"""The unit of the figures made from people's cases; the others are made from criminal cases and from situations watched."""


def records_from() -> date | None:
    """The first day this installation has records of: the day it was set up, or its first case if that was entered later
    for an earlier day. None on an empty database."""
    opened = Case.objects.aggregate(first=Min("opened_at"))["first"]
    moments = [*Installation.objects.values_list("set_up_at", flat=True), *([opened] if opened else [])]
    return timezone.localtime(min(moments), _zone()).date() if moments else None


def today(now: datetime) -> date:
    """The day it is in the country."""
    return timezone.localtime(now, _zone()).date()


def figures(period: Period, *, since: date | None, on: date) -> tuple[Figure, ...]:
    """Every definition counted for the period, as far as records kept `since` a day and up to the day `on` reach."""
    return tuple(figure(definition, period, since=since, on=on) for definition in definitions())


def figure(definition: Definition, period: Period, *, since: date | None, on: date) -> Figure:
    missing = unavailable(period, records_from=since, today=on)
    if period.kind.defined_as not in definition.periods:
        missing = NotAvailable(Reason.NOT_DEFINED)
    if missing:
        return Figure(definition.id, definition.version, period, definition.counting_unit, missing)
    span, shown = Span(period, _zone(), on), caveats(period, records_from=since, today=on)
    if definition.rule in PREVENTION:
        done = of_prevention(definition.rule, span)
        return Figure(definition.id, definition.version, period, definition.counting_unit, done, (), shown)
    if definition.counting_unit != PERSON:
        of = of_situations if definition.rule in situations.RULES else of_criminal_cases
        units, parts = of(definition.rule, definition.breakdowns, span)
        return Figure(definition.id, definition.version, period, definition.counting_unit, units, parts, shown)
    found = cells(definition.rule, span)
    country = countries.country(settings.COUNTRY)
    regions = tuple(each.code for each in countries.divisions(settings.COUNTRY) if not each.parent)
    breakdowns = tuple(
        break_down(found, dimension, own_nationality=country.alpha2, regions=regions, on=period.first)
        for dimension in definition.breakdowns
    )
    value = tally(found)
    return Figure(definition.id, definition.version, period, definition.counting_unit, value, breakdowns, shown)


def _zone() -> ZoneInfo:
    return countries.country(settings.COUNTRY).zone
