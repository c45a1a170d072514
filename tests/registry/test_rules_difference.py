"""What changes from one procedure to another is said in words, promises first."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Adopted, Unit
from panoh.registry.rules.difference import differences
from panoh.registry.rules.difference_words import FIELD


@pytest.fixture(scope="module")
def written():
    return countries.procedure("tj")


def with_part(procedure, parts, key, **changes):
    changed = tuple(replace(each, **changes) if each.key == key else each for each in getattr(procedure, parts))
    return replace(procedure, **{parts: changed})


def said(old, new):
    return [change.sentence.en for change in differences(old, new)]


def test_a_procedure_does_not_differ_from_itself(written):
    assert differences(written, written) == ()


def test_a_step_given_to_another_role_is_said_with_both_names(written):
    new = with_part(written, "steps", "screen", owner="intake_desk")

    [sentence] = said(written, new)

    assert sentence.startswith("The step “Screen” belongs to: ")
    assert sentence.count(written.role("intake_desk").name.en) == 1
    assert written.role("first_responder").name.en in sentence


def test_a_period_is_said_with_its_unit(written):
    clock = written.clock("preliminary_decision")
    longer = with_part(written, "clocks", clock.key, amount=clock.amount + 5)
    today = with_part(written, "clocks", clock.key, amount=0, unit=Unit.DAYS)

    assert "10 working days instead of 5 working days" in said(written, longer)[0]
    assert "the same day instead of 5 working days" in said(written, today)[0]


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
    assert first.sentence.en.startswith("BROKEN now: A refusal carries two signatures.")


def test_what_is_new_and_what_is_gone_is_named(written):
    gone = written.helps[0]
    new = replace(written, helps=written.helps[1:])

    assert f"Gone: the help “{gone.name.en}”." in said(written, new)
    assert f"New: the help “{gone.name.en}”." in said(new, written)


def test_adoption_is_a_change(written):
    new = replace(written, adoption=replace(written.adoption, status=Adopted.ADOPTED))

    assert said(written, new) == ["The procedure was draft and is adopted."]


def test_the_panel_a_worked_case_and_what_is_not_known_are_part_of_it(written):
    panel = replace(written, panel=replace(written.panel, members=3))
    case = replace(written, cases=(replace(written.cases[0], due="2026-11-23 23:59:59"), *written.cases[1:]))

    assert said(written, panel) == ["Members of the panel: 3 instead of 2."]
    assert said(written, case)[0].startswith(f"The worked case “{written.cases[0].name}” is due: 2026-11-23")
    assert said(written, replace(written, unknowns=()))[0].startswith("What is not known: no longer “")


def test_a_wording_that_differs_in_one_language_says_in_which(written):
    name = replace(written.step("screen").name, ru="Спросить")

    [sentence] = said(written, with_part(written, "steps", "screen", name=name))

    assert sentence == "The step “Screen” is called: in Russian “Спросить” instead of “Опросить”."


def test_a_new_step_says_whose_it_is_and_where_it_leads(written):
    new = replace(written, steps=(*written.steps, replace(written.step("screen"), id="T90", key="ask", to=("S02",))))

    sentence = next(each for each in said(written, new) if each.startswith("New"))

    assert sentence == "New: the step “Screen”: belongs to First responder, from S00 to S02."


def test_whatever_an_entry_says_has_words(written):
    """A part with every field otherwise: none of them is told by its name in the program."""
    for parts in ("roles", "states", "purposes", "preconditions", "steps", "clocks", "helps"):
        for field in fields(getattr(written, parts)[0]):
            assert field.name in {"key", "unit"} or FIELD[field.name]
