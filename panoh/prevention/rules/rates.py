"""Money in local currency and in US dollars at the dated rate. What has no rate for its day is not turned into dollars: the
result says which day is missing, and nobody guesses one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

DOLLAR = "USD"
CENT = Decimal("0.01")


class RateKind(StrEnum):
    """What a rate was made for. One made for a whole year turns only amounts of that whole year into dollars."""

    DAILY = "daily"
    AVERAGE = "average"


@dataclass(frozen=True)
class Rate:
    """So many units of the currency for one dollar, on every day from the first to the last, as the source says."""

    currency: str
    first: date
    last: date
    per_dollar: Decimal
    kind: RateKind
    source: str


@dataclass(frozen=True)
class Amount:
    """Money as it was recorded: the currency it was in, and the day, or the span of days it belongs to."""

    value: Decimal
    currency: str
    first: date
    last: date

    @property
    def of_one_day(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True)
class InDollars:
    """The original stays beside it, with the rate; `rate` is None for what was in dollars from the start."""

    amount: Amount
    dollars: Decimal
    rate: Rate | None


@dataclass(frozen=True)
class NoRate:
    """There is no rate for these days, and none is guessed."""

    amount: Amount


def in_dollars(amount: Amount, rates: Iterable[Rate]) -> InDollars | NoRate:
    """At the rate of its day, or of exactly its span of days. To the cent, half to even."""
    if amount.currency == DOLLAR:
        return InDollars(amount, amount.value, None)
    for rate in rates:
        if rate.currency == amount.currency and _covers(rate, amount):
            dollars = (amount.value / rate.per_dollar).quantize(CENT, ROUND_HALF_EVEN)
            return InDollars(amount, dollars, rate)
    return NoRate(amount)


def rate_can_be(rate: Rate, *, today: date) -> bool:
    """A rate of a day or of a span that has begun, above nothing, with its source; the dollar has none."""
    currency = (
        len(rate.currency) == 3 and rate.currency.isascii() and rate.currency.isalpha() and rate.currency.isupper()
    )
    spans = rate.first <= rate.last and rate.first <= today and (rate.kind is RateKind.AVERAGE or rate.last <= today)
    return currency and rate.currency != DOLLAR and spans and rate.per_dollar > 0 and bool(rate.source.strip())


def overlap(one: Rate, other: Rate) -> bool:
    """Two rates that would both answer for one day: which is right, a person says."""
    alike = (one.currency, one.kind) == (other.currency, other.kind)
    return alike and one.first <= other.last and other.first <= one.last


@dataclass(frozen=True)
class PublishedPair:
    """What a report printed for one year in two currencies."""

    year: int
    local: Decimal
    dollars: Decimal

    @property
    def implied(self) -> Decimal:
        """The rate the report must have used, as far as its rounding shows."""
        return (self.local / self.dollars).quantize(Decimal("0.001"), ROUND_HALF_EVEN)


def one_rate(pairs: Sequence[PublishedPair]) -> bool:
    """Whether a report turned the amounts of several years into dollars at one rate: then its dollars do not show how the
    value of the money changed, and are not set against ours."""
    rates = [pair.implied for pair in pairs]
    return len({pair.year for pair in pairs}) > 1 and max(rates) - min(rates) <= max(rates) / 1000


def _covers(rate: Rate, amount: Amount) -> bool:
    """A day takes the rate of that day; a year takes the rate that was made for exactly that year."""
    if amount.of_one_day:
        return rate.kind is RateKind.DAILY and rate.first <= amount.first <= rate.last
    return rate.kind is RateKind.AVERAGE and (rate.first, rate.last) == (amount.first, amount.last)
