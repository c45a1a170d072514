"""Sums of money that say what they do not know: in each currency as recorded, in dollars only where every part has its rate.

A sum is a number, none, or not known. None: somebody said that nothing was spent, or nothing was given. Not known: nobody
said, or a part of it is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from panoh.prevention.rules.rates import CENT, Amount, InDollars, NoRate, Rate, in_dollars


@dataclass(frozen=True)
class Total:
    """`own`: by currency, never added to another. `parts`: how many amounts. `unsaid`: records of which nobody wrote the
    amount. `no_rate`: amounts whose day has no rate. `told`: somebody keeps these records, so that no part means none."""

    own: tuple[tuple[str, Decimal], ...]
    converted: tuple[InDollars, ...]
    no_rate: tuple[Amount, ...]
    unsaid: int
    told: bool

    @property
    def parts(self) -> int:
        return len(self.converted) + len(self.no_rate)

    @property
    def days_missing(self) -> tuple[tuple[str, date], ...]:
        """Currency and day of what has no rate, each once and in order."""
        return tuple(sorted({(each.currency, each.first) for each in self.no_rate}))

    @property
    def known(self) -> bool:
        """Whether the amounts are all there; without a rate for each they are known in their own currency all the same."""
        return self.told and not self.unsaid

    @property
    def none(self) -> bool:
        return self.known and all(not value for _currency, value in self.own)

    @property
    def dollars(self) -> Decimal | None:
        """None where a part is not known or has no rate: what is left would be less than was spent."""
        if not self.known or self.no_rate:
            return None
        return sum((each.dollars for each in self.converted), Decimal(0))


def total(amounts: Iterable[Amount], rates: Iterable[Rate], *, unsaid: int = 0, told: bool = True) -> Total:
    known, own, converted, missing = tuple(rates), dict[str, Decimal](), [], []
    for amount in amounts:
        own[amount.currency] = own.get(amount.currency, Decimal(0)) + amount.value
        found = in_dollars(amount, known)
        if isinstance(found, NoRate):
            missing.append(amount)
        else:
            converted.append(found)
    return Total(tuple(sorted(own.items())), tuple(converted), tuple(missing), unsaid, told)


def per_head(dollars: Decimal | None, heads: int | None) -> Decimal | None:
    """Dollars for each person or night; None where either is not known, or there was nobody."""
    if dollars is None or not heads:
        return None
    return (dollars / heads).quantize(CENT, ROUND_HALF_EVEN)


@dataclass(frozen=True)
class Change:
    """Against the same span a year earlier. Both None where one of the two is not known."""

    difference: Decimal | None
    percent: int | None


def change(now: Decimal | None, before: Decimal | None) -> Change:
    if now is None or before is None:
        return Change(None, None)
    difference = now - before
    percent = int((difference * 100 / before).quantize(Decimal(1), ROUND_HALF_EVEN)) if before else None
    return Change(difference, percent)
