"""Places held for an answer: what giving a place does to them. Called inside the act that gives or holds one."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Place, PlaceOffer, Shelter
from panoh.protection.queries.waiting import urgent_need
from panoh.registry.models import Case
from panoh.registry.refusals import Conflict

Ended = PlaceOffer.Ended


def as_it_stands(place: Place) -> None:
    """Read anew once the house's row is locked: a colleague may have closed it, or made its room one for others."""
    place.refresh_from_db(fields=("kind", "step_free", "long_term", "in_use"))


def end_late_offers(shelter: Shelter, *, at: datetime) -> None:
    """An offer past its time holds nothing (promise 8: it refuses nobody)."""
    late = PlaceOffer.objects.filter(place__shelter=shelter, ended_at=None, until_at__lte=at)
    late.update(ended_at=F("until_at"), ended_because=Ended.TOO_LATE)


def settle_offers(case: Case, place: Place, *, at: datetime) -> None:
    """A place held for somebody else is left to them, but for an emergency: help does not wait for an answer."""
    still_open = PlaceOffer.objects.filter(ended_at=None)
    for_others = still_open.filter(place=place).exclude(case=case)
    if urgent_need(case) is not None:
        for_others.update(ended_at=at, ended_because=Ended.EMERGENCY)
    elif for_others.filter(until_at__gt=at).exists():
        raise Conflict(
            _("This place is held for somebody on the waiting list until they have answered."),
            _("Choose another place; when the time is over this one is free again."),
            subject=f"case:{case.pk}",
        )
    still_open.filter(case=case).update(ended_at=at, ended_because=Ended.TAKEN)
