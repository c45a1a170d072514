"""The printed page of who may do what says all that drives access, from the values the code asks."""

from __future__ import annotations

import pytest

from panoh.registry import access, access_table
from panoh.registry.queries import people
from panoh.registry.rules.attachments.classes import MAY_BE_SHOWN, Class
from panoh.web.reference import access as page


@pytest.fixture(scope="module")
def sections():
    head, *rest = page().split("\n## ")
    return {"the table": head} | {each.split("\n")[0]: each for each in rest}


def test_it_names_the_file_the_table_stands_in(sections):
    assert access_table.__name__.replace(".", "/") + ".py" in sections["the table"]


def test_every_field_and_every_act_of_an_emergency_stands_in_it(sections):
    text = sections["What an emergency opens"]

    assert all(act.value in text for act in access.IN_EMERGENCY)
    assert all(field in text for field in people.IN_EMERGENCY)
    assert "contact" not in text
    assert all(field in sections["Fields of who a person is"] for field in people.FIELDS)


def test_what_no_disclosure_opens_is_said(sections):
    own = [act.value for act, roles in access.TABLE.items() if access.Scope.OWN in roles.values()]

    assert own == ["read_screening"]
    assert f"never {own[0]}" in sections["What a disclosure opens"]


def test_every_class_of_attachments_stands_with_what_it_may_be_shown_for(sections):
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in sections["Classes of attachments"].split("\n")}

    for each in Class:
        assert all(purpose in rows[each.value] for purpose, classes in MAY_BE_SHOWN.items() if each in classes)
