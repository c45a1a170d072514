"""Pairs of records another officer held to be one person's: work of whoever may decide on them, the longest waiting first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.identification.models import SamePerson
from panoh.identification.queries.same_person import to_decide, with_latest_cases
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, waiting
from panoh.registry.worklists import WorkItem


def _open(viewer: Officer, _now: datetime) -> QuerySet[SamePerson]:
    return to_decide(viewer)


def _lines(found: Sequence[tuple[SamePerson, datetime]], _asked: Asked) -> Iterator[WorkItem]:
    for pair, case, other in with_latest_cases(pair for pair, _since in found):
        yield WorkItem(
            due_at=pair.proposed_at,
            reference=f"{case.reference} · {other.reference}",
            stage="identification",
            what=_("Decide whether two records are one person’s"),
            why=pair.get_because_display(),
            address=reverse("identification:same_person", args=[case.pk, other.pk]),
            since=True,
        )


RECORDS_TO_JOIN: Part[WorkItem] = Part(
    (waiting(_open, "pk", "proposed_at"),), _lines, lambda: SamePerson.objects.all(), in_order=True
)
