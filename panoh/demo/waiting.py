"""The last day at the demonstration's shelter: three women wait, one goes before the others for a reason, one has an offer."""

from __future__ import annotations

from datetime import datetime, timedelta

from panoh.demo.clockwork import Life
from panoh.demo.lives import World
from panoh.protection.actions import TurnReason, give_place, offer_place
from panoh.protection.models import Place, Shelter
from panoh.protection.queries.matching import ACCOMMODATION
from panoh.protection.queries.places import free_places
from panoh.referral.actions import answer, record_need, refer
from panoh.registry.models import Case, Officer, Purpose, in_force
from panoh.registry.queries.consents import consent_to

THREE = 3


def waiting_list(world: World, *, until: datetime) -> Life:
    """Nobody is on the list who has a place; those who wait are drawn from the people who are there by now."""
    at = yield until - timedelta(hours=20)
    shelter, by = world.shelters["shelter"], world.officers["shelter"]
    waiting = _without_place()
    for number, case in enumerate(waiting):
        _accepted(case, world.officers["intake"], by, at=at + timedelta(minutes=number))
    at = yield until - timedelta(hours=16)
    if len(waiting) < THREE:
        return
    first, _second, last = waiting
    bed = _bed(shelter, last)
    if bed is not None:
        turn = TurnReason("child", "Invented: her baby is three weeks old.")
        give_place(case=last, place=bed, turn=turn, by=by, at=at)
    at = yield until - timedelta(hours=2)
    bed = _bed(shelter, first)
    if bed is not None:
        offer_place(case=first, place=bed, by=by, at=at)


def _without_place() -> list[Case]:
    """Women who agreed to a service and asked for no safe place so far."""
    agreed = Case.objects.filter(
        in_force("consents__"), track=Case.Track.ADULT, person__sex="female", consents__purpose=Purpose.SERVICE
    )
    found = agreed.exclude(needs__service=ACCOMMODATION).exclude(state__in=("suspended", "withdrawn", "closed"))
    return list(found.select_related("person").order_by("-opened_at", "pk")[:THREE])


def _accepted(case: Case, sender: Officer, house: Officer, *, at: datetime) -> None:
    need = record_need(case=case, service=ACCOMMODATION, urgency="soon", note="", by=sender, at=at)
    consent = consent_to(case, Purpose.SERVICE)
    asked = refer(need=need, to_desk=house.desk, consent=consent, message="", by=sender, at=at)
    answer(referral=asked, accepted=True, decline_reason="", words="", by=house, at=at)


def _bed(shelter: Shelter, case: Case) -> Place | None:
    return next((free.place for free in free_places(shelter=shelter, case=case) if free.fits), None)
