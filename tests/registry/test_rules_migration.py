"""A case moves to a newer version only where that protects no less: held against the rule of steps itself, at random."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, ClockKind, Means, Procedure, Step
from panoh.registry.rules.allowed import Allowed, step_allowed
from panoh.registry.rules.clocks import due
from panoh.registry.rules.migration import due_after, weaker_points
from panoh.registry.rules.runnable import not_runnable

WRITTEN = countries.procedure("tj")
CALENDAR = countries.calendar("tj")
AGAINST = {Means.NEGATIVE, Means.OWN_CHOICE, Means.CLOSED}
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1)).map(
    lambda moment: moment.replace(tzinfo=ZoneInfo("Asia/Dushanbe"))
)


def with_part(procedure: Procedure, parts: str, key: str, **changes: object) -> Procedure:
    changed = tuple(replace(each, **changes) if each.key == key else each for each in getattr(procedure, parts))
    return replace(procedure, **{parts: changed})


STATES = [state.code for state in WRITTEN.states]
CONDITIONS = [each.key for each in WRITTEN.preconditions]
few = st.lists(st.sampled_from(CONDITIONS), max_size=3, unique=True).map(tuple)
EDITS = {
    "four_eyes": lambda step: st.booleans(),
    "preconditions": lambda step: st.one_of(few, few.map(lambda more: tuple(sorted({*step.preconditions, *more})))),
    "from_states": lambda step: st.one_of(
        st.just(step.from_states[:1]), st.sampled_from(STATES).map(lambda one: tuple(sorted({*step.from_states, one})))
    ),
    "to": lambda step: st.one_of(
        st.just(step.to[:1]), st.sampled_from(STATES).map(lambda one: tuple(sorted({*step.to, one})))
    ),
    "consent": lambda step: st.sampled_from([(), ("referral",), ("service", "referral")]),
    "may_ask": lambda step: st.sampled_from([(), ("person",), (*step.may_ask, "guardian")]),
    "owner": lambda step: st.sampled_from(["intake_desk", "case_manager", "formal_decider"]),
}
CLOCK_EDITS = {
    "amount": lambda clock: st.integers(0, 200),
    "stops_on": lambda clock: st.sampled_from(STATES).map(lambda one: tuple(sorted({*clock.stops_on, one}))),
    "pauses_on": lambda clock: st.sampled_from([(), clock.pauses_on, ("S12", "S08")]),
    "escalates_to": lambda clock: st.sampled_from(["intake_desk", "formal_decider"]),
}


@st.composite
def newer(draw: st.DrawFn) -> Procedure:
    """The country's procedure with one to three changes in steps and clocks, for better or worse."""
    made = WRITTEN
    for _ in range(draw(st.integers(1, 3))):
        parts, edits = draw(st.sampled_from([("steps", EDITS), ("clocks", CLOCK_EDITS)]))
        part = draw(st.sampled_from(getattr(made, parts)))
        field = draw(st.sampled_from(sorted(edits)))
        made = with_part(made, parts, part.key, **{field: draw(edits[field](part))})
    return made


