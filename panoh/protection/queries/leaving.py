"""What the house still owes a person: to be told its promises, their things back, a second look at the end of a stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.protection.models import Departure, Intake, Stay
from panoh.registry.models import Officer
from panoh.registry.worklists import WorkItem

A_DAY = timedelta(days=1)
"""Nothing happens when it passes: the person stays. The line only stands out."""


def departures_to_sign(viewer: Officer) -> QuerySet[Departure]:
    """Asked for by a colleague in the viewer's own house."""
    ours = Departure.objects.filter(decided_at=None, stay__place__shelter__desk=viewer.desk)
    return ours.exclude(asked_by=viewer).select_related("stay__place").order_by("asked_at", "pk")


def signature_items(asked: Iterable[Departure], *, now: datetime) -> Iterator[WorkItem]:
    for departure in asked:
        due_at = departure.asked_at + A_DAY
        yield WorkItem(
            due_at=due_at,
            reference=str(departure.stay.place),
            stage="protection",
            what=_("Look at the end of a stay, and sign or refuse it"),
            why=departure.get_because_display(),
            address=reverse("protection:departure", args=[departure.pk]),
            escalated=due_at < now,
        )


def not_told_yet(viewer: Officer) -> QuerySet[Stay]:
    """Residents who have not been told what the house promises them."""
    ours = Stay.objects.filter(until_at=None, place__shelter__desk=viewer.desk, intake=None)
    return ours.select_related("place").order_by("from_at", "pk")


def arrival_items(stays: Iterable[Stay], *, now: datetime) -> Iterator[WorkItem]:
    for stay in stays:
        yield _item(stay, "protection:arrival", stay.from_at, _("Tell the person what the house promises them"), now)


def to_give_back(viewer: Officer) -> QuerySet[Intake]:
    """Whoever has left while the house still keeps things of theirs."""
    ours = Intake.objects.filter(keeps_things=True, returned_at=None, stay__place__shelter__desk=viewer.desk)
    return ours.filter(stay__until_at__isnull=False).select_related("stay__place").order_by("stay__until_at", "pk")


def things_items(kept: Iterable[Intake], *, now: datetime) -> Iterator[WorkItem]:
    for intake in kept:
        left = intake.stay.until_at or now
        yield _item(intake.stay, "protection:things", left, _("Give the person back what the house keeps"), now)


def _item(stay: Stay, page: str, since: datetime, what: str, now: datetime) -> WorkItem:
    """Under the bed, as a resident need not share a case with the house."""
    due_at = since + A_DAY
    return WorkItem(
        due_at=due_at,
        reference=str(stay.place),
        stage="protection",
        what=what,
        why=_("A resident of your house"),
        address=reverse(page, args=[stay.pk]),
        escalated=due_at < now,
    )
