"""What the plan and the hotline ask of a post: measures whose day comes near, and calls somebody waits for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import DateField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention.models import CallBack, PlanMeasure
from panoh.prevention.queries.hotline import calls_to_make
from panoh.protection.queries.plans_due import day_over
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.worklists import WorkItem

AHEAD = timedelta(days=30)
OPEN = (PlanMeasure.State.NOT_BEGUN.value, PlanMeasure.State.UNDER_WAY.value)


def _measures(viewer: Officer, now: datetime) -> QuerySet[PlanMeasure]:
    """Of the viewer's own desk, a month ahead and every day after."""
    near = PlanMeasure.objects.filter(owner=viewer.desk.pk, state__in=OPEN, due_on__lte=_day(now, AHEAD))
    return near.order_by("due_on", "pk")


def _measure(row: PlanMeasure, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=_("measure %(n)s") % {"n": row.number},
        stage="prevention",
        what=_("Say how far this measure of the plan came"),
        why=row.words[:80],
        address=address_of("prevention:measure_of_plan", row.pk),
        escalated=due_at < asked.now,
    )


def _calls(viewer: Officer, now: datetime) -> QuerySet[CallBack]:
    return calls_to_make(viewer, _day(now))


def _call(row: CallBack, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=_("contact %(n)s") % {"n": row.contact_id},
        stage="prevention",
        what=_("Call back, as they asked"),
        why=row.contact.get_topic_display(),
        address=address_of("prevention:contact", row.contact_id),
        escalated=due_at < asked.now,
    )


def _day(now: datetime, ahead: timedelta = timedelta(0)) -> date:
    return reckoned(now, lambda moment: timezone.localdate(moment + ahead), DateField())


PLAN: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_calls, "pk", "until"),),
        each(_call),
        lambda: CallBack.objects.select_related("contact"),
        day_over,
    ),
    Part((waiting(_measures, "pk", "due_on"),), each(_measure), PlanMeasure.objects.all, day_over),
)
