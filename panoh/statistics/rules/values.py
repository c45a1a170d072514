"""What a figure can be: a number, none, or not available (promise 10). Three types, so that none is never taken for another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

SMALL = 10


class Reason(StrEnum):
    """Why a figure of our own is not available. What others did not report has reasons of its own (instruments)."""

    NO_RECORDS = "no_records"
    BEFORE_RECORDS = "before_records"
    NOT_BEGUN = "not_begun"
    NOT_DEFINED = "not_defined"


@dataclass(frozen=True)
class Number:
    """Counted, and at least one."""

    count: int

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"{self.count} is not a number of persons counted; counted and nobody is NoneCounted")

    @property
    def small(self) -> bool:
        """Few enough that someone might be recognised: not for publication as it stands."""
        return self.count < SMALL


@dataclass(frozen=True)
class NoneCounted:
    """Counted, and there was nobody. A statement, not an absence."""

    small = False


@dataclass(frozen=True)
class NotAvailable:
    """Not counted. Never a zero; the reason says why."""

    reason: Reason
    small = False


Counted = Number | NoneCounted
Value = Number | NoneCounted | NotAvailable


def counted(count: int) -> Counted:
    """What counting gave. Only who has counted may call this."""
    return Number(count) if count else NoneCounted()


def people(value: Value) -> int:
    """How many were counted. Ask first whether the value is available: nobody was counted where it is not."""
    return value.count if isinstance(value, Number) else 0


def kind(value: Value) -> str:
    """The word for files and the API: number, none or not_available."""
    match value:
        case Number():
            return "number"
        case NoneCounted():
            return "none"
        case NotAvailable():
            return "not_available"


def total(parts: Iterable[Value]) -> Value:
    """The sum of parts that exclude each other. One part that is not available makes the sum not available."""
    people = 0
    for part in parts:
        match part:
            case NotAvailable():
                return part
            case Number(count):
                people += count
            case NoneCounted():
                pass
    return counted(people)
