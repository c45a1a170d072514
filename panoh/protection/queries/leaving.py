"""Ends of stays that wait for the signature of a second officer of the house."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.protection.models import Departure
from panoh.registry.models import Officer
from panoh.registry.worklists import WorkItem

TO_SIGN = timedelta(days=1)
"""Nothing happens when this passes: the person stays. The line only stands out."""


def departures_to_sign(viewer: Officer) -> QuerySet[Departure]:
    """Asked for by a colleague in the viewer's own house."""
    ours = Departure.objects.filter(decided_at=None, stay__place__shelter__desk=viewer.desk)
    return ours.exclude(asked_by=viewer).select_related("stay__case").order_by("asked_at", "pk")


def signature_items(asked: QuerySet[Departure], *, now: datetime) -> Iterator[WorkItem]:
    for departure in asked:
        due_at = departure.asked_at + TO_SIGN
        yield WorkItem(
            due_at=due_at,
            reference=departure.stay.case.reference,
            stage="protection",
            what=_("Look at the end of a stay, and sign or refuse it"),
            why=departure.get_because_display(),
            address=reverse("protection:departure", args=[departure.pk]),
            escalated=due_at < now,
        )
