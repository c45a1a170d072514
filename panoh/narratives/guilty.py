"""A verdict told in two words apart: "found 12 defendants guilty" convicts as "found guilty" does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from panoh.narratives.words import Labels

if TYPE_CHECKING:
    from panoh.narratives.tagging import Item

_REACH = 9  # items between the two words
_SHUT = frozenset({";", ".", ":", "not", "that"})


def found_guilty(items: Sequence[Item]) -> list[Item]:
    """The items, where "found" before "guilty" convicts."""
    return [
        replace(item, labels=Labels(acts=["convict"])) if _verdict(items, k) else item for k, item in enumerate(items)
    ]


def _verdict(items: Sequence[Item], k: int) -> bool:
    if items[k].low not in ("found", "finding"):
        return False
    behind = [item.low for item in items[k + 1 : k + _REACH]]
    end = behind.index("guilty") if "guilty" in behind else 0
    return end > 0 and not _SHUT & set(behind[:end])
