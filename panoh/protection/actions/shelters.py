"""Opening a shelter. Its address is sealed before anything is stored."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Place, Shelter
from panoh.protection.queries.matching import ACCOMMODATION
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused


@dataclass(frozen=True)
class PlaceGiven:
    """One bed: its room, its number there, for whom, whether it is reached without a step, and is for a long stay."""

    room: str
    bed: int
    kind: str
    step_free: bool = False
    long_term: bool = False


@act
def open_shelter(
    *, desk: Desk, code: str, address: str, places: tuple[PlaceGiven, ...], by: Officer, at: datetime
) -> Shelter:
    """By the desk that runs it, which is the only one ever shown its address."""
    access.require(by, access.Act.GIVE_PLACE)
    _check(desk, places, by)
    shelter = Shelter(desk=desk, code=code)
    vault.seal(shelter, {"address": address})
    try:
        with transaction.atomic():
            shelter.save(force_insert=True)
            Place.objects.bulk_create(
                Place(shelter=shelter, **asdict(each), since=timezone.localdate(at)) for each in places
            )
    except IntegrityError:
        raise Conflict(
            _("This desk runs a shelter already, the code is taken, or a bed stands twice."),
            _("Open the shelter's page to see its places; give every bed of a room its own number."),
        ) from None
    ledger.write(act="open_shelter", by=by, at=at, subject=f"shelter:{shelter.pk}", places=len(places))
    return shelter


def _check(desk: Desk, places: tuple[PlaceGiven, ...], by: Officer) -> None:
    if by.desk.pk != desk.pk or ACCOMMODATION not in desk.services:
        raise NotPermitted(
            _("A shelter is opened by the desk that runs it."),
            _("Ask an officer of that desk; your administrator can say which desk gives safe accommodation."),
        )
    if not places or any(each.kind not in Place.Kind.values for each in places):
        raise Refused(
            _("A shelter has at least one place, each for women, men, girls, boys or families."),
            _("List the rooms with whom they are for and how many beds they have."),
        )
