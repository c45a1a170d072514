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
TWO_PARTS, AN_INITIAL, ONE_PART = "p:", "i:", "w:"
"""What a key holds, as it begins: two parts in any order, one part and the initial of another, one part alone."""


def keys(name: str, *holding: str) -> frozenset[str]:
    """All keys of a name, or those holding so much of it.

    Search takes all. Linking whole lists takes two parts, or an initial: a single common part is shared by thousands.
    """
    found = _keys(name)
    return frozenset(key for key in found if key.startswith(holding)) if holding else found


def birth_keys(name: str, *, dates: Iterable[str] = (), years: Iterable[object] = ()) -> frozenset[str]:
    """Keys for linking whole lists, each shared by a handful: one part with the day of birth, two with the year.

    A day makes up for all parts but one being misspelt; a year for the day being guessed.
    """
    one = {f"{key}|{day}" for key in keys(name, ONE_PART) for day in dates}
    return frozenset(one | {f"{key}|{year}" for key in keys(name, TWO_PARTS) for year in years})


@lru_cache(maxsize=65_536)
def _keys(name: str) -> frozenset[str]:
    found = parts(name)[:_MOST_PARTS]
    made = {f"{ONE_PART}{each}" for part in found if not part.initial for each in part.skeletons}
    for one, other in combinations(found, 2):
        made |= _pair_keys(one, other)
    return frozenset(made)


def _pair_keys(one: Part, other: Part) -> set[str]:
    made: set[str] = set()
    for mine in one.skeletons:
        for theirs in other.skeletons:
            if not one.initial and not other.initial:
                made.add(TWO_PARTS + "+".join(sorted((mine, theirs))))
            if not one.initial:
                made.add(f"{AN_INITIAL}{mine}+{theirs[0]}")
            if not other.initial:
                made.add(f"{AN_INITIAL}{theirs}+{mine[0]}")
    return made
