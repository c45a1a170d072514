"""Builds the set of data asked for a report from its file, already held to its schema."""

from __future__ import annotations

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import Any

from panoh.instruments.kinds.questionnaire import (
    AnswerType,
    AskedPeriod,
    Basis,
    ItemAsked,
    Mode,
    Questionnaire,
    Small,
)
from panoh.instruments.kinds.source import Words, citations
from panoh.instruments.reader import TextError


def questionnaire_from(
    value: dict[str, Any],
    *,
    name: str,
    figures: Container[str],
    standards: Container[str],
    measures: Container[str],
) -> Questionnaire:
    """Raises TextError where an id stands twice, or an item names what there is none of."""
    parts = _Parts(value, name)
    built = Questionnaire(
        id=value["id"],
        version=value["version"],
        name=Words.of(value["name"]),
        note=Words.of(value["note"]),
        sources=citations(value["sources"]),
        groups=MappingProxyType(parts.groups),
        items=tuple(map(parts.item, value["items"])),
    )
    for at, each in enumerate(built.items):
        if each.id in {other.id for other in built.items[:at]}:
            raise TextError(f"{name}: the item {each.id!r} stands twice; keep one")
        _hold(each, name)
        _hold_names(each, name, figures, standards, measures)
    return built


class _Parts:
    """The lists at the top of the file, which its items choose from."""

    def __init__(self, value: dict[str, Any], name: str) -> None:
        self.name = name
        self.groups = _worded(value["groups"])
        self.breakdowns, self.units = _worded(value["breakdowns"]), _worded(value["units"])
        self.basis = {
            key: Basis(key, Words.of(each["name"]), citations(each["sources"])) for key, each in value["basis"].items()
        }

    def item(self, value: dict[str, Any]) -> ItemAsked:
        of = value["id"]
        if of[0] not in self.groups:
            raise TextError(f"{self.name}: {of}: there is no group {of[0]!r}; name it under groups")
        return ItemAsked(
            id=of,
            asks=Words.of(value["asks"]),
            answer=tuple(map(AnswerType, value["answer"])),
            mode=Mode(value["mode"]),
            basis=tuple(self._named(self.basis, key, of, "basis") for key in value["basis"]),
            place=value.get("place", ""),
            by=tuple(self._named(self.breakdowns, key, of, "breakdown") for key in value.get("by", ())),
            unit=self._named(self.units, value["unit"], of, "unit") if "unit" in value else None,
            figures=tuple(value.get("figures", ())),
            counts=tuple(value.get("counts", ())),
            period=AskedPeriod(value["period"]),
            owner=value["owner"],
            standards=tuple(value.get("standards", ())),
            small=Small(value.get("small", "cells")),
            presumed=value.get("presumed", False),
            facts=tuple(value.get("facts", ())),
            by_hand=Words.of(value["by_hand"]) if "by_hand" in value else None,
            since=value.get("from"),
            until=value.get("until"),
        )

    def _named(self, listed: Mapping[str, Any], key: str, of: str, what: str) -> Any:
        if key not in listed:
            raise TextError(f"{self.name}: {of}: there is no {what} {key!r}; write it into its list or choose another")
        return listed[key]


def _worded(value: dict[str, Any]) -> dict[str, Words]:
    return {key: Words.of(each) for key, each in value.items()}


def _hold(item: ItemAsked, name: str) -> None:
    if AnswerType.NUMBER in item.answer and item.unit is None:
        raise TextError(f"{name}: {item.id}: a number of what? Name its unit")
    if item.since is not None and item.until is not None and item.until < item.since:
        raise TextError(f"{name}: {item.id}: it ends before it begins; correct from or until")
    if not item.counted and item.by_hand is None:
        raise TextError(f"{name}: {item.id}: nothing is counted for it; say in by_hand why a person writes it")


def _hold_names(
    item: ItemAsked, name: str, figures: Container[str], standards: Container[str], measures: Container[str]
) -> None:
    for key in item.figures:
        if key not in figures:
            raise TextError(f"{name}: {item.id}: there is no figure {key!r}; choose one of definitions.yaml")
    for key in item.standards:
        if key not in standards:
            raise TextError(f"{name}: {item.id}: there is no standard or criterion {key!r}; see criteria.yaml")
    for key in item.facts:
        if key not in measures:
            raise TextError(f"{name}: {item.id}: there is no measure {key!r}; choose one of vocabulary.yaml")
