"""Work that comes from lists of penalties: people to compare, those to be removed before everything; and, for the authority
that would remove them, the notice that it is being looked at."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.justice.models import Penalty, PenaltyHit
from panoh.justice.queries.hits import hits_for, removal_notices
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem
from panoh.screening.queries.removals import removal_words
from panoh.screening.rules.removal import escalates

REMOVAL = Penalty.Kind.REMOVAL


def removals_to_compare(viewer: Officer, now: datetime) -> QuerySet[PenaltyHit]:
    return _to_compare(viewer).filter(kind=REMOVAL)


def penalties_to_compare(viewer: Officer, now: datetime) -> QuerySet[PenaltyHit]:
    return _to_compare(viewer).exclude(kind=REMOVAL)


def _to_compare(viewer: Officer) -> QuerySet[PenaltyHit]:
    return hits_for(viewer).filter(state=PenaltyHit.HitState.PROPOSED).order_by("look_by", "pk")


def _notices(viewer: Officer, now: datetime) -> QuerySet[PenaltyHit]:
    return removal_notices(viewer).order_by("on", "pk")


def _compare(row: PenaltyHit, due_at: datetime, asked: Asked) -> WorkItem:
    removal = row.kind == REMOVAL
    return WorkItem(
        due_at=due_at,
        reference=reference_of(row),
        stage="justice",
        what=_("A list may name this person: look whether it is the same"),
        why=f"{choice(row, 'kind')} · {removal_words()}" if removal else choice(row, "kind"),
        address=address_of("justice:hit", row.pk),
        escalated=due_at < asked.now or (removal and escalates(row.on, on=timezone.localdate(asked.now))),
    )


def _notice(row: PenaltyHit, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=label_of(row),
        stage="justice",
        what=_("A removal on this list is being looked at: take note, and ask before it is carried out"),
        why=removal_words(),
        address=address_of("justice:removal_notice", row.pk),
        escalated=escalates(row.on, on=timezone.localdate(asked.now)),
    )


def reference_of(row: PenaltyHit) -> str:
    if row.case is not None:
        return row.case.reference
    assert row.roster_entry is not None
    return f"{row.roster_entry.operation.title} · {row.roster_entry.row}"


def label_of(row: PenaltyHit) -> str:
    """The list by its sender's day and the row: the authority has the list, and no case is named."""
    sent = timezone.localtime(row.list.sent_at)
    return _("List of %(day)s · row %(row)s") % {"day": f"{sent:%d.%m.%Y}", "row": row.row}


def _begins(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


def _hits() -> QuerySet[PenaltyHit]:
    return PenaltyHit.objects.select_related("case", "roster_entry__operation", "list")


FROM_LISTS: tuple[Part[WorkItem], ...] = (
    Part((waiting(removals_to_compare, "pk", "look_by"),), each(_compare), _hits, first=True),
    Part((waiting(_notices, "pk", "on"),), each(_notice), _hits, _begins, first=True),
    Part((waiting(penalties_to_compare, "pk", "look_by"),), each(_compare), _hits),
)
