"""Counting requests for a residence permit and what became of them, by ground. No name and no proceedings are opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from django.db.models import QuerySet

from panoh.justice.models import PermitDecision, PermitRequest
from panoh.statistics.queries.counting import Span
from panoh.statistics.rules.figures import Breakdown, Part
from panoh.statistics.rules.values import Value, counted

UNIT = "permit_request"
GROUND = "ground"


def of_permits(rule: str, dimensions: Iterable[str], span: Span) -> tuple[Value, tuple[Breakdown, ...]]:
    """The figure and its breakdowns; each request or decision stands in exactly one row of each."""
    found = Counter(RULES[rule](span).order_by())
    parts = tuple(Part(key, counted(found[key])) for key in PermitRequest.PermitGround.values)
    return counted(found.total()), tuple(Breakdown(each, parts) for each in dimensions if each == GROUND)


def _asked(span: Span) -> QuerySet[PermitRequest, str]:
    rows = PermitRequest.objects.filter(extends=None, asked_at__gte=span.start, asked_at__lt=span.end)
    return rows.values_list("ground", flat=True)


def _decided(span: Span, **given: object) -> QuerySet[PermitDecision, str]:
    rows = PermitDecision.objects.filter(at__gte=span.start, at__lt=span.end).filter(**given)
    return rows.values_list("request__ground", flat=True)


RULES: dict[str, Callable[[Span], QuerySet[PermitRequest, str] | QuerySet[PermitDecision, str]]] = {
    "residence_permits_asked": _asked,
    "residence_permits_granted": lambda span: _decided(span, granted=True, request__extends=None),
    "residence_permits_refused": lambda span: _decided(span, granted=False),
    "residence_permits_extended": lambda span: _decided(span, granted=True, request__extends__isnull=False),
}
