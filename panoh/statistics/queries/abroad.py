"""Counting what bodies of other countries were told of people: each transfer by its two officers, never by whom it was about.

A body's name is sealed; what is counted is which kind of body it was asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from panoh.protection.models import TransferAbroad
from panoh.statistics.queries.counting import Span
from panoh.statistics.rules.figures import Breakdown, Part
from panoh.statistics.rules.values import Value, counted

RECEIVER = "receiver"
HOST, OF_RETURN = "host", "of_return"
"""A body of the country the person is in, asked by a consulate; a receiver of a return to another country."""
RULES: Mapping[str, bool] = {"transfers_approved": True, "transfers_refused": False}
"""What the second officer said, by the rule that counts it."""


def of_transfers(rule: str, dimensions: Iterable[str], span: Span) -> tuple[Value, tuple[Breakdown, ...]]:
    """By the day of the answer, of whatever became of it since; each transfer stands in exactly one row."""
    rows = TransferAbroad.objects.filter(approved=RULES[rule], answered_at__gte=span.start, answered_at__lt=span.end)
    found = Counter(HOST if of_return is None else OF_RETURN for of_return in rows.values_list("of_return", flat=True))
    parts = tuple(Part(key, counted(found[key])) for key in (HOST, OF_RETURN))
    return counted(found.total()), tuple(Breakdown(each, parts) for each in dimensions if each == RECEIVER)
