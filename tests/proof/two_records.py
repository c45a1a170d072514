"""Two records that may be one person's, in a story: said, decided and undone, on any two of those who are there."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from django.db.models import Q

from panoh.identification import actions
from panoh.identification.models import SamePerson
from panoh.registry.models import Case, Officer, Person
from tests.proof.drawing import Draw, Given, one_of
from tests.proof.world import World

SAYS, DECIDES, PARTS = "says two are one", "decides whether two are one", "parts two again"
OF_THE_CENTRE = ("nigina", "davlat", "gulnora")


def _two(world: World, dice: Random, by: Officer) -> Given:
    """Most often of two records; now and then of one, which is nothing to say."""
    case = world.case(dice)
    if case is None:
        return None
    others = _cases().exclude(person=case.person_id) if dice.random() < 0.9 else _cases()
    found = list(others)
    because = dice.choice((*SamePerson.Because.values, "a scar"))
    return {"case": case, "other": dice.choice(found), "because": because} if found else None


def _pair(**more: Callable[[Random], object]) -> Draw:
    """Any word on two records, as its page was opened from their cases; now and then from a case of somebody else."""

    def draw(world: World, dice: Random, by: Officer) -> Given:
        found = list(_pairs(world.at_work_on))
        if not found:
            return None
        pair = found[-1] if dice.random() < 0.5 else dice.choice(found)
        seen = [_case_of(each) for each in (pair.first, pair.second)]
        dice.shuffle(seen)
        case, other = seen if dice.random() < 0.9 else (seen[0], dice.choice(list(_cases())))
        rolled = {key: roll(dice) for key, roll in more.items()}
        return {"pair": pair, "case": case, "other": other, **rolled} if case and other else None

    return draw


def _cases() -> Any:
    return Case.objects.select_related("person", "desk", "manager").order_by("opened_at", "reference")


def _case_of(person: Person) -> Case | None:
    return _cases().filter(person=person).last()


def _pairs(case: Case | None) -> Any:
    pairs = SamePerson.objects.select_related("first", "second").order_by("proposed_at", "pk")
    return pairs if case is None else pairs.filter(Q(first=case.person_id) | Q(second=case.person_id))


TWO_RECORDS: dict[str, tuple[Callable[..., Any], Draw]] = {
    SAYS: (actions.propose_same_person, _two),
    DECIDES: (actions.decide_same_person, _pair(same=one_of(True, True, True, False))),
    PARTS: (actions.undo_same_person, _pair(because=one_of(*SamePerson.Undone.values, "boredom"))),
}
WHO_JOINS = dict.fromkeys(TWO_RECORDS, OF_THE_CENTRE)
