"""Names whose time is over come to the data-protection officer; erasing somebody asked for, to whoever may sign it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import DateField, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.identification.models import ListRetention, Retention
from panoh.identification.queries.list_retention import beyond_their_time as lists_beyond_their_time
from panoh.identification.queries.list_retention import closed_operations, lists_asked
from panoh.identification.queries.retention import asked_of, beyond_their_time, period, years_before
from panoh.registry.access import Role
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Case, Officer, not_shut
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem
from panoh.screening.models import Operation


def _cases(viewer: Officer, _now: datetime) -> QuerySet[Retention]:
    return asked_of(viewer).exclude(by=viewer)


def _lists(viewer: Officer, _now: datetime) -> QuerySet[ListRetention]:
    return lists_asked().exclude(by=viewer)


def _cases_over(viewer: Officer, now: datetime) -> QuerySet[Case]:
    if viewer.role != Role.DATA_PROTECTION_OFFICER:
        return Case.objects.none()
    return beyond_their_time(**_days(now, period().years_after_closing)).filter(not_shut(viewer, "pk"))


def _lists_over(viewer: Officer, now: datetime) -> QuerySet[Any]:
    if viewer.role != Role.DATA_PROTECTION_OFFICER:
        return closed_operations().none()
    return lists_beyond_their_time(**_days(now, period().list_years_after_closing))


def _days(now: datetime, years: int) -> dict[str, date]:
    """Today, and the last day that is so many years ago."""
    before = reckoned(now, lambda moment: years_before(timezone.localdate(moment), years), DateField())
    return {"on": reckoned(now, timezone.localdate, DateField()), "closed_by": before}


def _case_over(case: Case, since: datetime, _asked: Asked) -> WorkItem:
    return _decide(case.reference, since)


def _list_over(operation: Operation, since: datetime, _asked: Asked) -> WorkItem:
    return _decide(operation.title, since)


def _case(asked: Retention, at: datetime, _asked: Asked) -> WorkItem:
    return _line(asked.case.reference, choice(asked, "because"), at)


def _list(asked: ListRetention, at: datetime, _asked: Asked) -> WorkItem:
    return _line(asked.operation.title, choice(asked, "because"), at)


def _decide(reference: str, since: datetime) -> WorkItem:
    return _line(
        reference, _("Closed longer than names are kept"), since, what=_("Keep the names longer, or have them erased")
    )


def _line(reference: str, why: str, at: datetime, *, what: str = "") -> WorkItem:
    return WorkItem(
        due_at=at,
        reference=reference,
        stage="identification",
        what=what or _("Sign that names are erased, or send it back"),
        why=why,
        address=address_of("identification:retention"),
        since=True,
    )


ERASING: tuple[Part[WorkItem], ...] = (
    Part((waiting(_cases, "pk", "at"),), each(_case), lambda: Retention.objects.select_related("case")),
    Part((waiting(_lists, "pk", "at"),), each(_list), lambda: ListRetention.objects.select_related("operation")),
    Part((waiting(_cases_over, "pk", "state_since"),), each(_case_over), lambda: Case.objects.all()),
    Part((waiting(_lists_over, "pk", "closed_at"),), each(_list_over), lambda: Operation.objects.all()),
)
