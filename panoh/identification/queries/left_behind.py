"""Open cases whose manager left: work of whoever names managers, from the moment of leaving on."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Case, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.worklists import WorkItem


def _left(viewer: Officer, _now: datetime) -> QuerySet[Case]:
    cases = Case.objects.filter(manager_left_at__isnull=False)
    return access.within(cases, viewer, access.Act.NAME_MANAGER).order_by("manager_left_at", "pk")


def _line(case: Case, left_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=left_at,
        reference=case.reference,
        stage="identification",
        what=_("Name another case manager"),
        why=_("Its manager has left"),
        address=address_of("identification:manager", case.pk),
        since=True,
    )


LEFT_BEHIND: Part[WorkItem] = Part((waiting(_left, "pk", "manager_left_at"),), each(_line), lambda: Case.objects.all())
