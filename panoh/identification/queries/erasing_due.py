"""Erasing of names that another officer asked for: it waits for a second signature."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.identification.models import ListRetention, Retention
from panoh.identification.queries.list_retention import lists_asked
from panoh.identification.queries.retention import asked_of
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.worklists import WorkItem


def _cases(viewer: Officer, _now: datetime) -> QuerySet[Retention]:
    return asked_of(viewer).exclude(by=viewer)


def _lists(viewer: Officer, _now: datetime) -> QuerySet[ListRetention]:
    return lists_asked().exclude(by=viewer)


def _case(asked: Retention, at: datetime, _asked: Asked) -> WorkItem:
    return _line(asked.case.reference, asked.get_because_display(), at)


def _list(asked: ListRetention, at: datetime, _asked: Asked) -> WorkItem:
    return _line(asked.operation.title, asked.get_because_display(), at)


def _line(reference: str, why: str, at: datetime) -> WorkItem:
    return WorkItem(
        due_at=at,
        reference=reference,
        stage="identification",
        what=_("Sign that names are erased, or send it back"),
        why=why,
        address=reverse("identification:retention"),
        since=True,
    )


ERASING: tuple[Part[WorkItem], ...] = (
    Part((waiting(_cases, "pk", "at"),), each(_case), lambda: Retention.objects.select_related("case")),
    Part((waiting(_lists, "pk", "at"),), each(_list), lambda: ListRetention.objects.select_related("operation")),
)
