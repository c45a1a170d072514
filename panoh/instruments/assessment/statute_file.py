"""Builds a statute from its file, already held to its schema."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

from panoh.instruments.kinds.source import Words, citations
from panoh.instruments.kinds.statute import Provision, Statute
from panoh.instruments.reader import TextError

NUMBERS = {
    "watch_list_limit": {"years", "counted_from_report"},
    "waiver": {"years"},
    "waiver_made_public": {"days"},
    "one_year_rule": {"years"},
    "action_plan": {"days"},
    "interim_assessment": {"month", "day"},
    "report_due": {"month", "day"},
    "restrictions": {"days_from", "days_to"},
}
"""What the clocks reckon with: a provision without its numbers would stop them silently."""


def statute_from(value: dict[str, Any]) -> Statute:
    provisions = tuple(map(_provision, value["provisions"]))
    return Statute(value["id"], value["version"], Words.of(value["title"]), provisions)


def _provision(value: dict[str, Any]) -> Provision:
    key, numbers = value["key"], value.get("parameters", {})
    if missing := NUMBERS.get(key, set()) - set(numbers):
        raise TextError(f"provision {key!r}: the parameter {sorted(missing)[0]!r} is missing; the clocks need it")
    begins, ends = _day(value["in_force_from"], key), value.get("in_force_to")
    if ends is not None and _day(ends, key) < begins:
        raise TextError(f"provision {key!r}: ends ({ends}) before it begins ({begins})")
    return Provision(
        key=key,
        title=Words.of(value["title"]),
        says=Words.of(value["says"]),
        place=value["place"],
        in_force_from=begins,
        in_force_to=_day(ends, key) if ends is not None else None,
        parameters=MappingProxyType(dict(numbers)),
        sources=citations(value["sources"]),
    )


def _day(value: str, key: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise TextError(f"provision {key!r}: {value!r} is not a day of the calendar") from None
