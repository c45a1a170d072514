"""What is taught about trafficking, to which posts, for how long it counts, and which acts may be kept for the trained."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from panoh.instruments import library
from panoh.instruments.kinds.source_file import hold_to_sources
from panoh.instruments.kinds.training import Curriculum, TrainedOnlyRule, curriculum_from, trained_only_from
from panoh.instruments.reader import TextError, hold_to_schema, read

NAME = "curricula.yaml"


@lru_cache
def curricula() -> tuple[Curriculum, ...]:
    """Every curriculum of the house."""
    return training_from(_text())[0]


def curriculum(key: str) -> Curriculum:
    """The curriculum called `key`; raises KeyError when there is none."""
    for each in curricula():
        if each.key == key:
            return each
    raise KeyError(key)


@lru_cache
def trained_only() -> TrainedOnlyRule:
    """Which acts may be kept for those who were trained, and how long ahead that has to be said."""
    return training_from(_text())[1]


def training_from(value: dict[str, Any]) -> tuple[tuple[Curriculum, ...], TrainedOnlyRule]:
    """What the file says. Raises TextError for anything that does not fit together or would make help wait."""
    hold_to_schema(value, "curricula", name=NAME)
    built = tuple(curriculum_from(each, name=NAME) for each in value["curricula"])
    keys = [each.key for each in built]
    if len(set(keys)) < len(keys):
        raise TextError(f"{NAME}: a curriculum stands twice among {', '.join(keys)}; keep one")
    rule = trained_only_from(value["trained_only"], curricula=frozenset(keys), name=NAME)
    hold_to_sources((built, rule), library.sources(), name=NAME)
    return built, rule


def _text() -> dict[str, Any]:
    return read(Path(__file__).parent / NAME)
