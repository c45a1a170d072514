"""Who has a hand in a site and so neither visits it nor reads of it: whoever employs there or called people up to it, and
the bodies above and below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def tied(agency: str, parents: Mapping[str, str]) -> frozenset[str]:
    """The agency, those above it and those below, by code. `parents`: of each the one above, empty at the top."""
    found, above = {agency}, parents.get(agency, "")
    while above and above not in found:
        found.add(above)
        above = parents.get(above, "")
    below = {agency}
    while below:
        below = {code for code, parent in parents.items() if parent in below} - found
        found |= below
    return frozenset(found)


def has_a_hand(agency: str, parties: Iterable[str], parents: Mapping[str, str]) -> bool:
    ours = tied(agency, parents)
    return any(party in ours for party in parties)
