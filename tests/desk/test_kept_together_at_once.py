"""A case is put beside another while a member is named there, really committed, by threads of their own."""

from __future__ import annotations

import pytest

from panoh.registry import actions
from panoh.registry.models import Compartment, members_now
from panoh.registry.refusals import Conflict
from tests.conftest import NOON
from tests.desk.compartments import WHY, put_in
from tests.journeys import ways

pytestmark = pytest.mark.usefixtures("committed")


def members(compartment: Compartment) -> set[int]:
    return set(members_now().filter(compartment=compartment).values_list("officer", flat=True))


def test_whoever_is_named_meanwhile_is_a_member_of_both_or_is_told(at_once, cast, second):
    case, sister = (ways.interviewed(each, by=cast.zarina, at=NOON).case for each in (ways.WOMAN, ways.ANOTHER))
    held = put_in(case, cast, [second], NOON)

    named, made = at_once(
        lambda: actions.name_member(compartment=held, officer=cast.davlat, is_head=False, by=second, at=NOON),
        lambda: actions.put_in_beside(case=sister, beside=held, because=WHY, by=cast.nigina, at=NOON),
    )

    assert isinstance(made, Compartment), made
    assert members(held) == members(made)
    assert isinstance(named, Conflict) or cast.davlat.pk in members(made)
