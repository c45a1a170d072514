"""In which order a desk tells what came of its yes: what ended can begin again, what was given can be given again."""

from __future__ import annotations

from collections.abc import Mapping

AFTER: Mapping[str, frozenset[str]] = {
    "": frozenset({"begun", "given", "not_given"}),
    "begun": frozenset({"given", "ended", "not_given"}),
    "given": frozenset({"given", "ended"}),
    "ended": frozenset({"begun", "given"}),
    "not_given": frozenset(),
}
"""What may be told after what was told last; the empty word stands for nothing yet."""


def may_follow(last: str, outcome: str) -> bool:
    return outcome in AFTER[last]
