"""What dollars cost in the demonstration, and what help cost: somoni have a rate for every day and tenge for none, so
that what is missing shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from panoh.demo.clockwork import Life
from panoh.prevention.actions import record_rates
from panoh.registry.models import Officer

DAY = timedelta(days=1)
SOURCE = "Invented for the demonstration; no bank said so"
COSTS = {"medical_care": 90, "legal_aid": 60, "psychological_help": 45, "safe_accommodation": 120}
OTHERWISE, SOMONI = 30, 10
"""US dollars for a service not named here; somoni for a dollar, roughly, in what payers of the country are said to pay."""


def cost_of(service: str, payer: str, on: date) -> tuple[Decimal, str]:
    """What one service cost, in the money of its payer; a little more on some days than on others."""
    dollars = Decimal(COSTS.get(service, OTHERWISE) + on.day)
    return (dollars, "USD") if payer == "international" else (dollars * SOMONI, "TJS")


def rates(analyst: Officer, *, until: datetime) -> Iterator[Life]:
    """Of somoni, last year and this one, month by month, and last year's average. Of tenge nobody wrote one down."""
    yield _written(analyst, start=until - timedelta(minutes=1))


def _written(analyst: Officer, *, start: datetime) -> Life:
    at = yield start
    first, last = date(at.year - 1, 1, 1), at.date()
    average = [(first, date(first.year, 12, 31), Decimal("10.9"))]
    record_rates(currency="TJS", kind="average", spans=average, source=SOURCE, by=analyst, at=at)
    spans = [(one, end, _on(one)) for one, end in _months(first, last)]
    record_rates(currency="TJS", kind="daily", spans=spans, source=SOURCE, by=analyst, at=at)


def _months(first: date, last: date) -> Iterator[tuple[date, date]]:
    while first <= last:
        end = (first + 31 * DAY).replace(day=1) - DAY
        yield first, min(end, last)
        first = end + DAY


def _on(day: date) -> Decimal:
    return Decimal("10.5") + Decimal(day.month) / 100
