"""Builds a procedure from its file and refuses names that point nowhere: an unknown role, state, consent or clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from panoh.instruments.kinds.procedure import (
    Adopted,
    Adoption,
    ChildRule,
    Clock,
    ClockKind,
    Extension,
    ForWhom,
    Help,
    Means,
    PanelRule,
    Precondition,
    Procedure,
    Purpose,
    Role,
    State,
    Step,
    Unit,
    WorkedCase,
)
from panoh.instruments.kinds.source import Words, citations
from panoh.instruments.reader import TextError, hold_to_schema


def roles_from(value: dict[str, Any]) -> tuple[Role, ...]:
    """The roles in a roles file already held to its schema."""
    return tuple(
        Role(
            code=role["code"],
            key=role["key"],
            name=Words.of(role["name"]),
            meaning=Words.of(role["meaning"]),
            post=role.get("post", True),
            investigates=role.get("investigates", False),
            removes=role.get("removes", False),
            sources=citations(role["sources"]),
        )
        for role in value["roles"]
    )


def procedure_from(value: dict[str, Any], roles: tuple[Role, ...], *, name: str) -> Procedure:
    """The procedure written in `value`. Raises TextError naming the first entry that points nowhere or stands twice."""
    hold_to_schema(value, "procedure", name=name)
    adoption = value["adoption"]
    every = tuple(state["code"] for state in value["states"])
    built = Procedure(
        id=value["id"],
        version=value["version"],
        country=value["country"],
        title=Words.of(value["title"]),
        adoption=Adoption(
            Adopted(adoption["status"]),
            date.fromisoformat(adoption["on"]) if "on" in adoption else None,
            adoption.get("by", ""),
            Words.of(adoption["note"]),
            citations(adoption["sources"]),
        ),
        roles=roles,
        states=tuple(map(_state, value["states"])),
        purposes=tuple(Purpose(p["key"], Words.of(p["name"]), citations(p["sources"])) for p in value["purposes"]),
        preconditions=tuple(map(_precondition, value["preconditions"])),
        steps=tuple(map(_step, value["steps"])),
        clocks=tuple(map(_clock, value["clocks"])),
        panel=_panel(value["panel"]),
        helps=tuple(_help(entry, every) for entry in value["helps"]),
        unknowns=tuple(map(Words.of, value["unknowns"])),
        cases=tuple(WorkedCase(**case) for case in value["cases"]),
    )
    _cross_check(built, name)
    return built


def _state(value: dict[str, Any]) -> State:
    return State(
        value["code"],
        value["key"],
        Words.of(value["name"]),
        Words.of(value["meaning"]),
        value["kind"],
        Means(value["means"]),
        citations(value["sources"]),
    )


def _precondition(value: dict[str, Any]) -> Precondition:
    return Precondition(
        value["key"], Words.of(value["name"]), Words.of(value["way_forward"]), value.get("depends_on", "")
    )


def _step(value: dict[str, Any]) -> Step:
    return Step(
        id=value["id"],
        key=value["key"],
        name=Words.of(value["name"]),
        from_states=tuple(value["from"]),
        to=tuple(value.get("to", ())),
        stays=value.get("stays", False),
        resumes=value.get("resumes", False),
        owner=value["owner"],
        stands_in=tuple(value.get("stands_in", ())),
        informed=tuple(value.get("informed", ())),
        may_ask=tuple(value.get("may_ask", ())),
        four_eyes=value.get("four_eyes", False),
        for_whom=ForWhom(value.get("for", "anyone")),
        consent=tuple(value["consent"]),
        child=ChildRule(value["child"]),
        declines=value.get("declines", False),
        preconditions=tuple(value["preconditions"]),
        recorded=tuple(value["recorded"]),
        safeguards=tuple(map(Words.of, value.get("safeguards", ()))),
        clock=value["clock"],
        extends=_extension(value["extends"]) if "extends" in value else None,
        sources=citations(value["sources"]),
    )


def _extension(value: dict[str, Any]) -> Extension:
    return Extension(value["clock"], value.get("amount"), value.get("times"))


def _clock(value: dict[str, Any]) -> Clock:
    return Clock(
        key=value["key"],
        name=Words.of(value["name"]),
        kind=ClockKind(value["kind"]),
        starts_on=tuple(value.get("starts_on", ())),
        starts_when=value.get("starts_when", ""),
        stops_on=tuple(value.get("stops_on", ())),
        stops_when=value.get("stops_when", ""),
        pauses_on=tuple(value.get("pauses_on", ())),
        counts=value.get("counts", "after"),
        amount=value["amount"],
        unit=Unit(value["unit"]),
        floor=value.get("floor"),
        ceiling=value.get("ceiling"),
        for_whom=ForWhom(value.get("for", "anyone")),
        escalates_to=value["escalates_to"],
        on_missing=value.get("on_missing", "escalate"),
        sources=citations(value["sources"]),
    )


def _panel(value: dict[str, Any]) -> PanelRule:
    return PanelRule(
        members=value["members"],
        agencies=value["agencies"],
        against=value["against"],
        not_only=tuple(value["not_only"]),
        sources=citations(value["sources"]),
    )


def _help(value: dict[str, Any], every: tuple[str, ...]) -> Help:
    states = every if value["states"] == "every" else tuple(value["states"])
    return Help(value["key"], Words.of(value["name"]), states, tuple(value["conditions"]), citations(value["sources"]))


def _cross_check(procedure: Procedure, name: str) -> None:
    roles = {role.key for role in procedure.roles}
    states = {state.code for state in procedure.states}
    _once(name, "state", [state.code for state in procedure.states])
    _once(name, "state", [state.key for state in procedure.states])
    _once(name, "step", [step.id for step in procedure.steps])
    _once(name, "step", [step.key for step in procedure.steps])
    _once(name, "clock", [clock.key for clock in procedure.clocks])
    _once(name, "precondition", [precondition.key for precondition in procedure.preconditions])
    preconditions = {precondition.key for precondition in procedure.preconditions}
    purposes = {purpose.key for purpose in procedure.purposes}
    clocks = {clock.key for clock in procedure.clocks}
    for step in procedure.steps:
        asked = (step.owner, *step.stands_in, *step.informed, *step.may_ask)
        _known(name, f"step {step.id}", "role", asked, roles, "roles.yaml")
        _known(name, f"step {step.id}", "state", (*step.from_states, *step.to), states, "states")
        _known(name, f"step {step.id}", "precondition", step.preconditions, preconditions, "preconditions")
        _known(name, f"step {step.id}", "consent", step.consent, purposes, "purposes")
        runs_under = filter(None, (step.clock, step.extends.clock if step.extends else ""))
        _known(name, f"step {step.id}", "clock", runs_under, clocks, "clocks")
    for clock in procedure.clocks:
        _known(name, f"clock {clock.key}", "role", [clock.escalates_to], roles, "roles.yaml")
        named = (*clock.starts_on, *clock.stops_on, *clock.pauses_on)
        _known(name, f"clock {clock.key}", "state", named, states, "states")
        _within_bounds(name, clock)
    for help_ in procedure.helps:
        _known(name, f"help {help_.key}", "state", help_.states, states, "states")
    for case in procedure.cases:
        _known(name, f"case {case.name!r}", "clock", [case.clock], clocks, "clocks")


def _once(name: str, kind: str, keys: list[str]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise TextError(f"{name}: the {kind} {key!r} stands twice; keep one")


def _known(name: str, place: str, kind: str, used: Iterable[str], known: set[str], where: str) -> None:
    for key in used:
        if key not in known:
            raise TextError(f"{name}: {place}: unknown {kind} {key!r}; write it under {where} or correct the name")


def _within_bounds(name: str, clock: Clock) -> None:
    if clock.floor is not None and clock.amount < clock.floor:
        raise TextError(f"{name}: clock {clock.key}: {clock.amount} is under the floor ({clock.floor} {clock.unit})")
    if clock.ceiling is not None and clock.amount > clock.ceiling:
        raise TextError(f"{name}: clock {clock.key}: {clock.amount} is over the ceiling ({clock.ceiling} {clock.unit})")
