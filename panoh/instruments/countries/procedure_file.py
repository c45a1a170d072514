"""Builds a procedure from its file and refuses names that point nowhere: an unknown role, state, consent or clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from panoh.instruments import fault_words as say
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
from panoh.instruments.lines import lines_of
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


def procedure_from(value: dict[str, Any], roles: tuple[Role, ...], *, name: str, text: str = "") -> Procedure:
    """The procedure written in `value`. Raises TextError naming the first entry that points nowhere or stands twice,
    with its line where the `text` is given."""
    with lines_of(text, name=name):
        hold_to_schema(value, "procedure", name=name)
        _days_there_are(value, name)
        built = _built(value, roles)
        _cross_check(built, name)
    return built


def _days_there_are(value: dict[str, Any], name: str) -> None:
    """The schema knows how a day is written, not how many days a month has."""
    days: list[tuple[dict[str, Any], str, tuple[str, ...]]] = [(value["adoption"], "on", ("adoption",))]
    days += [(case, field, ("cases", case["name"])) for case in value["cases"] for field in ("start", "due")]
    for part, field, at in days:
        try:
            datetime.fromisoformat(part.get(field, "2026-01-01"))
        except ValueError:
            said = say.AT.fill(place=" → ".join((*at, field)), said=say.NO_DAY.fill(value=repr(part[field])))
            raise TextError(said, at=(*at, field)).of(name) from None


def _built(value: dict[str, Any], roles: tuple[Role, ...]) -> Procedure:
    adoption = value["adoption"]
    every = tuple(state["code"] for state in value["states"])
    return Procedure(
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
    known = {
        "role": ({role.key for role in procedure.roles}, "roles.yaml"),
        "state": ({state.code for state in procedure.states}, "states"),
        "precondition": ({precondition.key for precondition in procedure.preconditions}, "preconditions"),
        "consent": ({purpose.key for purpose in procedure.purposes}, "purposes"),
        "clock": ({clock.key for clock in procedure.clocks}, "clocks"),
    }
    _nothing_twice(procedure, name)
    for place, at, field, kind, used in _pointers(procedure):
        codes, heading = known[kind]
        for key in used:
            if key not in codes:
                words = {"place": place, "kind": kind, "key": repr(key), "hint": _meant(key, codes), "heading": heading}
                raise TextError(say.UNKNOWN.fill(**words), at=(*at, field)).of(name)
    for clock in procedure.clocks:
        _within_bounds(name, clock)


Pointer = tuple[Words, tuple[str, str], str, str, Iterable[str]]
"""Whose it is in words, where that stands, under which key of it, what kind of thing is pointed at, by which codes."""


def _pointers(procedure: Procedure) -> Iterator[Pointer]:
    for step in procedure.steps:
        place, at = say.PLACE["step"].fill(name=step.id), ("steps", step.id)
        yield place, at, "owner", "role", (step.owner,)
        yield place, at, "stands_in", "role", step.stands_in
        yield place, at, "informed", "role", step.informed
        yield place, at, "may_ask", "role", step.may_ask
        yield place, at, "from", "state", step.from_states
        yield place, at, "to", "state", step.to
        yield place, at, "preconditions", "precondition", step.preconditions
        yield place, at, "consent", "consent", step.consent
        yield place, at, "clock", "clock", filter(None, (step.clock,))
        yield place, at, "extends", "clock", (step.extends.clock,) if step.extends else ()
    for clock in procedure.clocks:
        place, at = say.PLACE["clock"].fill(name=clock.key), ("clocks", clock.key)
        yield place, at, "escalates_to", "role", (clock.escalates_to,)
        yield place, at, "starts_on", "state", clock.starts_on
        yield place, at, "stops_on", "state", clock.stops_on
        yield place, at, "pauses_on", "state", clock.pauses_on
    for help_ in procedure.helps:
        place = say.PLACE["help"].fill(name=help_.key)
        yield place, ("helps", help_.key), "states", "state", help_.states
    for case in procedure.cases:
        yield say.PLACE["case"].fill(name=repr(case.name)), ("cases", case.name), "clock", "clock", (case.clock,)


def _meant(key: str, known: Iterable[str]) -> Words:
    close = get_close_matches(key, sorted(known), n=1)
    return say.MEANT.fill(close=repr(close[0])) if close else Words("")


def _nothing_twice(procedure: Procedure, name: str) -> None:
    looks = (
        ("state", "states", [state.code for state in procedure.states]),
        ("state", "states", [state.key for state in procedure.states]),
        ("step", "steps", [step.id for step in procedure.steps]),
        ("step", "steps", [step.key for step in procedure.steps]),
        ("clock", "clocks", [clock.key for clock in procedure.clocks]),
        ("precondition", "preconditions", [precondition.key for precondition in procedure.preconditions]),
    )
    for kind, section, keys in looks:
        for number, key in enumerate(keys):
            if key in keys[:number]:
                raise TextError(say.TWICE.fill(kind=kind, key=repr(key)), at=(section, number)).of(name)


def _within_bounds(name: str, clock: Clock) -> None:
    looks = (
        (say.UNDER_FLOOR, clock.floor, clock.floor is not None and clock.amount < clock.floor),
        (say.OVER_CEILING, clock.ceiling, clock.ceiling is not None and clock.amount > clock.ceiling),
    )
    for said, bound, broken in looks:
        if broken:
            words = {"place": say.PLACE["clock"].fill(name=clock.key), "amount": clock.amount, "unit": clock.unit.value}
            raise TextError(said.fill(**words, bound=bound), at=("clocks", clock.key, "amount")).of(name)
