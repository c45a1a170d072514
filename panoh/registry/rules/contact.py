"""Whether a way to reach a person may be used, and what is to be heeded: decided by what the person said, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

SAME_NUMBER = 7
"""So many last digits tell a telephone number; the country's prefix is written or not."""


@dataclass(frozen=True)
class Said:
    """The person's rules as they were said. `never`: numbers or names nobody may try."""

    allowed: bool
    no_message: bool = False
    how: str = ""
    when: str = ""
    by_whom: str = ""
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reach:
    """What an officer is told. `way` is empty where none is kept or the rules forbid it; `forbidden`: one is kept and
    not shown. `said` is None where the person gave no rules. `rules`: which of what they said this is."""

    allowed: bool
    way: str
    forbidden: bool = False
    said: Said | None = None
    rules: UUID | None = None


def reach(way: str, said: Said | None) -> Reach:
    """No rules: the way as it was given. With rules: nothing the person forbade is shown, not even in part."""
    if said is None:
        return Reach(True, way)
    if not said.allowed:
        return Reach(False, "", forbidden=bool(way), said=said)
    shut = any(same_way(way, each) for each in said.never)
    return Reach(True, "" if shut else way, forbidden=shut, said=said)


def same_way(way: str, never: str) -> bool:
    """Whether a way leads to what is never to be tried: the same number however it is written, or the same words."""
    number, kept = _digits(never), _digits(way)
    if len(number) >= SAME_NUMBER:
        return number[-SAME_NUMBER:] in kept
    words = never.strip().casefold()
    if not any(each.isalpha() for each in words):
        return bool(number) and number == kept
    return words in way.casefold()


def _digits(text: str) -> str:
    return "".join(each for each in text if each.isdigit())
