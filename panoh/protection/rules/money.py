"""An amount of money with its currency: both or neither, never a sum without a unit."""

from __future__ import annotations

from decimal import Decimal

CURRENCIES = ("TJS", "RUB", "USD", "EUR", "KZT", "TRY", "AED")
"""Codes of ISO 4217 offered first: the somoni, and money of the countries people return from."""


def is_money(amount: Decimal | None, currency: str) -> bool:
    """A positive amount with three capital letters, or nothing at all."""
    if amount is None:
        return not currency
    return amount > 0 and is_currency(currency)


def is_currency(code: str) -> bool:
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()
