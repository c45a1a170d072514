"""What a return asks of a post: something lacks and the day comes near, everything is ready, or nobody said that the person
came."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db.models import DateField, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments import countries
from panoh.protection.models import Return
from panoh.protection.queries.plans_due import day_over
from panoh.protection.queries.returned import return_contact_parts
from panoh.protection.queries.returns import lacking_now
from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries import cases_for
from panoh.registry.reversing import address_of
from panoh.registry.wording import spoken
from panoh.registry.worklists import WorkItem


def returns_ahead(viewer: Officer, *, now: datetime) -> QuerySet[Return]:
    """Returns the viewer prepares whose day is near."""
    rows = Return.objects.filter(ended_at=None, departed_at=None)
    if not access.may(viewer, access.Act.PREPARE_RETURN):
        return rows.none()
    until = reckoned(now + countries.returning(settings.COUNTRY).prepared_ahead, timezone.localdate, DateField())
    mine = Q(desk=viewer.desk) | Q(case__manager=viewer)
    seen = cases_for(viewer, access.Act.PREPARE_RETURN)
    return rows.filter(mine, case__in=seen, planned_on__lte=until).order_by("planned_on", "pk")


def not_received(viewer: Officer, *, now: datetime) -> QuerySet[Return]:
    """On the way: for the desk that receives the person at once, for whoever prepared it once it takes too long."""
    rows = Return.objects.filter(departed_at__isnull=False, received_at=None)
    asked = Q(pk__in=[])
    if access.may(viewer, access.Act.RECEIVE_RETURN):
        asked |= Q(receiver_desk=viewer.desk, case__in=cases_for(viewer, access.Act.RECEIVE_RETURN))
    if access.may(viewer, access.Act.PREPARE_RETURN):
        since = now - countries.returning(settings.COUNTRY).asked_after
        mine = Q(desk=viewer.desk) | Q(case__manager=viewer)
        asked |= mine & Q(departed_at__lt=since, case__in=cases_for(viewer, access.Act.PREPARE_RETURN))
    return rows.filter(asked).order_by("departed_at", "pk")


def _prepare(row: Return, due_at: datetime, asked: Asked) -> WorkItem:
    lacking = lacking_now(row, at=asked.now)
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=_("Prepare the return") if lacking else _("The return is ready: record the departure"),
        why=spoken(lacking[0].reason) if lacking else _("Nothing is lacking today"),
        address=address_of("protection:return", row.pk),
        escalated=due_at < asked.now,
    )


def _receive(row: Return, due_at: datetime, asked: Asked) -> WorkItem:
    theirs = row.receiver_desk_id == asked.viewer.desk.pk
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=_("Receive the person, and record that they came") if theirs else _("Ask whether the person arrived"),
        why=_("Departed, and nobody said yet that they came"),
        address=address_of("protection:return", row.pk),
        escalated=due_at < asked.now,
    )


def _asked_after(departed_at: datetime) -> datetime:
    return departed_at + countries.returning(settings.COUNTRY).asked_after


def _by_day(planned_on: date) -> datetime:
    return day_over(planned_on)


RETURNS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(lambda viewer, now: returns_ahead(viewer, now=now), "pk", "planned_on"),),
        each(_prepare),
        lambda: Return.objects.select_related("case__person", "receiver_desk__agency"),
        _by_day,
    ),
    Part(
        (waiting(lambda viewer, now: not_received(viewer, now=now), "pk", "departed_at"),),
        each(_receive),
        lambda: Return.objects.select_related("case"),
        _asked_after,
    ),
    *return_contact_parts(),
)
