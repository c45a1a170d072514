"""Blocking keys of a name for a blind index: wide enough that a person's papers in any script share one.

Keys reveal names. The layer above turns each into a keyed hash before it is stored; only equality is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from panoh.names.parts import Part, parts

KEYS_VERSION = 2
"""Raise this whenever any key of any name changes: stored keys of another version must be made again."""

_MOST_PARTS = 5


def keys(name: str) -> frozenset[str]:
    """All keys of a name: `w:` one part, `p:` two parts in any order, `i:` one part and the initial of another.

    Search takes all. Linking whole lists takes `p:` and `i:` only: a single common part is shared by thousands.
    """
    return _keys(name)


def birth_keys(name: str, *, dates: Iterable[str] = (), years: Iterable[object] = ()) -> frozenset[str]:
    """Keys for linking whole lists, each shared by a handful: one part with the day of birth, two with the year.

    A day makes up for all parts but one being misspelt; a year for the day being guessed.
    """
    found = _keys(name)
    one = {f"{key}|{day}" for key in found if key.startswith("w:") for day in dates}
    return frozenset(one | {f"{key}|{year}" for key in found if key.startswith("p:") for year in years})


@lru_cache(maxsize=65_536)
def _keys(name: str) -> frozenset[str]:
    found = parts(name)[:_MOST_PARTS]
    made = {f"w:{each}" for part in found if not part.initial for each in part.skeletons}
    for one, other in combinations(found, 2):
        made |= _pair_keys(one, other)
    return frozenset(made)


def _pair_keys(one: Part, other: Part) -> set[str]:
    made: set[str] = set()
    for mine in one.skeletons:
        for theirs in other.skeletons:
            if not one.initial and not other.initial:
                made.add("p:" + "+".join(sorted((mine, theirs))))
            if not one.initial:
                made.add(f"i:{mine}+{theirs[0]}")
            if not other.initial:
                made.add(f"i:{theirs}+{mine[0]}")
    return made
