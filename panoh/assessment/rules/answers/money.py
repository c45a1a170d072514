"""A sum of money as it is answered: in its own currency, and in dollars at a rate with its day and source, where one is given.

A rate is never guessed; without one the dollars are missing and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from panoh.instruments.kinds.source import Words

DOLLARS = "USD"
MOST = Decimal(10) ** 15


@dataclass(frozen=True)
class Money:
    """`rate`: how much of the currency one dollar cost on `rate_on`."""

    what: str
    amount: Decimal
    currency: str
    on: date
    rate: Decimal | None = None
    rate_on: date | None = None
    rate_source: str = ""

    @property
    def dollars(self) -> Decimal | None:
        if self.currency == DOLLARS:
            return self.amount
        return (self.amount / self.rate).quantize(Decimal("0.01"), ROUND_HALF_EVEN) if self.rate else None

    def as_json(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "amount": f"{self.amount:f}",
            "currency": self.currency,
            "on": self.on.isoformat(),
            "rate": f"{self.rate:f}" if self.rate is not None else None,
            "rate_on": self.rate_on.isoformat() if self.rate_on else None,
            "rate_source": self.rate_source,
            "dollars": f"{self.dollars:f}" if self.dollars is not None else None,
        }

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Money:
        return cls(
            what=kept["what"],
            amount=Decimal(kept["amount"]),
            currency=kept["currency"],
            on=date.fromisoformat(kept["on"]),
            rate=Decimal(kept["rate"]) if kept["rate"] else None,
            rate_on=date.fromisoformat(kept["rate_on"]) if kept["rate_on"] else None,
            rate_source=kept["rate_source"],
        )

    def faults(self, today: date) -> Iterator[Words]:
        if not 0 < self.amount < MOST:
            yield _NO_AMOUNT
        if not (len(self.currency) == 3 and self.currency.isascii() and self.currency.isupper()):
            yield _NO_CURRENCY.fill(code=self.currency)
        if self.on > today or (self.rate_on is not None and self.rate_on > today):
            yield _TO_COME
        rated = (self.rate is not None, self.rate_on is not None, bool(self.rate_source.strip()))
        if any(rated) and not all(rated):
            yield _RATE_IS_WHOLE
        if self.rate is not None and not 0 < self.rate < MOST:
            yield _RATE_IS_WHOLE


_NO_AMOUNT = Words(
    "A sum is more than zero; where there was none, choose “none”.",
    "Сумма больше нуля; если её не было, выберите «нет».",
    "Маблағ аз сифр зиёд аст; агар набуд, «нест»-ро интихоб кунед.",
)
_NO_CURRENCY = Words(
    "“{code}” is no currency: three capital letters, such as TJS or USD.",
    "«{code}» – не валюта: три заглавные буквы, например TJS или USD.",
    "«{code}» асъор нест: се ҳарфи калон, масалан TJS ё USD.",
)
_TO_COME = Words(
    "A day of a sum or a rate is still to come.",
    "День суммы или курса ещё не наступил.",
    "Рӯзи маблағ ё қурб ҳанӯз нарасидааст.",
)
_RATE_IS_WHOLE = Words(
    "A rate stands with its day and its source, and is more than zero; or leave all three empty.",
    "Курс указывают с днём и источником, и он больше нуля; либо оставьте все три пустыми.",
    "Қурб бо рӯз ва сарчашма навишта мешавад ва аз сифр зиёд аст; ё ҳар серо холӣ гузоред.",
)
