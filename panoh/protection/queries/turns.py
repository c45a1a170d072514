"""Whose turn a place is, and the times it went to somebody else, for whoever keeps the list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from panoh.protection.models import OutOfTurn, Place, PlaceOffer
from panoh.protection.queries.matching import reasons_for, with_wishes
from panoh.protection.queries.places import suits_in_some_way
from panoh.protection.queries.upkeep import own_shelter
from panoh.protection.queries.waiting import waiting
from panoh.protection.rules.beds import meets
from panoh.protection.rules.places import Fits
from panoh.protection.rules.turns import InLine, passed_over
from panoh.referral.models import Need
from panoh.referral.queries.directory import wanted
from panoh.registry import ledger, vault
from panoh.registry.models import Case, Desk, Officer, not_shut
from panoh.registry.queries import cases_for

SHOWN = 50


@dataclass(frozen=True)
class PassedOver:
    """`seen` is False where the person does not share, or shares no more, with this desk: then no page or answer says for
    whom it was, which place or why; only that it was done, when, by whom and past how many."""

    row: OutOfTurn
    words: str
    seen: bool


def ahead_of(case: Case, place: Place, *, by: Officer, at: datetime) -> int:
    """How many on the list of the house wait longer, could take this very place, and were not asked for it."""
    asked = _asked(place, at=at)
    line = [_in_line(each.need, place, asked) for each in with_wishes(waiting(by))]
    return len(passed_over(line, case.pk))


def turn_of(viewer: Officer, case: Case) -> int:
    """Its number on the waiting list; 0 where it does not stand there."""
    numbers = {
        case_id: turn for turn, case_id in enumerate(waiting(viewer).values_list("need__case", flat=True), start=1)
    }
    return numbers.get(case.pk, 0)


def read_turns(viewer: Officer, *, at: datetime) -> tuple[PassedOver, ...]:
    """The newest first, with the words of those whom the house sees: to everybody there. Opening them is on record."""
    shelter = own_shelter(viewer)
    rows = list(out_of_turn(shelter.desk).filter(not_shut(viewer))[:SHOWN])
    seen = set(cases_for(viewer).filter(pk__in=[row.case_id for row in rows]).values_list("pk", flat=True))
    with ledger.reading():
        for case in dict.fromkeys(row.case_id for row in rows if row.case_id in seen):
            ledger.write(act="read_turns", by=viewer, at=at, subject=f"case:{case}", fields=("words",))
        return tuple(_passed_over(row, row.case_id in seen) for row in rows)


def _passed_over(row: OutOfTurn, seen: bool) -> PassedOver:
    return PassedOver(row, vault.unseal(row).get("words", "") if seen else "", seen)


def out_of_turn(desk: Desk) -> QuerySet[OutOfTurn]:
    rows = OutOfTurn.objects.filter(place__shelter__desk=desk).select_related("case", "place", "by__post")
    return rows.order_by("-at", "pk")


def _in_line(need: Need, place: Place, asked: Collection[UUID]) -> InLine:
    suited = isinstance(suits_in_some_way(place, need.case), Fits) and meets(reasons_for(place, wanted(need)))
    return InLine(need.case_id, suited, need.case_id in asked)


def _asked(place: Place, *, at: datetime) -> Collection[UUID]:
    """Whom it was offered to since somebody last slept there, and for whom any place is held now."""
    free_since = place.stays.aggregate(last=Max("until_at"))["last"]
    this_one = Q(place=place) & (Q(at__gte=free_since) if free_since else Q())
    held = Q(ended_at=None, until_at__gt=at)
    ours = PlaceOffer.objects.filter(place__shelter=place.shelter_id)
    return set(ours.filter(this_one | held).values_list("case", flat=True))
