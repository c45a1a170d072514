"""Kinds of unusual reading: from which number on somebody looks, and the words it is told in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from panoh.instruments.kinds.source import Citation, Verification, Words, citations


@dataclass(frozen=True)
class UnusualKind:
    """`at_least`: people (or, for `much_read`, officers) from which on it is told. `times_usual`: so many times the
    officer's usual day or night, where at least `usual_from` others of theirs say what is usual. `from_hour`, `to_hour`: the
    night, local time. `shared_by_at_most`: people on record who have a rare name."""

    key: str
    meaning: Words
    why: Words
    at_least: int
    times_usual: int = 0
    usual_from: int = 1
    from_hour: int = 0
    to_hour: int = 0
    shared_by_at_most: int = 0


@dataclass(frozen=True)
class ReadingWatch:
    """All kinds, by key; how many days are looked at, and within how many somebody asks about what was found; for how many
    hours an emergency opens a case, within how many days that is reviewed, and whom it comes to where it was not; where it comes
    from."""

    looks_back_days: int
    ask_within_days: int
    emergency_hours: int
    review_within_days: int
    review_escalates_to: str
    kinds: dict[str, UnusualKind]
    sources: tuple[Citation, ...]

    @property
    def provisional(self) -> bool:
        return all(each.verification is Verification.PROVISIONAL for each in self.sources)


def watch_from(value: dict[str, Any]) -> ReadingWatch:
    kinds = {
        each["key"]: UnusualKind(**{**each, "meaning": Words.of(each["meaning"]), "why": Words.of(each["why"])})
        for each in value["kinds"]
    }
    days = value["looks_back_days"], value["ask_within_days"]
    emergency = value["emergency_hours"], value["review_within_days"], value["review_escalates_to"]
    return ReadingWatch(*days, *emergency, kinds, citations(value["sources"]))
