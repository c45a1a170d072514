"""What the house still owes a person: to be told its promises, their things back, a second look at the end of a stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from panoh.protection.models import Departure, Intake, Stay
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem

A_DAY = timedelta(days=1)
"""Nothing happens when it passes: the person stays. The line only stands out."""


def _departures_to_sign(viewer: Officer, now: datetime) -> QuerySet[Departure]:
    """Asked for by a colleague in the viewer's own house."""
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return Departure.objects.none()
    ours = Departure.objects.filter(decided_at=None, stay__place__shelter__desk=viewer.desk)
    return ours.exclude(asked_by=viewer).order_by("asked_at", "pk")


def _signature(departure: Departure, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=str(departure.stay.place),
        stage="protection",
        what=_("Look at the end of a stay, and sign or refuse it"),
        why=choice(departure, "because"),
        address=address_of("protection:departure", departure.pk),
        escalated=due_at < asked.now,
    )


def _not_told_yet(viewer: Officer, now: datetime) -> QuerySet[Stay]:
    """Residents who have not been told what the house promises them."""
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return Stay.objects.none()
    ours = Stay.objects.filter(until_at=None, place__shelter__desk=viewer.desk, intake=None)
    return ours.order_by("from_at", "pk")


def _arrival(stay: Stay, due_at: datetime, asked: Asked) -> WorkItem:
    return _item(stay, "protection:arrival", _("Tell the person what the house promises them"), due_at, asked)


def _to_give_back(viewer: Officer, now: datetime) -> QuerySet[Intake]:
    """Whoever has left while the house still keeps things of theirs."""
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return Intake.objects.none()
    ours = Intake.objects.filter(keeps_things=True, returned_at=None, stay__place__shelter__desk=viewer.desk)
    return ours.filter(stay__until_at__isnull=False).order_by("stay__until_at", "pk")


def _things(intake: Intake, due_at: datetime, asked: Asked) -> WorkItem:
    return _item(intake.stay, "protection:things", _("Give the person back what the house keeps"), due_at, asked)


def _item(stay: Stay, page: str, what: str, due_at: datetime, asked: Asked) -> WorkItem:
    """Under the bed, as a resident need not share a case with the house."""
    return WorkItem(
        due_at=due_at,
        reference=str(stay.place),
        stage="protection",
        what=what,
        why=_("A resident of your house"),
        address=address_of(page, stay.pk),
        escalated=due_at < asked.now,
    )


def _a_day_after(since: datetime) -> datetime:
    return since + A_DAY


HOUSE: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_departures_to_sign, "pk", "asked_at"),),
        each(_signature),
        lambda: Departure.objects.select_related("stay__place"),
        _a_day_after,
    ),
    Part(
        (waiting(_not_told_yet, "pk", "from_at"),),
        each(_arrival),
        lambda: Stay.objects.select_related("place"),
        _a_day_after,
    ),
    Part(
        (waiting(_to_give_back, "pk", "stay__until_at"),),
        each(_things),
        lambda: Intake.objects.select_related("stay__place"),
        _a_day_after,
    ),
)
