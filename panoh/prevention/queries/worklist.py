"""What waits for a post in prevention: visits to make, visits not let in to look at, remedies to do or to ask after."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import DateField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention.models import Remedy, Visit
from panoh.prevention.queries.campaigns_due import PLAN
from panoh.prevention.queries.sites import WATCH
from panoh.prevention.queries.training_due import TRAINING
from panoh.prevention.queries.visits import KEEP
from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice, division_name
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50
LOOKED_AT_WITHIN = timedelta(days=3)
"""Our own proposal: no text we have read names a period."""


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("prevention", found.lines, found.total)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    return PARTS


def _to_visit(viewer: Officer, _now: datetime) -> QuerySet[Visit]:
    rows = Visit.objects.filter(desk=viewer.desk, status=Visit.Status.PLANNED).order_by("planned_on", "pk")
    return rows if access.may(viewer, WATCH) else rows.none()


def _not_let_in(viewer: Officer, _now: datetime) -> QuerySet[Visit]:
    rows = Visit.objects.filter(status=Visit.Status.REFUSED, seen_at=None).order_by("on", "pk")
    return rows if access.may(viewer, KEEP) else rows.none()


def _to_do(viewer: Officer, _now: datetime) -> QuerySet[Remedy]:
    rows = Remedy.objects.filter(desk=viewer.desk, became="").order_by("due_on", "pk")
    return rows if access.may(viewer, access.Act.SEE_FIGURES) else rows.none()


def _late(viewer: Officer, now: datetime) -> QuerySet[Remedy]:
    """With whoever keeps the monitoring, while it lies with another desk."""
    today = reckoned(now, timezone.localdate, DateField())
    rows = Remedy.objects.filter(became="", due_on__lt=today).exclude(desk=viewer.desk).order_by("due_on", "pk")
    return rows if access.may(viewer, KEEP) else rows.none()


def _visit(row: Visit, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.reference,
        stage="prevention",
        what=_("Visit a site"),
        why=f"{choice(row.site, 'kind')} · {division_name(row.site.division)}",
        address=address_of("prevention:visit", row.pk),
        escalated=due_at < asked.now,
    )


def _refused(row: Visit, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.reference,
        stage="prevention",
        what=_("A visit was not let in: look at it and have a way opened"),
        why=choice(row, "refusal"),
        address=address_of("prevention:visit", row.pk),
        escalated=due_at < asked.now,
    )


def _remedy(row: Remedy, due_at: datetime, asked: Asked) -> WorkItem:
    ours = row.desk_id == asked.viewer.desk.pk
    return WorkItem(
        due_at=due_at,
        reference=row.reference,
        stage="prevention",
        what=_("Do what was asked after a visit") if ours else _("Ask after what was asked after a visit"),
        why=f"{choice(row.visit.site, 'kind')} · {division_name(row.visit.site.division)}",
        address=address_of("prevention:remedy", row.pk),
        escalated=due_at < asked.now,
        with_whom="" if ours else str(row.desk),
    )


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def _visits() -> QuerySet[Visit]:
    return Visit.objects.select_related("site")


def _remedies() -> QuerySet[Remedy]:
    return Remedy.objects.select_related("visit__site", "desk__agency")


PARTS: tuple[Part[WorkItem], ...] = (
    Part((waiting(_to_visit, "pk", "planned_on"),), each(_visit), rows=_visits, due=_end_of),
    Part(
        (waiting(_not_let_in, "pk", "on"),), each(_refused), rows=_visits, due=lambda on: _end_of(on + LOOKED_AT_WITHIN)
    ),
    Part((waiting(_to_do, "pk", "due_on"),), each(_remedy), rows=_remedies, due=_end_of),
    Part((waiting(_late, "pk", "due_on"),), each(_remedy), rows=_remedies, due=_end_of),
    *TRAINING,
    *PLAN,
)
