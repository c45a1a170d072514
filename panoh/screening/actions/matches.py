"""Deciding whether somebody on a list is somebody on record: by an officer, one pair at a time, and it can be undone."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder
from panoh.screening.models import Finding, RosterEntry, RosterMatch
from panoh.screening.queries.matches import match_for
from panoh.screening.rules.urgency import WEIGHTS

State = RosterMatch.State
DECIDED = (State.SAME, State.OTHER)
PRESUMED = WEIGHTS["presumed"]


@act
def decide_match(*, match: RosterMatch, state: str, seen: str, by: Officer, at: datetime) -> RosterMatch:
    """The same person, someone else, not to be told yet, or a decision undone. `seen`: how it stood on the page.

    Nothing of either record changes. Whoever was presumed a victim before moves up in the queue, without a word why.
    """
    match_for(by, match.pk)
    RosterEntry.objects.select_for_update(no_key=True).get(
        pk=match.entry_id
    )  # two officers over one person decide one by one
    held = RosterMatch.objects.select_related("entry__case").get(pk=match.pk)
    _refuse_unless_fitting(held, state, seen)
    before, held.state = held.state, state
    held.decided_by, held.decided_at = by, at
    held.save(update_fields=["state", "decided_by", "decided_at"])
    _order_again(held)
    ledger.write(
        act="decide_match", by=by, at=at, subject=f"roster:{held.entry_id}", match=held.pk, before=before, state=state
    )
    return held


def _refuse_unless_fitting(held: RosterMatch, state: str, seen: str) -> None:
    subject = f"roster:{held.entry_id}"
    if held.state != seen:
        raise Conflict(
            _("A colleague decided about this pair meanwhile: %(state)s.") % {"state": held.get_state_display()},
            _("Look at both records again; then decide."),
            subject=subject,
            both=held,
        )
    if (held.state in DECIDED) is not (state == State.UNDONE) or state not in State.values or state == State.PROPOSED:
        raise OutOfOrder(
            _("This does not follow from how the pair stands."),
            _("A decision is undone first; then it can be made anew."),
            subject=subject,
        )
    if state == State.SAME and held.entry.matches.filter(state=State.SAME).exists():
        raise Conflict(
            _("Another record was taken for this person already."),
            _("Undo that decision first, if it was wrong."),
            subject=subject,
        )
    case = held.entry.case
    if held.state == State.SAME and case is not None and case.person_id == held.person_id:
        raise OutOfOrder(
            _("The interview was held in this person's case; what was said stands there."),
            _("Tell your data-protection officer: what belongs to someone else must be taken out by hand."),
            subject=subject,
        )


def _order_again(held: RosterMatch) -> None:
    """The place in the queue, and nothing that says why: the roster may be read where the case may not."""
    entries = RosterEntry.objects.filter(pk=held.entry_id)
    if held.state == State.SAME and _was_presumed(held):
        entries.update(urgency=F("urgency").bitor(PRESUMED))
    elif held.state == State.UNDONE and "presumed" not in held.entry.because:
        entries.update(urgency=F("urgency") - F("urgency").bitand(PRESUMED))


def _was_presumed(held: RosterMatch) -> bool:
    return Finding.objects.filter(screening__case__person=held.person_id, presumed=True).exists()
