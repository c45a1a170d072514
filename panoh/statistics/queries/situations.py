"""Counting situations to monitor: sites visited, visits not let in, people asked, remedies, orders; each in its own unit.

An interview names nobody and is counted by what it amounts to; people called up are counted by the orders, not one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.prevention import site_interview
from panoh.prevention.models import MobilisationOrder, Remedy, SampledInterview, Visit
from panoh.prevention.rules.findings import NO, YES, signs
from panoh.statistics.queries.counting import Span
from panoh.statistics.rules.figures import UNKNOWN, Breakdown, Part
from panoh.statistics.rules.values import Value, counted

Unit = Mapping[str, str]
"""One of what is counted, by the dimensions it may be broken down by."""
OPEN = "open"
_REGION_LETTERS = 5


def of_situations(rule: str, dimensions: Iterable[str], span: Span) -> tuple[Value, tuple[Breakdown, ...]]:
    """The figure and its breakdowns; each unit stands in exactly one row of each."""
    units = list(RULES[rule](span))
    return counted(len(units)), tuple(_break_down(units, dimension) for dimension in dimensions)


def _break_down(units: list[Unit], dimension: str) -> Breakdown:
    found = Counter(each[dimension] or UNKNOWN for each in units)
    return Breakdown(dimension, tuple(Part(key, counted(found[key])) for key in _keys(dimension)))


def _keys(dimension: str) -> tuple[str, ...]:
    if dimension == "region":
        regions = (each.code for each in countries.divisions(settings.COUNTRY) if not each.parent)
        return (*regions, UNKNOWN)
    return {"signs": (YES, NO, UNKNOWN), "freely": (YES, NO, UNKNOWN), "became": (*Remedy.Became.values, OPEN)}[
        dimension
    ]


def _visits(status: str, span: Span) -> Iterator[tuple[object, str]]:
    rows = Visit.objects.filter(status=status, on__range=(span.period.first, span.period.last))
    yield from rows.order_by().values_list("site", "site__division")


def _sites(span: Span) -> Iterator[Unit]:
    for division in dict(_visits(Visit.Status.MADE, span)).values():
        yield {"region": division[:_REGION_LETTERS]}


def _not_let_in(span: Span) -> Iterator[Unit]:
    for _site, division in _visits(Visit.Status.REFUSED, span):
        yield {"region": division[:_REGION_LETTERS]}


def _asked(span: Span) -> Iterator[Unit]:
    rows = SampledInterview.objects.filter(visit__on__range=(span.period.first, span.period.last))
    questions = site_interview().questions
    for answers in rows.values_list("answers", flat=True):
        yield {"signs": signs(answers, questions)}


def _remedies(span: Span) -> Iterator[Unit]:
    rows = Remedy.objects.filter(due_on__range=(span.period.first, span.period.last))
    for became in rows.values_list("became", flat=True):
        yield {"became": became or OPEN}


def _orders(span: Span) -> Iterator[Unit]:
    rows = MobilisationOrder.objects.filter(on__range=(span.period.first, span.period.last))
    for freely in rows.values_list("voluntary", flat=True):
        yield {"freely": freely}


RULES: dict[str, Callable[[Span], Iterator[Unit]]] = {
    "sites_visited": _sites,
    "visits_not_let_in": _not_let_in,
    "people_asked_at_sites": _asked,
    "remedies_due": _remedies,
    "orders_to_work": _orders,
}
