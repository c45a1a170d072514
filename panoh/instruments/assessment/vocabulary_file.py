"""Builds the vocabulary of facts from its file, already held to its schema."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.vocabulary import Measure, Unit, Vocabulary
from panoh.instruments.reader import TextError

T = TypeVar("T")


def vocabulary_from(value: dict[str, Any]) -> Vocabulary:
    measures = [Measure(each["key"], each["group"], Words.of(each["name"])) for each in value["measures"]]
    return Vocabulary(
        version=value["version"],
        measures=_by_key([(each.key, each) for each in measures]),
        units=_by_key([(each["key"], _unit(each)) for each in value["units"]]),
        actors=_named(value["actors"]),
        qualifiers=_named(value["qualifiers"]),
        parts=_named(value["parts"]),
    )


def _unit(value: dict[str, Any]) -> Unit:
    one, few = value.get("one", {}), value.get("few", {})
    return Unit(Words.of(value["name"]), one.get("en"), one.get("ru"), few.get("ru"))


def _named(values: list[dict[str, Any]]) -> Mapping[str, Words]:
    return _by_key([(each["key"], Words.of(each["name"])) for each in values])


def _by_key(pairs: list[tuple[str, T]]) -> Mapping[str, T]:
    keyed = dict(pairs)
    if len(keyed) < len(pairs):
        seen = [key for key, _ in pairs]
        raise TextError(f"the key {next(key for key in seen if seen.count(key) > 1)!r} stands twice; keep one")
    return MappingProxyType(keyed)
