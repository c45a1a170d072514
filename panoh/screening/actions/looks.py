"""Trying to see somebody a second time: every try is kept, and it stops when they were seen or asked for it to stop."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.queries.cases import refuse_anonymous
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.screening.actions.accounting import check_day, leave_roster
from panoh.screening.actions.lines import held_line
from panoh.screening.actions.second_look import not_wished
from panoh.screening.models import LookAttempt, RosterEntry
from panoh.screening.rules.roster import could_be_child
from panoh.screening.rules.second_look import after_attempt

_Outcome = LookAttempt.Outcome
_Status = RosterEntry.Status
MISSED = (_Outcome.NO_ANSWER, _Outcome.WRONG_NUMBER)


@act
def record_attempt(
    *, entry: RosterEntry, outcome: str, again_on: date | None = None, by: Officer, at: datetime
) -> RosterEntry:
    """A try to see somebody from a roster again. `again_on`: the day agreed on, for whoever was spoken to."""
    held = held_line(entry, by, open_only=False)
    _check(outcome, f"roster:{held.pk}")
    if held.again_on is None:
        raise OutOfOrder(
            _("No second look is due for this person."),
            _("If they are here, begin an interview; it can be done at any time."),
            subject=f"roster:{held.pk}",
        )
    today = timezone.localdate(at)
    check_day(again_on, today=today, subject=f"roster:{held.pk}")
    LookAttempt.objects.create(entry=held, outcome=outcome, look=held.looks, at=at, by=by)
    missed = held.attempts.filter(look=held.looks, outcome__in=MISSED).count()
    after = after_attempt(outcome, day=held.operation.on, looks=held.looks, missed=missed, again_on=again_on, on=today)
    _follow(held, outcome, again_on=after.again_on, looks=after.looks, by=by, at=at)
    ledger.write(act="record_attempt", by=by, at=at, subject=f"roster:{held.pk}", outcome=outcome)
    return held


@act
def record_case_attempt(*, case: Case, outcome: str, by: Officer, at: datetime) -> LookAttempt:
    """A try to see somebody again in whose interview nothing was found, or for whom a look is planned: it is taken back
    where the person asked not to be contacted."""
    access.require(by, access.Act.SCREEN, case)
    keep_still(case.pk)
    refuse_anonymous(case)
    _check(outcome, f"case:{case.pk}")
    attempt = LookAttempt.objects.create(case=case, outcome=outcome, at=at, by=by)
    if outcome == _Outcome.REFUSED:
        not_wished(case, by=by, at=at)
    ledger.write(act="record_attempt", by=by, at=at, subject=f"case:{case.pk}", outcome=outcome)
    return attempt


def _follow(held: RosterEntry, outcome: str, *, again_on: date | None, looks: int, by: Officer, at: datetime) -> None:
    """Seen: here, and to be screened. An adult who wants no contact declined: nothing that names them is kept."""
    held.again_on, held.looks = again_on, looks
    if outcome == _Outcome.SEEN and held.status != _Status.SCREENED:
        held.status, held.moved_to, held.said_by = _Status.TO_SCREEN, "", ""
    if outcome == _Outcome.CALLED:
        held.status, held.moved_to, held.said_by, held.contact_agreed = _Status.AGAIN, "", "", True
    if outcome == _Outcome.REFUSED:
        held.contact_agreed = False
        if not could_be_child(held.born_from, held.born_to, on=held.operation.on):
            leave_roster(held, by=by, at=at)
    held.save()


def _check(outcome: str, subject: str) -> None:
    if outcome not in _Outcome.values:
        raise Refused(_("Choose what came of it from the list."), _("Every try is kept."), subject=subject)
