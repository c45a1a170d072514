"""For what somebody's name or interview may be opened, by an officer whose work the case is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from panoh.instruments.kinds.source import Citation, Words, citations
from panoh.instruments.reader import TextError


@dataclass(frozen=True)
class ReadingPurpose:
    """`ground`: what the law lets a state body read on: agreement of the person, a state function, or the rights of others."""

    key: str
    name: Words
    ground: str
    valid_from: date
    valid_to: date | None
    sources: tuple[Citation, ...]

    def stands_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class ReadingPurposes:
    """`asked_again`: how long a purpose holds once it was said."""

    asked_again: timedelta
    asked_because: tuple[Citation, ...]
    purposes: tuple[ReadingPurpose, ...]

    def on(self, day: date) -> tuple[ReadingPurpose, ...]:
        return tuple(each for each in self.purposes if each.stands_on(day))

    def name(self, key: str) -> Words | None:
        """Of a purpose that stands, or stood when somebody read; None for a word that is none."""
        return next((each.name for each in self.purposes if each.key == key), None)


def reading_purposes_from(value: dict[str, Any], *, name: str) -> ReadingPurposes:
    """Raises TextError for a key that stands twice."""
    keys = [each["key"] for each in value["purposes"]]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise TextError(f"{name}: {', '.join(twice)} stands twice")
    return ReadingPurposes(
        timedelta(minutes=value["asked_again_minutes"]),
        citations(value["asked_because"]),
        tuple(map(_purpose, value["purposes"])),
    )


def _purpose(value: dict[str, Any]) -> ReadingPurpose:
    until = value.get("valid_to")
    return ReadingPurpose(
        value["key"],
        Words.of(value["name"]),
        value["ground"],
        date.fromisoformat(value["valid_from"]),
        date.fromisoformat(until) if until else None,
        citations(value["sources"]),
    )
