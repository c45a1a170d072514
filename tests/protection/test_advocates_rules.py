"""When a desk is independent enough to be an advocate."""

from __future__ import annotations

import pytest

from panoh.protection.rules.advocates import APART, Desk, Tie, ties

FREE = Desk(
    kind="ngo",
    roles=frozenset({"advocate"}),
    answers=True,
    works_on_case=False,
    shelters=False,
    helps=False,
    decides=False,
)


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, ()),
        ({"answers": False}, (Tie.NO_ADVOCATE,)),
        ({"kind": "police"}, (Tie.NOT_INDEPENDENT,)),
        ({"kind": "tip_centre"}, (Tie.NOT_INDEPENDENT,)),
        ({"kind": "nobody thought of it"}, (Tie.NOT_INDEPENDENT,)),
        *[({"roles": frozenset({"advocate", role})}, (Tie.OTHER_WORK,)) for role in sorted(APART)],
        ({"works_on_case": True}, (Tie.WORKS_ON_CASE,)),
        ({"shelters": True, "helps": True}, (Tie.SHELTERS, Tie.HELPS)),
        ({"decides": True}, (Tie.DECIDES,)),
    ],
)
def test_what_makes_a_desk_dependent(changed, found):
    assert ties(Desk(**{**vars(FREE), **changed})) == found
