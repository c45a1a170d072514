"""The short set of questions asked at a site in confidence, and the populations at risk whose screening is counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from panoh.instruments.kinds.source import Citation, Verification, Words, citations


class Side(StrEnum):
    """What a yes speaks of: work not chosen, a penalty behind it, or the circumstances."""

    INVOLUNTARY = "involuntary"
    PENALTY = "penalty"
    CIRCUMSTANCE = "circumstance"


@dataclass(frozen=True)
class SiteQuestion:
    key: str
    side: Side
    words: Words
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class SiteInterview:
    """`before`: what everybody is told first. A yes or no counts, and "not known" is an answer too."""

    id: str
    version: str
    title: Words
    before: Words
    questions: tuple[SiteQuestion, ...]
    sources: tuple[Citation, ...]

    @property
    def provisional(self) -> bool:
        return any(each.verification is Verification.PROVISIONAL for each in self.sources)


@dataclass(frozen=True)
class Population:
    """People at risk. Counted as screened by what records say of a person or an operation; where nothing does, only in
    operations an officer said to be about them."""

    key: str
    name: Words
    nationality: str
    kinds: tuple[str, ...]
    sectors: tuple[str, ...]
    sources: tuple[Citation, ...]


def site_interview_from(value: dict[str, Any]) -> SiteInterview:
    return SiteInterview(
        value["id"],
        value["version"],
        Words.of(value["title"]),
        Words.of(value["before"]),
        tuple(
            SiteQuestion(each["key"], Side(each["side"]), Words.of(each["words"]), citations(each["sources"]))
            for each in value["questions"]
        ),
        citations(value["sources"]),
    )


def populations_from(value: dict[str, Any]) -> tuple[Population, ...]:
    return tuple(
        Population(
            each["key"],
            Words.of(each["name"]),
            each.get("nationality", ""),
            tuple(each.get("kinds", ())),
            tuple(each.get("sectors", ())),
            citations(each["sources"]),
        )
        for each in value["populations"]
    )
