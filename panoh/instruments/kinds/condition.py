"""When something holds, as the published texts may say it: any of, all of, at least so many of. There is no "not".

Without a "not", one more fact can never make a condition fail; that is what keeps a finding from being lost.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Condition:
    """Holds when at least `at_least` of its parts do. A part is the name of a fact, or another condition."""

    at_least: int
    of: tuple[Condition | str, ...]

    @classmethod
    def read(cls, value: str | dict[str, Any]) -> Condition:
        """The condition written as a name, `any_of`, `all_of`, or `at_least: {count, of}`."""
        if isinstance(value, str):
            return cls(1, (value,))
        if "at_least" in value:
            parts = value["at_least"]["of"]
            return cls(value["at_least"]["count"], cls._parts(parts))
        if "all_of" in value:
            return cls(len(value["all_of"]), cls._parts(value["all_of"]))
        return cls(1, cls._parts(value["any_of"]))

    @classmethod
    def _parts(cls, values: list[Any]) -> tuple[Condition | str, ...]:
        return tuple(part if isinstance(part, str) else cls.read(part) for part in values)

    def holds(self, shown: Collection[str]) -> bool:
        """Whether the facts named in `shown` are enough."""
        held = sum(part in shown if isinstance(part, str) else part.holds(shown) for part in self.of)
        return held >= self.at_least

    def names(self) -> frozenset[str]:
        """Every fact the condition speaks of."""
        return frozenset().union(*({part} if isinstance(part, str) else part.names() for part in self.of))


ALWAYS = Condition(0, ())
"""Holds whatever is shown: the last line of a table."""
