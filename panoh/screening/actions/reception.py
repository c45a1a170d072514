"""An arrival: people rest before anybody interviews them, and families stay together. Danger and what is needed at once are
asked at any moment."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.registry.wording import day_and_time
from panoh.screening.actions.lines import held_line
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.queries.operations import held_operation
from panoh.screening.queries.roster import waiting
from panoh.screening.queries.withheld import would_tell
from panoh.screening.rules.reception import LONGEST_REST, rests


@act
def receive_all(*, operation: Operation, rest_until: datetime, by: Officer, at: datetime) -> int:
    """Everybody who waits rests until then. Whose removal is planned is asked at once: it may be the last chance."""
    held = held_operation(by, operation.pk)
    _check(rest_until, f"operation:{held.pk}", at=at)
    past = Q(removal_on__lt=timezone.localdate(at))
    hidden = would_tell() & past  # its neighbours, whose names were erased, have no day
    resting = waiting(held).filter(Q(removal_on=None) | hidden).filter(Q(claimed_until=None) | Q(claimed_until__lte=at))
    number = RosterEntry.objects.filter(pk__in=resting.order_by().values("pk")).update(rest_until=rest_until)
    until = rest_until.isoformat()
    ledger.write(act="receive_all", by=by, at=at, subject=f"operation:{held.pk}", rest_until=until, people=number)
    return number


@act
def receive_line(
    *, entry: RosterEntry, rest_until: datetime | None, family: int | None = None, by: Officer, at: datetime
) -> RosterEntry:
    """One person: rests until then, or wishes to talk now (no day). `family`: those of one number came together."""
    held = held_line(entry, by)
    if rest_until is not None:
        _check(rest_until, f"roster:{held.pk}", at=at)
    held.rest_until, held.family = rest_until, family
    held.save(update_fields=["rest_until", "family"])
    until = rest_until.isoformat() if rest_until else ""
    ledger.write(act="receive_line", by=by, at=at, subject=f"roster:{held.pk}", rest_until=until, family=family)
    return held


def after_rest(entry: RosterEntry | None, *, at: datetime) -> None:
    """Part of the act with which an interview goes on to its questions."""
    if entry is not None and rests(entry.rest_until, at=at):
        assert entry.rest_until is not None
        raise OutOfOrder(
            _("This person rests until %(until)s.") % {"until": day_and_time(entry.rest_until)},
            _("Give what is needed at once and come back then; or, if they wish to talk now, say so on their line."),
            subject=f"roster:{entry.pk}",
        )


def _check(rest_until: datetime, subject: str, *, at: datetime) -> None:
    if not at < rest_until <= at + LONGEST_REST:
        raise Refused(
            _("A rest ends at a moment ahead, within ten days."),
            _("Choose day and hour; 24 hours is our own proposal, not from a text."),
            subject=subject,
        )
