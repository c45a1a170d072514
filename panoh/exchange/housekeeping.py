"""What the house throws away by the clock, and what of that waits for people: nothing that says who somebody is goes by itself,
but lists that were sent in, which are kept for a day only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from panoh.exchange.actions import erase_old_lists
from panoh.exchange.penalties.actions import erase_old_penalty_lists
from panoh.identification.queries import list_retention
from panoh.identification.queries.retention import asked_of_anybody, beyond_their_time
from panoh.justice.actions.emptied_lines import forget_of_emptied_lines
from panoh.justice.actions.shown_for_permits import narrow_to_permits
from panoh.registry import ledger
from panoh.registry.actions import keep_unusual
from panoh.registry.models import OpenSession


@dataclass(frozen=True)
class Swept:
    """`sessions`, `lists`: thrown away. `emptied`, `narrowed`: what an earlier release left of lines it emptied, and showed
    for a permit as if for help. `over`, `asked`: closed cases, and lists of closed operations, whose names people decide about.
    `unusual`: readings nobody has looked into."""

    sessions: int
    lists: int
    emptied: int
    narrowed: int
    over: int
    asked: int
    unusual: int


def sweep(*, at: datetime) -> Swept:
    """Sessions that have ended, lists past their day, what earlier releases left; what stands out among readings is kept in
    view. The lines in the ledger name nobody; an empty sweep leaves none."""
    with transaction.atomic():
        sessions = OpenSession.objects.filter(expire_date__lt=at).delete()[0]
        lists = erase_old_lists(at) + erase_old_penalty_lists(at)
        emptied, narrowed = forget_of_emptied_lines(at=at), narrow_to_permits(at=at)
        if sessions or lists:
            ledger.write(act="sweep", by=None, at=at, sessions=sessions, lists=lists)
    today = timezone.localdate(at)
    over = beyond_their_time(on=today).count() + list_retention.beyond_their_time(on=today).count()
    asked = asked_of_anybody().count() + list_retention.lists_asked().count()
    return Swept(sessions, lists, emptied, narrowed, over, asked, len(keep_unusual(by=None, at=at)))
