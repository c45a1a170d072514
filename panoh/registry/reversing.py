"""The address of a page, asked of Django once for its name: a page shows some fifty, each of which takes a hundred calls."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.urls import get_script_prefix, reverse

_UNLIKELY = 7_403_918_256_000
"""Keys that stand in for those of records: no address has them in its own words."""


def address_of(name: str, *keys: object) -> str:
    """The same as `reverse(name, args=keys)`. What keys are put in between is kept."""
    kinds = tuple(map(type, keys))
    if not _FILLED_IN.issuperset(kinds):
        return reverse(name, args=keys)
    before, *between = _around(name, kinds, get_script_prefix(), settings.ROOT_URLCONF)
    return before + "".join(f"{key}{after}" for key, after in zip(keys, between, strict=True))


_FILLED_IN = frozenset({UUID, int})
"""Keys that stand in an address as they are written."""


@lru_cache(maxsize=1000)
def _around(name: str, kinds: tuple[type, ...], _prefix: str, _addresses: str) -> tuple[str, ...]:
    stand_ins = [UUID(int=_UNLIKELY + place) if kind is UUID else _UNLIKELY + place for place, kind in enumerate(kinds)]
    rest, pieces = reverse(name, args=stand_ins), []
    for each in stand_ins:
        before, _, rest = rest.partition(str(each))
        pieces.append(before)
    return (*pieces, rest)
