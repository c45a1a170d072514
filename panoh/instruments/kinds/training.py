"""What is taught to whom: curricula with their versions, and the acts that may be kept for those who were trained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from panoh.instruments.kinds.source import Citation, Words, citations
from panoh.instruments.reader import TextError


class SensitiveAct(StrEnum):
    """All that may ever be kept for the trained. No act that helps anybody is among them (promise 2)."""

    INTERVIEW_CHILD = "interview_child"
    DECIDE_PRELIMINARY = "decide_preliminary"
    DECIDE_FORMALLY = "decide_formally"


@dataclass(frozen=True)
class CurriculumVersion:
    """`hours_needed`: of the hours of a session, so many have to be attended for a certificate."""

    version: str
    valid_from: date
    hours: int
    hours_needed: int
    valid_months: int


@dataclass(frozen=True)
class Curriculum:
    """One thing that is taught, and to the posts of which roles."""

    key: str
    name: Words
    teaches: Words
    roles: tuple[str, ...]
    versions: tuple[CurriculumVersion, ...]
    sources: tuple[Citation, ...]

    def on(self, day: date) -> CurriculumVersion | None:
        """The version a session that begins on this day teaches; None before there was one."""
        begun = [each for each in self.versions if each.valid_from <= day]
        return max(begun, key=lambda each: each.valid_from, default=None)

    def version(self, version: str) -> CurriculumVersion:
        """The version called so; raises KeyError when there is none."""
        for each in self.versions:
            if each.version == version:
                return each
        raise KeyError(version)


@dataclass(frozen=True)
class KeptForTrained:
    """One act that a decision may keep for those who hold a certificate of a curriculum."""

    act: SensitiveAct
    name: Words
    curriculum: str


@dataclass(frozen=True)
class TrainedOnlyRule:
    """`notice_days`: at least so long ahead of the day from which it holds."""

    notice_days: int
    acts: tuple[KeptForTrained, ...]
    sources: tuple[Citation, ...]

    def of(self, act: str) -> KeptForTrained | None:
        return next((each for each in self.acts if each.act == act), None)


def curriculum_from(value: dict[str, Any], *, name: str) -> Curriculum:
    """Raises TextError where a version is given twice, or asks for more hours than it has."""
    versions = tuple(
        CurriculumVersion(**{**each, "valid_from": date.fromisoformat(each["valid_from"])})
        for each in value["versions"]
    )
    for each in versions:
        if each.hours_needed > each.hours:
            raise TextError(f"{name}: {value['key']} {each.version}: more hours are needed than it has; mend one")
    if len({each.version for each in versions}) < len(versions) or len({v.valid_from for v in versions}) < len(
        versions
    ):
        raise TextError(f"{name}: {value['key']}: a version or its day stands twice; keep one")
    words = {key: Words.of(value[key]) for key in ("name", "teaches")}
    return Curriculum(
        key=value["key"],
        roles=tuple(value["roles"]),
        versions=versions,
        sources=citations(value["sources"]),
        **words,
    )


def trained_only_from(value: dict[str, Any], *, curricula: frozenset[str], name: str) -> TrainedOnlyRule:
    """Raises TextError for an act that helps somebody: nobody in need waits until an officer was taught."""
    built = []
    for each in value["acts"]:
        if each["act"] not in {*SensitiveAct}:
            raise TextError(
                f"{name}: trained_only: {each['act']!r} may never ask for a certificate: help in danger, needs, referral "
                f"and refuge do not wait (promise 2); only these may: {', '.join(SensitiveAct)}"
            )
        if each["curriculum"] not in curricula:
            raise TextError(f"{name}: trained_only: {each['act']}: there is no curriculum {each['curriculum']!r}")
        built.append(KeptForTrained(SensitiveAct(each["act"]), Words.of(each["name"]), each["curriculum"]))
    if len({each.act for each in built}) < len(built):
        raise TextError(f"{name}: trained_only: an act stands twice; keep one")
    return TrainedOnlyRule(value["notice_days"], tuple(built), citations(value["sources"]))
