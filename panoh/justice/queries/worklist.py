"""What waits for a post in justice: penalties to look at before everything, then relief, and criminal cases on their way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.justice.models import CriminalCase, Penalty, Transfer
from panoh.justice.queries.alerts import (
    alert_items,
    held_now,
    held_with_suspect,
    live_victim,
    penalties_of,
    relief_items,
    suspects_beside,
    to_ask,
    to_assess,
    to_chase,
)
from panoh.justice.queries.cases import criminal_cases_for
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.worklists import WorkItem, Worklist, added, most_urgent

SHOWN = 50
RECEIVE_WITHIN = timedelta(days=3)
"""Our own proposal: no text we have read names a period."""
Part = tuple[tuple[WorkItem, ...], int]


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """A victim held with a suspect, then penalties nobody looked at, stand before everything. Nothing closes anything."""
    alerts: list[Part] = []
    others: list[Part] = []
    if access.may(viewer, access.Act.ANSWER_PENALTY):
        alerts, others = _penalties(viewer, shown, now=now)
    if access.may(viewer, access.Act.KEEP_CRIMINAL_CASE):
        alerts, others = [_beside(viewer, shown, now=now)], [_transfers(viewer, shown, now=now)]
    first = [item for items, _total in alerts for item in sorted(items)]
    rest = sorted(item for items, _total in others for item in items)
    total = added(total for _items, total in (*alerts, *others))
    return Worklist("justice", (*first, *rest)[:shown], total, first=min(len(first), shown))


def _penalties(viewer: Officer, shown: int, *, now: datetime) -> tuple[list[Part], list[Part]]:
    mine, today = penalties_of(viewer, now=now), timezone.localdate(now)
    together, many_together = most_urgent(held_with_suspect(mine, today=today).order_by("recorded_at", "pk"), shown)
    unseen, many_unseen = most_urgent(to_assess(mine), shown)
    unasked, many_unasked = most_urgent(to_ask(mine), shown)
    slow, many_slow = most_urgent(to_chase(mine, today=today), shown)
    what = _("Held in one place with a suspect: have them separated")
    first = [
        (tuple(alert_items(together, what, now=now, urgent=True)), many_together),
        (
            tuple(alert_items(unseen, _("A penalty: look whether it hangs together with the exploitation"), now=now)),
            many_unseen,
        ),
    ]
    others = [
        (tuple(alert_items(unasked, _("Ask for the penalty to be stayed or lifted"), now=now)), many_unasked),
        (tuple(relief_items(slow)), many_slow),
    ]
    return first, others


def _beside(viewer: Officer, shown: int, *, now: datetime) -> Part:
    """For whoever holds the suspect: a victim of the case is held in the same place. Which victim is not said."""
    today = timezone.localdate(now)
    held = suspects_beside(today)
    rows = Penalty.objects.filter(kind=Penalty.Kind.DETENTION, case__isnull=False).filter(Exists(held))
    found: dict[object, CriminalCase] = {}
    mine = criminal_cases_for(viewer)
    for penalty in held_with_suspect(rows, today=today)[:shown]:
        here = held_now(today, "defendants__") & Q(defendants__held_key=penalty.held_key)
        for case in mine.filter(live_victim(penalty.case), here).distinct():
            found[case.pk] = case
    return tuple(_separate(case, now) for case in found.values()), len(found)


def _separate(case: CriminalCase, now: datetime) -> WorkItem:
    return WorkItem(
        due_at=now,
        reference=case.reference,
        stage="justice",
        what=_("A victim and a defendant are held in one place: separate them"),
        why=_("Nobody is held with whoever exploited them"),
        address=reverse("justice:criminal_case", args=[case.pk]),
        escalated=True,
    )


def _transfers(viewer: Officer, shown: int, *, now: datetime) -> Part:
    rows = Transfer.objects.filter(to_desk=viewer.desk, received_at=None).select_related("criminal_case", "from_desk")
    found, total = most_urgent(rows.order_by("offered_at", "pk"), shown)
    return tuple(_transfer_items(found, now=now)), total


def _transfer_items(rows: list[Transfer], *, now: datetime) -> Iterator[WorkItem]:
    for row in rows:
        due_at = row.offered_at + RECEIVE_WITHIN
        yield WorkItem(
            due_at=due_at,
            reference=row.criminal_case.reference,
            stage="justice",
            what=_("Receive the criminal case"),
            why=f"{row.from_desk} · {row.get_because_display()}",
            address=reverse("justice:receive", args=[row.pk]),
            escalated=due_at < now,
        )
