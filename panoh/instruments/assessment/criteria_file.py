"""Builds the minimum standards and criteria from their file, already held to its schema."""

from __future__ import annotations

from collections.abc import Container
from types import MappingProxyType
from typing import Any

from panoh.instruments.kinds.criterion import Criteria, Criterion, EvidenceAsked, Presumption
from panoh.instruments.kinds.source import Words, citations
from panoh.instruments.reader import TextError


def criteria_from(value: dict[str, Any], *, measures: Container[str], figures: Container[str]) -> Criteria:
    """Raises TextError where a measure or a figure is named that there is none of: its evidence would never be found."""
    built = Criteria(
        version=value["version"],
        presumption=_presumption(value["presumption"]),
        standards=tuple(map(_criterion, value["standards"])),
        criteria=tuple(map(_criterion, value["criteria"])),
    )
    for each in built:
        for asked in each.evidence:
            _hold(each.key, asked, measures, figures)
    return built


def _presumption(value: dict[str, Any]) -> Presumption:
    return Presumption(Words.of(value["says"]), value["place"], citations(value["sources"]))


def _criterion(value: dict[str, Any]) -> Criterion:
    return Criterion(
        key=value["key"],
        number=value["number"],
        title=Words.of(value["title"]),
        says=Words.of(value["says"]),
        place=value["place"],
        sources=citations(value["sources"]),
        evidence=tuple(map(_asked, value["evidence"])),
    )


def _asked(value: dict[str, Any]) -> EvidenceAsked:
    return EvidenceAsked(
        key=value["key"],
        owner=value["owner"],
        measure=value.get("measure", ""),
        figure=value.get("figure", ""),
        item=value.get("item", ""),
        parts=MappingProxyType(dict(value.get("parts", {}))),
        presumed=value.get("presumed", False),
        procedure=value.get("procedure", False),
        paper=value.get("paper", False),
        asks=Words.of(value["asks"]) if "asks" in value else None,
    )


def _hold(key: str, asked: EvidenceAsked, measures: Container[str], figures: Container[str]) -> None:
    place = f"{key}, evidence {asked.key!r}"
    if asked.measure and asked.measure not in measures:
        raise TextError(f"{place}: there is no measure {asked.measure!r}; choose one of vocabulary.yaml")
    if asked.figure and asked.figure not in figures:
        raise TextError(f"{place}: there is no figure {asked.figure!r}; choose one of definitions.yaml")
    if not asked.measure and asked.asks is None:
        raise TextError(f"{place}: neither a measure nor what is asked for; write one of them")
