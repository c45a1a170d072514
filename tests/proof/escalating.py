"""A clock that ran out is seen: it stands on the worklist of the post its procedure names, or at least of the intake desk."""

from __future__ import annotations

from functools import cache, partial

from django.conf import settings

from panoh.identification.queries import worklist
from panoh.instruments import countries
from panoh.registry.models import Case, CaseClock, Consent
from tests.proof.stories import Told
from tests.proof.world import World

LAST_RESORT = "intake_desk"


class LateClocksAreSeen:
    """Asked whenever other clocks are late than before: what is read is what the officers would read."""

    __name__ = "late_clocks_are_seen"

    def __init__(self) -> None:
        self.seen: frozenset[tuple[object, ...]] = frozenset()

    def __call__(self, told: Told) -> None:
        procedure = countries.procedure(settings.COUNTRY)
        cases = {row["id"]: row for row in told.after.of(Case)}
        late = frozenset(
            (cases[row["case_id"]]["reference"], row["clock"], row["due_at"], cases[row["case_id"]]["state"])
            for row in told.after.of(CaseClock)
            if row["stopped_at"] is None and row["due_at"] < told.at and not _not_wished(told, row)
        )
        if late == self.seen:
            return
        self.seen, read_by = late, cache(partial(_read_by, told.world))
        for reference, key, due_at, state in late:
            clock = procedure.clock(key)
            if procedure.state(state).code not in clock.pauses_on:
                found = read_by(clock.escalates_to) | read_by(LAST_RESORT)
                assert (reference, due_at) in found, f"{key} ran out in {state}, and {clock.escalates_to} is not told"


def _not_wished(told: Told, row: dict[str, object]) -> bool:
    """Nobody is sent after somebody who did not agree to be asked after."""
    agreed = (
        each for each in told.after.of(Consent) if each["purpose"] == "follow_up" and each["case_id"] == row["case_id"]
    )
    return str(row["clock"]).startswith("follow_up") and not any(
        each["given"] and not each["withdrawn_at"] for each in agreed
    )


def _read_by(world: World, role: str) -> set[tuple[str, object]]:
    officers = [each for each in world.officers().values() if each.role == role]
    return {(item.reference, item.due_at) for each in officers for item in worklist(each, now=world.now).items}
