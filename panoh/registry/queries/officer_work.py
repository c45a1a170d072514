"""Officers whom one administrator made alone, since there was no second yet: each is put before the data-protection officer."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments.registry import reading_watch
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Officer, Vetting
from panoh.registry.parts import Part, each, waiting
from panoh.registry.wording import day
from panoh.registry.worklists import WorkItem


def made_alone(viewer: Officer, _now: datetime | None = None) -> QuerySet[Vetting]:
    """Who still holds the post and nobody looked at; nobody looks at themselves."""
    rows = Vetting.objects.filter(needed=False, vetted_at=None, officer__is_active=True).order_by("invited_at", "pk")
    others = rows.exclude(officer=viewer).exclude(invited_by=viewer)
    return others if access.may(viewer, access.Act.READ_LEDGER) else others.none()


def with_officers() -> QuerySet[Vetting]:
    return Vetting.objects.select_related("officer__post__desk__agency", "invited_by")


def _by(invited_at: datetime) -> datetime:
    """As long as a reading that stood out may wait to be asked about."""
    return invited_at + timedelta(days=reading_watch().ask_within_days)


def _look(row: Vetting, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=timezone.localdate(row.invited_at).isoformat(),
        stage="ledger",
        what=_("One administrator made this officer alone: see who it is, and why they get the post"),
        why=_("%(name)s, %(post)s; made by %(by)s on %(day)s")
        % {"name": row.officer.name, "post": row.officer.post, "by": row.invited_by.name, "day": day(row.invited_at)},
        address=reverse("unusual_readings"),
        escalated=due_at < asked.now,
    )


MADE_ALONE: tuple[Part[WorkItem], ...] = (
    Part((waiting(made_alone, "pk", "invited_at", watch=True),), each(_look), rows=with_officers, due=_by),
)
