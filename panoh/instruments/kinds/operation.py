"""Kinds of operation and the sectors they look at: what is seen to first, said by which text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from panoh.instruments.kinds.source import Citation, Verification, Words, citations


@dataclass(frozen=True)
class SafetyRule:
    """One thing to see to before anybody is asked anything."""

    words: Words
    sources: tuple[Citation, ...]

    @classmethod
    def of(cls, value: dict[str, Any]) -> SafetyRule:
        return cls(Words.of(value["words"]), citations(value["sources"]))

    @property
    def provisional(self) -> bool:
        return all(each.verification is Verification.PROVISIONAL for each in self.sources)


@dataclass(frozen=True)
class OperationKind:
    """`asks_sector`: the sector of work is asked for. `asks_removal`: each person may have a day of planned removal,
    and whose day is nearest is seen first."""

    key: str
    meaning: Words
    run_by: Words
    safety: tuple[SafetyRule, ...]
    asks_sector: bool = False
    asks_removal: bool = False


@dataclass(frozen=True)
class Sector:
    """A sector in which exploitation was reported."""

    key: str
    name: Words
    sources: tuple[Citation, ...]


def kind_from(value: dict[str, Any]) -> OperationKind:
    return OperationKind(
        key=value["key"],
        meaning=Words.of(value["meaning"]),
        run_by=Words.of(value["run_by"]),
        safety=tuple(map(SafetyRule.of, value["safety"])),
        asks_sector=value.get("asks_sector", False),
        asks_removal=value.get("asks_removal", False),
    )


def sectors_from(value: dict[str, Any]) -> tuple[Sector, ...]:
    return tuple(Sector(each["key"], Words.of(each["name"]), citations(each["sources"])) for each in value["sectors"])