@st.composite
def situations(draw: st.DrawFn) -> dict[str, object]:
    return {
        "is_child": draw(st.sampled_from([True, False, None])),
        "consents": draw(st.sets(st.sampled_from([*(p.key for p in WRITTEN.purposes), "guardian", "best_interests"]))),
        "met": draw(st.sets(st.sampled_from(CONDITIONS), min_size=len(CONDITIONS) // 2)),
        "signatures": draw(st.integers(1, 2)),
    }


def ends(procedure: Procedure, step: Step, state: str, situation: dict[str, object]) -> set[str]:
    """Where a step can lead from here, taken by its owner. A step that helps may leave the person where they are."""
    if step.resumes:
        return set()
    answer = step_allowed(procedure, step=step.key, state=state, role=step.owner, **situation)
    return set(answer.to) if isinstance(answer, Allowed) else set()


@settings(max_examples=300, deadline=None)
@given(newer(), situations(), st.sampled_from(STATES))
def test_after_a_move_no_way_against_the_person_opens_and_no_way_to_help_shuts(new, situation, state):
    if weaker_points(WRITTEN, new):
        return
    for step in WRITTEN.steps:
        before, after = ends(WRITTEN, step, state, situation), ends(new, new.step(step.key), state, situation)
        opened = {code for code in after - before - {state} if WRITTEN.state(code).means in AGAINST}
        shut = {code for code in before - after if WRITTEN.state(code).means not in AGAINST}
        assert (opened, shut) == (set(), set()), step.key


@settings(max_examples=300, deadline=None)
@given(newer(), st.sampled_from([clock.key for clock in WRITTEN.clocks]), MOMENTS, st.integers(0, 2000))
def test_after_a_move_no_guarantee_ends_sooner_and_no_deadline_later(new, key, started, hours):
    if weaker_points(WRITTEN, new):
        return
    before, after, at = WRITTEN.clock(key), new.clock(key), started + timedelta(hours=hours)
    was = due(started, before, CALENDAR)

    moved = due_after(after, was=was, started=started, at=at, calendar=CALENDAR)

    guaranteed = before.kind in {ClockKind.MINIMUM, ClockKind.WINDOW}
    assert moved >= was if guaranteed else moved <= was
    assert (moved >= due(started, after, CALENDAR)) if guaranteed else (moved == was or moved >= at)


@settings(max_examples=100, deadline=None)
@given(newer())
def test_what_moves_moves_back_only_if_nothing_was_gained(new):
    """Both ways free means both protect alike: nothing in the comparison may be blind on one side."""
    if weaker_points(WRITTEN, new) or weaker_points(new, WRITTEN):
        return
    for step in WRITTEN.steps:
        other = new.step(step.key)
        assert set(step.preconditions) == set(other.preconditions)
        assert set(step.to) == set(other.to)
    assert [clock.amount for clock in WRITTEN.clocks] == [clock.amount for clock in new.clocks]


def clock(key: str) -> Clock:
    return WRITTEN.clock(key)


@pytest.mark.parametrize(
    ("parts", "key", "changes"),
    [
        ("clocks", "reflection", {"amount": 45}),
        ("clocks", "preliminary_decision", {"amount": 3}),
        ("clocks", "intake", {"escalates_to": "formal_decider"}),
        ("steps", "take_in", {"owner": "case_manager"}),
        ("steps", "screen", {"preconditions": ("private_place",)}),
    ],
)
def test_more_protection_and_other_desks_let_a_case_move(parts, key, changes):
    assert weaker_points(WRITTEN, with_part(WRITTEN, parts, key, **changes)) == ()


@pytest.mark.parametrize(
    ("parts", "key", "changes", "says"),
    [
        ("clocks", "reflection", {"amount": 29}, "guarantees a shorter time"),
        ("clocks", "preliminary_decision", {"amount": 6}, "is due later"),
        ("clocks", "turning_eighteen", {"amount": 60}, "is due later"),
        ("steps", "refer", {"preconditions": tuple(CONDITIONS)}, "needs more than before"),
        ("steps", "refer", {"consent": ("referral", "police")}, "another consent"),
        ("steps", "reconsider", {"may_ask": ()}, "by fewer"),
        ("helps", "shelter", {"states": ("S02",)}, "everywhere"),
    ],
)
def test_less_protection_keeps_a_case_where_it_is_and_says_why(parts, key, changes, says):
    key = key if key != "reconsider" else next(step.key for step in WRITTEN.steps if "S11" in step.to)

    points = weaker_points(WRITTEN, with_part(WRITTEN, parts, key, **changes))

    assert any(says in point.sentence.en for point in points)


def test_a_new_step_to_an_end_against_the_person_is_less_protection():
    close = next(step for step in WRITTEN.steps if step.to == ("S16",))
    new = replace(WRITTEN, steps=(*WRITTEN.steps, replace(close, id="T99", key="close_early", from_states=("S02",))))

    assert [point.key for point in weaker_points(WRITTEN, new)] == ["close_early"]


def test_the_house_runs_its_own_procedure_and_says_what_it_cannot_run():
    assert not_runnable(WRITTEN, WRITTEN) == ()
    gone = replace(WRITTEN, steps=tuple(step for step in WRITTEN.steps if step.key != "take_in"))
    waits = with_part(WRITTEN, "steps", "refer", preconditions=("consent_recorded", "risk_noted"))

    assert [each.key for each in not_runnable(WRITTEN, gone)] == ["take_in"]
    assert "risk_noted" in not_runnable(WRITTEN, waits)[0].sentence.en


@pytest.mark.parametrize("less", [{"members": 1}, {"agencies": 1}, {"against": 1}, {"not_only": ()}])
def test_a_panel_that_refuses_more_easily_keeps_a_case_where_it_is(less):
    new = replace(WRITTEN, panel=replace(WRITTEN.panel, **less))

    assert [point.key for point in weaker_points(WRITTEN, new)] == ["panel"]


def test_a_larger_panel_lets_a_case_move():
    assert weaker_points(WRITTEN, replace(WRITTEN, panel=replace(WRITTEN.panel, members=7, agencies=3))) == ()
