"""Stories that begin with somebody met twice, by two desks that did not know of each other: two people are there from the first
move on, and often a word on their records."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from random import Random

from django.db import transaction

from panoh.identification.actions import decide_same_person, propose_same_person
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Case, Officer
from tests.proof import beginnings
from tests.proof.drawing import Given
from tests.proof.world import World

MET_TWICE = "meets somebody twice"
SAID = ("", "said", "said", "one")


@transaction.atomic
def met(*, given: PersonGiven, again: PersonGiven, said: str, by: Officer, at: datetime) -> Case:
    """Each desk presumes; `said`: nothing yet, said by one of the Centre, or held to be one person by two."""
    names = Officer.objects.select_related("post__desk__agency").in_bulk(field_name="username")
    case = beginnings.comes(given=given, to="presumed", by=by, at=at)
    other = beginnings.comes(given=again, to="presumed", by=names["behruz"], at=at)
    if said:
        pair = propose_same_person(case=case, other=other, because="name", by=names["nigina"], at=at)
        if said == "one":
            decide_same_person(pair=pair, case=case, other=other, same=True, by=names["davlat"], at=at)
    return case


def meeting(world: World, dice: Random, by: Officer) -> Given:
    """The second time in Latin letters and without papers."""
    given = beginnings.somebody(dice)
    again = replace(given, names=((f"Kanareeva {dice.randrange(10_000)}", "spoken"),), documents=())
    return {"given": given, "again": again, "said": dice.choice(SAID)}
