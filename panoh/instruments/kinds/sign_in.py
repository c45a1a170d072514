"""How a post signs in: whether a second step is asked for, when a session ends, at how many devices, how fast it may ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from panoh.instruments.kinds.source import Citation, citations
from panoh.instruments.reader import TextError

HOUSE_ROLE = "administrator"
"""A part in every installation, in no country's mechanism."""


@dataclass(frozen=True)
class SignInRule:
    """`idle`: how long nobody works until the password is asked for. `longest`: the end of a session, whatever is done."""

    role: str
    second_step: bool
    idle: timedelta
    longest: timedelta
    devices: int
    calls_a_minute: int
    pages_a_minute: int
    look_ups_a_minute: int
    sources: tuple[Citation, ...]


def sign_in_rules_from(value: dict[str, Any], *, roles: Iterable[str], name: str) -> dict[str, SignInRule]:
    """By role. Raises TextError for a role nobody knows, that stands twice, or that has no rule."""
    built: dict[str, SignInRule] = {}
    known = {*roles, HOUSE_ROLE}
    for entry in value["rules"]:
        for role in entry["roles"]:
            if role not in known or role in built:
                raise TextError(f"{name}: the role {role!r} is unknown or stands twice")
            built[role] = _rule(role, entry)
    if missing := sorted(known - set(built)):
        raise TextError(f"{name}: nothing is said of {', '.join(missing)}")
    return built


def _rule(role: str, entry: dict[str, Any]) -> SignInRule:
    return SignInRule(
        role=role,
        second_step=entry["second_step"] == "required",
        idle=timedelta(minutes=entry["idle_minutes"]),
        longest=timedelta(hours=entry["longest_hours"]),
        devices=entry["devices"],
        calls_a_minute=entry["calls_a_minute"],
        pages_a_minute=entry["pages_a_minute"],
        look_ups_a_minute=entry["look_ups_a_minute"],
        sources=citations(entry["sources"]),
    )
