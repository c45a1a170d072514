"""The rates that stand."""

from __future__ import annotations

from datetime import date

from panoh.prevention.models import ExchangeRate
from panoh.prevention.rules.rates import Rate, RateKind

SHOWN = 60


def as_rate(row: ExchangeRate) -> Rate:
    return Rate(row.currency, row.first, row.last, row.per_dollar, RateKind(row.kind), row.source)


def rates_between(first: date, last: date) -> tuple[Rate, ...]:
    """Those that answer for some day of a span."""
    rows = ExchangeRate.objects.filter(replaced_at=None, first__lte=last, last__gte=first)
    return tuple(map(as_rate, rows.order_by("first", "pk")))


def newest_rate() -> int | None:
    """The key of the rate that was recorded last, whatever day it is of."""
    return ExchangeRate.objects.order_by("-pk").values_list("pk", flat=True).first()


def newest_rates() -> tuple[ExchangeRate, ...]:
    return tuple(ExchangeRate.objects.filter(replaced_at=None).order_by("-first", "currency", "-pk")[:SHOWN])
