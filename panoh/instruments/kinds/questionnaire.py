"""What a country is asked for a yearly report: item by item, who answers it, how, and how well that it is asked was verified."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from panoh.instruments.kinds.source import Citation, Words


class AnswerType(StrEnum):
    """What an answer can be made of."""

    NUMBER = "N"
    MONEY = "M"
    DATE = "D"
    YES_NO = "B"
    CHOICE = "C"
    TEXT = "T"
    DOCUMENTS = "F"
    LIST = "L"


class Mode(StrEnum):
    """Where the answer comes from."""

    COUNTED = "C"
    PARTLY = "P"
    BY_HAND = "H"


class AskedPeriod(StrEnum):
    """April to March; the calendar year before the report; or as it is on the day of the answer."""

    REPORT = "report_period"
    CALENDAR = "calendar_year"
    STATE = "state"


class Small(StrEnum):
    """What happens to small numbers before an answer leaves the house."""

    CELLS = "cells"
    """Small rows of a breakdown are hidden, and enough others that none can be reckoned back."""
    ALL = "all"
    """A small total is hidden as well."""
    PUBLIC = "public"
    """Nothing: what is counted is public by itself."""


@dataclass(frozen=True)
class Basis:
    """How we know that an item is asked."""

    key: str
    name: Words
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class ItemAsked:
    """One item. `figures` and `counts`: the definitions and the reckonings Panoh answers it with; `facts`: the measures that
    accepted facts of published texts are told of. Without any it is written by hand, and `by_hand` says why; beside some it
    says what they leave to a person. `since`, `until`: report years. `presumed`: no data means not done."""

    id: str
    asks: Words
    answer: tuple[AnswerType, ...]
    mode: Mode
    basis: tuple[Basis, ...]
    place: str
    by: tuple[Words, ...]
    unit: Words | None
    figures: tuple[str, ...]
    counts: tuple[str, ...]
    period: AskedPeriod
    owner: str
    standards: tuple[str, ...]
    small: Small
    presumed: bool
    facts: tuple[str, ...] = ()
    by_hand: Words | None = None
    since: int | None = None
    until: int | None = None

    @property
    def group(self) -> str:
        return self.id[0]

    @property
    def counted(self) -> bool:
        """Whether Panoh counts something for it."""
        return bool(self.figures or self.counts or self.facts)

    @property
    def written(self) -> bool:
        """Whether a person has to write something: all but what is counted whole."""
        return self.mode is not Mode.COUNTED or not self.counted

    @property
    def sources(self) -> tuple[Citation, ...]:
        return tuple(citation for each in self.basis for citation in each.sources)

    def stands_in(self, report: int) -> bool:
        return (self.since is None or self.since <= report) and (self.until is None or report <= self.until)


@dataclass(frozen=True)
class Questionnaire:
    """The whole set. `groups` in the order in which they are asked."""

    id: str
    version: str
    name: Words
    note: Words
    sources: tuple[Citation, ...]
    groups: Mapping[str, Words]
    items: tuple[ItemAsked, ...]

    def of_report(self, report: int) -> tuple[ItemAsked, ...]:
        return tuple(each for each in self.items if each.stands_in(report))

    def find(self, id: str) -> ItemAsked | None:  # noqa: A002 - the text calls it an id
        return next((each for each in self.items if each.id == id), None)
