"""The panel in a story: who calls whom together, who declares what, who votes how; members seldom agree with the dice."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from panoh.identification import actions
from panoh.identification.models import Decision, Panel
from panoh.registry.access import Role
from panoh.registry.models import Case, Officer
from tests.identification.panels import FOUND, WRITTEN
from tests.proof.drawing import Draw, Given, in_a_case, on_any, one_of
from tests.proof.world import World


def _panels() -> Any:
    """Any panel, and now and then one that decided long ago."""
    return Panel.objects.select_related("case__person", "convened_by").order_by("-decision", "convened_at", "pk")


def _with_members(draw: Draw) -> Draw:
    """Most often all who hold a seat and may be asked; now and then one alone, or somebody who is no member."""

    def drawn(world: World, dice: Random, by: Officer) -> Given:
        given = draw(world, dice, by)
        everyone = sorted(world.officers().values(), key=lambda each: each.username)
        seated = [each for each in everyone if each.role == Role.FORMAL_DECIDER]
        chosen = dice.sample(seated, dice.choice((1, 2, 3, 3))) if dice.random() < 0.9 else dice.sample(everyone, 2)
        return given and {**given, "members": chosen}

    return drawn


def _inviting(world: World, dice: Random, by: Officer) -> Given:
    """Most often whoever sits on the commission and was not called yet."""
    given = _with_members(on_any("panel", _panels))(world, dice, by)
    if given is None or dice.random() < 0.2:
        return given
    called = set(given["panel"].seats.values_list("officer__username", flat=True))
    free = [
        each for each in world.officers().values() if each.role == Role.FORMAL_DECIDER and each.username not in called
    ]
    return {**given, "members": free or given["members"]}


def _excusing(world: World, dice: Random, by: Officer) -> Given:
    given = on_any("panel", _panels, because=one_of("She is ill.", "She is ill.", " "))(world, dice, by)
    if given is None:
        return None
    seats = list(given["panel"].seats.select_related("officer__post__desk__agency").order_by("pk"))
    members = [seat.officer for seat in seats] or [by]
    return {**given, "member": dice.choice(members if dice.random() < 0.9 else [by])}


def _voting(world: World, dice: Random, by: Officer) -> Given:
    """A reason for each element that is asked of this person; now and then one too few or one too many."""
    given = on_any("panel", _panels, outcome=one_of(*Decision.Outcome.values))(world, dice, by)
    if given is None:
        return None
    child = given["panel"].case.track == Case.Track.CHILD
    asked = {key: text for key, text in FOUND.items() if key != "means" or not child or dice.random() < 0.1}
    if dice.random() < 0.05:
        asked.pop("purpose")
    return {**given, "elements": asked}


PANEL: dict[str, tuple[Callable[..., Any], Draw]] = {
    "convenes a panel": (actions.convene_panel, _with_members(in_a_case())),
    "invites to the panel": (actions.invite_to_panel, _inviting),
    "declares for the panel": (
        actions.declare_for_panel,
        on_any("panel", _panels, conflict_of_interest=one_of(*[False] * 9, True)),
    ),
    "excuses a member": (actions.excuse_member, _excusing),
    "votes": (actions.vote, _voting),
    "concludes the panel": (
        actions.conclude_panel,
        on_any("panel", _panels, form=one_of(*Case.Form.values), reasons=one_of(*[WRITTEN] * 9, "No.")),
    ),
}
