"""What is asked at a site in confidence, and which populations are at risk."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from panoh.instruments import library
from panoh.instruments.kinds.site_interview import Population, SiteInterview, populations_from, site_interview_from
from panoh.instruments.kinds.source_file import hold_to_sources
from panoh.instruments.reader import TextError, read

T = TypeVar("T", SiteInterview, tuple[Population, ...])
_HERE = Path(__file__).parent


@lru_cache
def site_interview() -> SiteInterview:
    """The set of questions. Raises TextError where a key stands twice or a source is not on the shelf."""
    built = site_interview_from(read(_HERE / "site_interview.yaml", schema="site_interview"))
    return _held(built, [each.key for each in built.questions], "site_interview.yaml")


@lru_cache
def populations() -> tuple[Population, ...]:
    built = populations_from(read(_HERE / "populations.yaml", schema="populations"))
    return _held(built, [each.key for each in built], "populations.yaml")


def population(key: str) -> Population:
    """Raises KeyError where there is none."""
    return {each.key: each for each in populations()}[key]


def _held(built: T, keys: list[str], name: str) -> T:
    if len(set(keys)) < len(keys):
        raise TextError(f"{name}: a key stands twice among {', '.join(keys)}; keep one")
    hold_to_sources(built, library.sources(), name=name)
    return built
