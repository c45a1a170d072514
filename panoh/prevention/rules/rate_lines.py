"""Reads rates as people paste them: a line for each day or span, with the rate at its end. One wrong line names itself, and
nothing of the list is taken."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

Span = tuple[date, date, Decimal]
MOST_LINES = 800
"""Two years of working days, and some."""

_PARTED = re.compile(r"[\s;\t]+")
_LOCAL_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class Fault(StrEnum):
    """What is wrong with a line."""

    PARTS = "parts"
    DAY = "day"
    RATE = "rate"
    TOO_MANY = "too_many"
    NOTHING = "nothing"


class LineFault(ValueError):
    """One line cannot be read: which one, counted from 1, what stands there, and what is wrong."""

    def __init__(self, number: int, text: str, fault: Fault) -> None:
        super().__init__(f"line {number}: {fault}")
        self.number, self.text, self.fault = number, text, fault


def read_rates(text: str) -> tuple[Span, ...]:
    """`2026-11-16 10.6250`, `16.11.2026; 10,6250`, or with two days for a span. Empty lines are passed over."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    filled = [(number, line) for number, line in lines if line]
    if not filled:
        raise LineFault(0, "", Fault.NOTHING)
    if len(filled) > MOST_LINES:
        raise LineFault(filled[MOST_LINES][0], "", Fault.TOO_MANY)
    return tuple(_span(number, line) for number, line in filled)


def _span(number: int, line: str) -> Span:
    parts = [part for part in _PARTED.split(line) if part]
    if len(parts) not in (2, 3):
        raise LineFault(number, line, Fault.PARTS)
    try:
        days = [_day(part) for part in parts[:-1]]
    except ValueError:
        raise LineFault(number, line, Fault.DAY) from None
    try:
        rate = Decimal(parts[-1].replace(",", "."))
    except InvalidOperation:
        raise LineFault(number, line, Fault.RATE) from None
    if not rate.is_finite() or rate <= 0 or rate >= 10**9:
        raise LineFault(number, line, Fault.RATE)
    return days[0], days[-1], rate


def _day(text: str) -> date:
    local = _LOCAL_DAY.fullmatch(text)
    if local:
        day, month, year = map(int, local.groups())
        return date(year, month, day)
    return date.fromisoformat(text)
