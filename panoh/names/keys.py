"""Blocking keys of a name for a blind index: wide enough that a person's papers in any script share one.

Keys reveal names. The layer above turns each into a keyed hash before it is stored; only equality is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from panoh.names import abroad
from panoh.names.conventions import SPANISH, WITHOUT_MARKS
from panoh.names.parts import Part, parts, skeletons_of

KEYS_VERSION = 3
"""Raise this whenever any key of any name changes, and say so in the changes: stored keys of another version are made again by
`panoh index`. Of names as people write them 3 makes all that 2 made, and some more: they are found as before. A name
that is repaired (codepages, look-alikes, 0 for о) is found after that only."""

_MOST_PARTS = 5
TWO_PARTS, AN_INITIAL, ONE_PART = "p:", "i:", "w:"
"""What a key holds, as it begins: two parts in any order, one part and the initial of another, one part alone."""


def keys(name: str, *holding: str) -> frozenset[str]:
    """All keys of a name, or those holding so much of it: for whoever is put on record, and for linking whole lists.

    Linking takes two parts, or an initial: a single common part is shared by thousands.
    """
    return _holding(_keys(name), holding)


def asked_keys(name: str, *holding: str) -> frozenset[str]:
    """The keys by which one name is looked for: its own, and those of what it may be without showing it. Saripov is Шарипов
    where a machine left out the mark, Jasan is Ҳасан in Spain; and Шарипов may stand on record as Saripov. Of these none is
    stored."""
    return _holding(_keys(name) | _keys_otherwise(name), holding)


def birth_keys(
    name: str, *, dates: Iterable[str] = (), years: Iterable[object] = (), of: Callable[..., frozenset[str]] = keys
) -> frozenset[str]:
    """Keys for linking whole lists, each shared by a handful: one part with the day of birth, two with the year.

    A day makes up for all parts but one being misspelt; a year for the day being guessed. `of`: `keys` or `asked_keys`.
    """
    one = {f"{key}|{day}" for key in of(name, ONE_PART) for day in dates}
    return frozenset(one | {f"{key}|{year}" for key in of(name, TWO_PARTS) for year in years})


def _holding(found: frozenset[str], holding: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for key in found if key.startswith(holding)) if holding else found


@lru_cache(maxsize=65_536)
def _keys(name: str) -> frozenset[str]:
    found = parts(name)[:_MOST_PARTS]
    made = set(_one_and_two([part.skeletons for part in found if not part.initial]))
    for one, other in combinations(found, 2):
        made |= _initial_keys(one, other)
    return frozenset(made)


@lru_cache(maxsize=65_536)
def _keys_otherwise(name: str) -> frozenset[str]:
    """By one way at a time for the whole name; any of its parts may be meant as it stands."""
    found = [part for part in parts(name)[:_MOST_PARTS] if not part.initial]
    return frozenset().union(*(_one_and_two([way(part) | part.skeletons for part in found]) for way in _WAYS))


def _one_and_two(found: list[frozenset[str]]) -> Iterator[str]:
    for skeletons in found:
        yield from (f"{ONE_PART}{each}" for each in skeletons)
    for one, other in combinations(found, 2):
        yield from (TWO_PARTS + "+".join(sorted((mine, theirs))) for mine in one for theirs in other)


def _initial_keys(one: Part, other: Part) -> set[str]:
    made: set[str] = set()
    for full, first in ((one, other), (other, one)):
        if not full.initial:
            made |= {f"{AN_INITIAL}{mine}+{theirs[0]}" for mine in full.skeletons for theirs in first.skeletons}
    return made


def _by(language: str) -> Callable[[Part], frozenset[str]]:
    return lambda part: (
        skeletons_of(abroad.readings(part.text, (language,))) if part.script == "latin" else frozenset[str]()
    )


def _as_written(table: Mapping[str, str]) -> Callable[[Part], frozenset[str]]:
    return lambda part: skeletons_of(("".join(table.get(sound, sound) for sound in part.whole[0]),))


_WAYS = (
    _by(SPANISH),
    _by(WITHOUT_MARKS),
    _as_written({"S": "s", "Z": "z", "c": "k", "j": "dz"}),  # what machines leave of š, ž, č and dž, as it is on record
    _as_written({"x": "j", "h": "j"}),  # Spain
)
