"""Counting what was done before anybody was a victim: officers taught, contacts of the hotline, campaigns. No person of a
case is in any of these units."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from panoh.prevention.models import Campaign, HotlineContact
from panoh.registry.models import Certificate
from panoh.statistics.queries.counting import Span
from panoh.statistics.rules.figures import Breakdown
from panoh.statistics.rules.values import Value, counted


def of_prevention(rule: str, _dimensions: Iterable[str], span: Span) -> tuple[Value, tuple[Breakdown, ...]]:
    """The figure; it has no breakdown."""
    return counted(RULES[rule](span)), ()


def _officers(span: Span) -> int:
    given = Certificate.objects.filter(given_on__range=(span.period.first, span.period.last), taken_back_at=None)
    return given.values("officer").distinct().count()


def _contacts(span: Span) -> int:
    return HotlineContact.objects.filter(at__gte=span.start, at__lt=span.end).count()


def _passed_on(span: Span) -> int:
    rows = HotlineContact.objects.filter(at__gte=span.start, at__lt=span.end, signal__isnull=False)
    return rows.count()


def _campaigns(span: Span) -> int:
    return Campaign.objects.filter(first_day__range=(span.period.first, span.period.last)).count()


RULES: dict[str, Callable[[Span], int]] = {
    "officers_certified": _officers,
    "contacts_answered": _contacts,
    "contacts_passed_on": _passed_on,
    "campaigns_begun": _campaigns,
}
