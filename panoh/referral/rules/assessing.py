"""The sheet of an assessment of needs: what is asked of whom, in which order; and what changed since an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.service import Service, ServiceGroup
from panoh.instruments.referral import service_groups, services

MOST_URGENT_FIRST = ("now", "soon", "later")


@dataclass(frozen=True)
class Said:
    """What a person said to one service; `urgency` where they want it."""

    wish: str
    urgency: str = ""


@dataclass(frozen=True)
class Change:
    service: str
    before: Said
    now: Said


def sheet(*, child: bool) -> tuple[tuple[ServiceGroup, tuple[Service, ...]], ...]:
    """What comes first in life first. Nothing on it asks after testimony, status or money for help."""
    asked = [each for each in services() if not each.unasked and (child or not each.for_children)]
    asked.sort(key=lambda each: not each.urgent)
    rows = ((group, tuple(each for each in asked if each.group == group.key)) for group in service_groups())
    return tuple((group, found) for group, found in rows if found)


def on_the_sheet(*, child: bool) -> frozenset[str]:
    return frozenset(each.key for _group, found in sheet(child=child) for each in found)


def what_changed(earlier: Iterable[Mapping[str, Said]], now: Mapping[str, Said]) -> tuple[Change, ...]:
    """Against what was said last to the same service, in whichever of the `earlier` ones (the first of them first).
    A service not asked about this time has not changed, and one asked for the first time neither."""
    last: dict[str, Said] = {}
    for each in earlier:
        last |= each
    return tuple(Change(key, last[key], said) for key, said in now.items() if last.get(key, said) != said)


def more_urgent(one: str, other: str) -> bool:
    """Whether `one` cannot wait as long as `other`."""
    return MOST_URGENT_FIRST.index(one) < MOST_URGENT_FIRST.index(other)
