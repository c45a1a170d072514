"""What training asks of a post: a certificate that ends soon, a session of which nobody said who came, a rule to be adopted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import DateField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments.prevention import training
from panoh.prevention.queries.shares import ending, of_viewer
from panoh.prevention.rules.training import EXPIRES_SOON, TOLD_WITHIN
from panoh.protection.queries.plans_due import day_over
from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Attendance, Certificate, Officer, TrainingSession
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import day, spoken
from panoh.registry.worklists import WorkItem


def _ending(viewer: Officer, now: datetime) -> QuerySet[Certificate]:
    """Also what ended within the last months: it is still to be renewed."""
    rows = ending(_day(now, EXPIRES_SOON)).filter(of_viewer(viewer), until__gte=_day(now, -3 * EXPIRES_SOON))
    return rows.select_related(None)


def _certificate(row: Certificate, due_at: datetime, asked: Asked) -> WorkItem:
    own = row.officer_id == asked.viewer.pk
    return WorkItem(
        due_at=due_at,
        reference=_("certificate %(n)s") % {"n": row.pk},
        stage="prevention",
        what=_("Renew your certificate") if own else _("A certificate of your agency ends: have it renewed"),
        why=f"{spoken(training.curriculum(row.curriculum).name)}, {day(row.until)}",
        address=address_of("prevention:training") if own else address_of("prevention:ending"),
        escalated=due_at < asked.now,
    )


def _untold(viewer: Officer, now: datetime) -> QuerySet[TrainingSession]:
    """Sessions that are over, with a seat of which nobody said whether the officer came."""
    if not access.may(viewer, access.Act.KEEP_TRAINING):
        return TrainingSession.objects.none()
    unsaid = Attendance.objects.filter(hours=None).values("session")
    over = TrainingSession.objects.filter(pk__in=unsaid, last_day__lt=_day(now), called_off_at=None)
    return over.order_by("last_day", "pk")


def _session(row: TrainingSession, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=_("session %(n)s") % {"n": row.pk},
        stage="prevention",
        what=_("Say who came to the session"),
        why=spoken(training.curriculum(row.curriculum).name),
        address=address_of("prevention:session", row.pk),
        escalated=due_at < asked.now,
    )


def _day(now: datetime, ahead: timedelta = timedelta(0)) -> date:
    return reckoned(now, lambda moment: timezone.localdate(moment + ahead), DateField())


def _told_by(on: date) -> datetime:
    return day_over(on + TOLD_WITHIN)


TRAINING: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_ending, "pk", "until"),),
        each(_certificate),
        lambda: Certificate.objects.select_related("officer"),
        day_over,
    ),
    Part((waiting(_untold, "pk", "last_day"),), each(_session), TrainingSession.objects.all, _told_by),
)
