"""What is special in each kind of operation: who runs it, what is seen to first, and the rule against removal."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from panoh.instruments import library
from panoh.instruments.kinds.operation import OperationKind, SafetyRule, kind_from
from panoh.instruments.kinds.source_file import hold_to_sources
from panoh.instruments.reader import TextError, read

NAME = "kinds.yaml"


@lru_cache
def operation_kinds() -> tuple[OperationKind, ...]:
    """Every kind. Raises TextError where a key stands twice or a source is not on the shelf."""
    built = tuple(map(kind_from, _text()["kinds"]))
    keys = [kind.key for kind in built]
    if len(set(keys)) < len(keys):
        raise TextError(f"{NAME}: a kind stands twice among {', '.join(keys)}; keep one")
    hold_to_sources(built, library.sources(), name=NAME)
    return built


def operation_kind(key: str) -> OperationKind:
    """The kind called `key`; raises KeyError when there is none."""
    for kind in operation_kinds():
        if kind.key == key:
            return kind
    raise KeyError(key)


@lru_cache
def non_removal() -> SafetyRule:
    """Nobody with signs is removed before identification is complete."""
    built = SafetyRule.of(_text()["non_removal"])
    hold_to_sources(built, library.sources(), name=NAME)
    return built


def _text() -> dict[str, Any]:
    return read(Path(__file__).parent / NAME, schema="operation_kinds")
