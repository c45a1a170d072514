"""Several officers at one roster: the most urgent person goes to one of them, and comes back if nobody is with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder
from panoh.screening.actions.accounting import let_go
from panoh.screening.actions.lines import held_line
from panoh.screening.models import Operation, RosterEntry, Screening
from panoh.screening.queries.operations import operation_for
from panoh.screening.queries.roster import holds, waiting
from panoh.screening.queries.withheld import looks_again_on

CALLED_FOR = timedelta(minutes=20)
"""So long a person who was called waits for their officer; then they are called again."""
INTERVIEW_FOR = timedelta(minutes=90)
"""So long an interview is taken to go on after it began."""


@act
def call_next(*, operation: Operation, by: Officer, at: datetime) -> RosterEntry | None:
    """The most urgent person nobody is with goes to this officer and to no other; None when everybody is seen to.

    Whoever this officer called already and has not seen comes first: pressing twice takes nobody out of the queue.
    """
    access.require(by, access.Act.SCREEN)
    held = operation_for(by, operation.pk)
    Officer.objects.select_for_update(no_key=True, of=("self",)).get(
        pk=by.pk
    )  # one officer pressing twice at once takes one line
    queue = waiting(held).exclude(looks_again_on(gt=timezone.localdate(at))).exclude(rest_until__gt=at)
    free = Q(claimed_until=None) | Q(claimed_until__lte=at)
    mine = queue.filter(claimed_by=by, claimed_until__gt=at).exclude(screenings__outcome=Screening.Outcome.OPEN)
    entry = mine.first() or _take(queue.filter(free), by=by, at=at)
    if entry is not None:
        _claim(entry, by=by, until=at + CALLED_FOR)
        ledger.write(act="call_next", by=by, at=at, subject=f"roster:{entry.pk}")
    return entry


@act
def release_line(*, entry: RosterEntry, by: Officer, at: datetime) -> RosterEntry:
    """The person goes back into the queue; a colleague may say so for an officer who was called away."""
    held = held_line(entry, by, open_only=False)
    before = held.claimed_by_id
    let_go(held)
    held.save(update_fields=["claimed_by", "claimed_until"])
    ledger.write(act="release_line", by=by, at=at, subject=f"roster:{held.pk}", held_by=before)
    return held


def hold_for_interview(entry: RosterEntry, *, knowingly: bool, by: Officer, at: datetime) -> None:
    """An interview begins: the line is this officer's while it goes on. Part of another act.

    Refused while a colleague is with the person, unless the officer begins `knowingly` beside them; help and safety do
    not depend on it.
    """
    # No join to the officer: after waiting, PostgreSQL reads the line anew but not what was joined to it.
    held = RosterEntry.objects.select_for_update(no_key=True, of=("self",)).get(pk=entry.pk)
    if held.status == RosterEntry.Status.JOINED:
        raise OutOfOrder(
            _("This line was joined to another one."),
            _("Begin from the other line, or take the two apart again first."),
            subject=f"roster:{held.pk}",
        )
    theirs = held.claimed_by_id != by.pk and holds(held, at=at)
    if held.claimed_by is not None and theirs and not knowingly:
        raise Conflict(
            _("%(officer)s is with this person now.") % {"officer": held.claimed_by.name},
            _("Call the next person; or, if your colleague was called away, let the line go and begin then."),
            subject=f"roster:{held.pk}",
            both=held,
        )
    _claim(held, by=by, until=at + INTERVIEW_FOR)


def pass_line(entry_id: UUID, *, to: Officer, at: datetime) -> int | None:
    """Another officer goes on with an interview, and is with the person of the line from now on. Part of another act;
    says who was with them before."""
    held = RosterEntry.objects.select_for_update(no_key=True, of=("self",)).get(pk=entry_id)
    before = held.claimed_by_id
    _claim(held, by=to, until=at + INTERVIEW_FOR)
    return before


def _take(free: QuerySet[RosterEntry], *, by: Officer, at: datetime) -> RosterEntry | None:
    """Two officers never get the same line: on PostgreSQL a line the other is taking is skipped (skip locked); on
    SQLite acts that write stand one behind the other (BEGIN IMMEDIATE), so the second no longer finds it free."""
    skip = connection.features.has_select_for_update_skip_locked
    return free.select_for_update(no_key=True, skip_locked=skip, of=("self",) if skip else ()).first()


def _claim(entry: RosterEntry, *, by: Officer, until: datetime) -> None:
    entry.claimed_by, entry.claimed_until = by, until
    entry.save(update_fields=["claimed_by", "claimed_until"])
