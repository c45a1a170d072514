"""Whether numbers about a house can be true: of those who work in it, and of the money of a year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from panoh.protection.rules.money import is_currency

FIRST_YEAR = 2000
MOST = 500
"""More than that work in no refuge: a slip of the pen."""


def staff_can_be(*, women: int, men: int, trained: int, on: date, today: date) -> bool:
    """None in a role is a number too; nobody is trained who does not work there; no day ahead."""
    return min(women, men, trained) >= 0 and max(women, men) <= MOST and trained <= women + men and on <= today


def budget_can_be(*, year: int, allocated: Decimal, spent: Decimal | None, currency: str, today: date) -> bool:
    """Allocated for this year, one before or the next; spent only in a year that has begun."""
    in_reach = FIRST_YEAR <= year <= today.year + 1
    spent_yet = spent is None or (spent >= 0 and year <= today.year)
    return in_reach and allocated >= 0 and spent_yet and is_currency(currency)
