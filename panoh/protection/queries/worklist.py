"""What waits for a shelter: people it accepted who have no place yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.protection.queries.waiting import waiting
from panoh.referral.models import Referral
from panoh.referral.queries.open import answer_due
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50


def worklist(viewer: Officer, *, now: datetime) -> Worklist:
    """Two reads, however many wait."""
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return Worklist("protection", (), 0)
    accepted = waiting(viewer.desk)
    total = accepted.count()
    items = _items(accepted[:SHOWN], now=now) if total else ()
    return Worklist("protection", tuple(sorted(items)), total)


def _items(accepted: Iterable[Referral], *, now: datetime) -> Iterator[WorkItem]:
    for referral in accepted:
        case, by_when = referral.need.case, answer_due(referral.response.at, referral.need.urgency)
        yield WorkItem(
            due_at=by_when,
            reference=case.reference,
            stage="protection",
            what=_("Give a place"),
            why=f"{case.person.get_sex_display()}, {case.get_track_display()} · {referral.need.get_urgency_display()}",
            address=reverse("protection:give", args=[case.pk]),
            escalated=by_when < now,
        )
