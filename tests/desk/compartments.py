"""A case in a compartment, put there by the intake desk, for the tests of what it is and of who is let in."""

from __future__ import annotations

from panoh.registry import actions
from panoh.registry.models import Compartment

WHY = "Her brother-in-law sits at the district desk and asks for her by name."


def put_in(case, cast, heads, at, members=()) -> Compartment:
    return actions.put_in_compartment(case=case, heads=heads, members=list(members), because=WHY, by=cast.nigina, at=at)
