"""Drafts of the procedure that wait for an agency: one that was asked and has not spoken, and one that may adopt what another
proposed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import DateField, Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Desk, Officer, ProcedureComment, ProcedureText, WorkingGroup
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.worklists import WorkItem

_DRAFT = ProcedureText.Status.DRAFT


def _asked_to_read(viewer: Officer, now: datetime) -> QuerySet[WorkingGroup]:
    """Until the day that was named, or until anybody of the agency has spoken."""
    if not access.may(viewer, access.Act.COMMENT_PROCEDURE):
        return WorkingGroup.objects.none()
    ours, today = _agency_of(viewer), reckoned(now, timezone.localdate, DateField())
    spoken = ProcedureComment.objects.filter(text=OuterRef("text"), by__post__desk__agency__in=ours)
    asked = WorkingGroup.objects.filter(text__status=_DRAFT, until__gte=today, agencies__in=ours)
    return asked.filter(~Exists(spoken)).order_by("until", "pk")


def _to_adopt(viewer: Officer, _now: datetime) -> QuerySet[ProcedureText]:
    proposed = ProcedureText.objects.filter(status=_DRAFT, proposed_by__isnull=False).order_by("proposed_at", "pk")
    if not access.may(viewer, access.Act.ADOPT_PROCEDURE):
        return proposed.none()
    return proposed.exclude(proposed_by__post__desk__agency__in=_agency_of(viewer))


def _agency_of(viewer: Officer) -> QuerySet[Desk, int]:
    return Desk.objects.filter(pk=viewer.desk.pk).values_list("agency", flat=True)


def _reading(group: WorkingGroup, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=_named(group.text),
        stage="identification",
        what=_("Say what your agency thinks of a draft of the procedure"),
        why=group.name,
        address=address_of("identification:text", group.text_id),
    )


def _adopting(text: ProcedureText, proposed_at: datetime, _asked: Asked) -> WorkItem:
    assert text.proposed_by is not None
    return WorkItem(
        due_at=proposed_at,
        reference=_named(text),
        stage="identification",
        what=_("Read the procedure another agency proposes to adopt, and adopt it or say what should change"),
        why=str(text.proposed_by.post.desk.agency),
        address=address_of("identification:text", text.pk),
        since=True,
    )


def _named(text: ProcedureText) -> str:
    return _("Procedure, version %(version)s") % {"version": text.version}


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


TEXTS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_asked_to_read, "pk", "until"),),
        each(_reading),
        lambda: WorkingGroup.objects.select_related("text"),
        _end_of,
    ),
    Part(
        (waiting(_to_adopt, "pk", "proposed_at"),),
        each(_adopting),
        lambda: ProcedureText.objects.select_related("proposed_by__post__desk__agency"),
    ),
)
