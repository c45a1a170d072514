"""What changes from one procedure to another is said in words, promises first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Adopted, Unit
from panoh.registry.rules.difference import differences


@pytest.fixture(scope="module")
def written():
    return countries.procedure("tj")


def with_part(procedure, parts, key, **changes):
    changed = tuple(replace(each, **changes) if each.key == key else each for each in getattr(procedure, parts))
    return replace(procedure, **{parts: changed})


def said(old, new):
    return [change.sentence for change in differences(old, new)]


def test_a_procedure_does_not_differ_from_itself(written):
    assert differences(written, written) == ()


def test_a_step_given_to_another_role_is_said_with_both_names(written):
    new = with_part(written, "steps", "screen", owner="intake_desk")

    [sentence] = said(written, new)

    assert sentence.startswith("The step “Screen” belongs to: ")
    assert sentence.count(written.role("intake_desk").name.en) == 1
    assert written.role("first_responder").name.en in sentence


def test_a_period_is_said_with_its_unit(written):
    clock = written.clocks[0]
    new = with_part(written, "clocks", clock.key, amount=clock.amount + 5, unit=Unit.WORKING_DAYS)

    [sentence] = said(written, new)

    assert f"{clock.amount + 5} working days instead of {clock.amount} {clock.unit.value.replace('_', ' ')}" in sentence


def test_a_precondition_that_comes_and_one_that_goes_are_told_apart(written):
    new = with_part(written, "steps", "screen", preconditions=("private_place", "danger_asked"))

    [sentence] = said(written, new)

    assert f"also {written.precondition('danger_asked').name.en}" in sentence
    assert f"no longer {written.precondition('independent_interpreter').name.en}" in sentence


def test_a_broken_promise_stands_first_and_says_where_it_breaks(written):
    refusals = {step.key for step in written.steps if step.four_eyes}
    new = written
    for key in refusals:
        new = with_part(new, "steps", key, four_eyes=False)

    first = differences(written, new)[0]

    assert first.breaks
    assert first.sentence.startswith("BROKEN now: A refusal carries two signatures.")


def test_what_is_new_and_what_is_gone_is_named(written):
    gone = written.helps[0]
    new = replace(written, helps=written.helps[1:])

    assert f"Gone: the help “{gone.name.en}”." in said(written, new)
    assert f"New help: “{gone.name.en}”." in said(new, written)


def test_adoption_is_a_change(written):
    new = replace(written, adoption=replace(written.adoption, status=Adopted.ADOPTED))

    assert said(written, new) == ["The procedure was draft and is adopted."]
