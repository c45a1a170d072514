"""Opening a case in an emergency (“break the glass”), and everything that follows: notice, end, review."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from panoh.instruments.registry import reading_watch
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, EmergencyOpening, Officer, members_now, not_shut
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused

MOST_AT_ONCE = 3
"""More people within those hours are no emergency at one post, but a list: ask the intake desk. Our own proposal."""


@act
def open_in_emergency(*, reference: str, because: str, by: Officer, at: datetime) -> EmergencyOpening:
    """Open the case of the person who stands before the officer, by the reference on their card or paper.

    For some hours, for names and papers, needs and what is agreed, and for nothing else. The desk that is responsible and
    the data-protection officer see it at once.
    """
    access.require(by, access.Act.OPEN_IN_EMERGENCY)
    if not because.strip():
        raise Refused(_("It is not said what the emergency is."), _("Write in a few words what happens now."))
    case = Case.objects.filter(not_shut(by, "pk"), reference=reference).first()
    if case is None:
        raise Refused(
            _("There is no case with this reference."), _("Read it once more; it has eight letters and digits.")
        )
    if access.may(by, access.Act.SEE_CASE, case):
        raise OutOfOrder(_("This case is open to you already."), _("Find it under “Find a case”."))
    Officer.objects.select_for_update(no_key=True).get(pk=by.pk)  # of two at once the second counts the first
    if EmergencyOpening.objects.filter(officer=by, opened_at__gt=at - lasts()).count() >= MOST_AT_ONCE:
        raise OutOfOrder(
            _("You opened %(n)s cases in an emergency within a few hours.") % {"n": MOST_AT_ONCE},
            _("Ask the intake desk; it reaches every case."),
        )
    opening = EmergencyOpening(case=case, officer=by, opened_at=at, until_at=at + lasts())
    vault.seal(opening, {"because": because.strip()})
    opening.save(force_insert=True)
    ledger.write(act="open_in_emergency", by=by, at=at, subject=f"case:{case.pk}", until=opening.until_at.isoformat())
    return opening


def lasts() -> timedelta:
    return timedelta(hours=reading_watch().emergency_hours)


@act
def end_emergency(*, opening: EmergencyOpening, by: Officer, at: datetime) -> EmergencyOpening:
    """The officer no longer needs it, or whoever reads the ledger shuts it. Who was let into a compartment for it is in it no
    more."""
    if opening.officer_id != by.pk:
        access.require(by, access.Act.READ_LEDGER)
    held = _held(opening)
    if held.ended_at or held.until_at <= at:
        raise OutOfOrder(_("It is shut already."), _("Nothing is left to do."), subject=f"case:{held.case_id}")
    held.ended_at = at
    held.save(update_fields=["ended_at"])
    let_in = members_now().filter(compartment__case=held.case_id, officer=held.officer_id, until_at__isnull=False)
    let_in.update(ended_at=at, ended_by=by)
    ledger.write(act="end_emergency", by=by, at=at, subject=f"case:{held.case_id}")
    return held


@act
def notice_emergency(*, opening: EmergencyOpening, by: Officer, at: datetime) -> EmergencyOpening:
    """Somebody who is responsible for the case has seen that it was opened."""
    held = _held(opening)
    if held.officer_id == by.pk or (held.case.desk_id != by.desk.pk and held.case.manager_id != by.pk):
        raise NotPermitted(_("Another desk is responsible for this case."), _("It will see the notice."))
    if held.noticed_at:
        raise OutOfOrder(
            _("A colleague has seen it already."), _("Nothing is left to do."), subject=f"case:{held.case_id}"
        )
    held.noticed_at, held.noticed_by = at, by
    held.save(update_fields=["noticed_at", "noticed_by"])
    ledger.write(act="notice_emergency", by=by, at=at, subject=f"case:{held.case_id}")
    return held


@act
def review_emergency(
    *, opening: EmergencyOpening, outcome: str, words: str, by: Officer, at: datetime
) -> EmergencyOpening:
    """What the data-protection officer found. Every opening is reviewed; nobody reviews their own."""
    access.require(by, access.Act.READ_LEDGER)
    held = _held(opening)
    if held.officer_id == by.pk:
        raise NotPermitted(_("You opened this yourself."), _("Another data-protection officer looks into it."))
    if outcome not in EmergencyOpening.Outcome.values or not words.strip():
        raise Refused(
            _("It is not said what came of it."), _("Choose an outcome, and write what you were told and found.")
        )
    if held.reviewed_at:
        raise OutOfOrder(_("A colleague has looked into it already."), _("Open the list again."))
    held.outcome, held.reviewed_at, held.reviewed_by = outcome, at, by
    if not vault.is_erased(held):  # the outcome stays; about somebody who was erased since, no word
        vault.seal(held, {**vault.unseal(held), "found": words.strip()})
    held.save()
    ledger.write(act="review_emergency", by=by, at=at, subject=f"case:{held.case_id}", outcome=outcome)
    return held


def _held(opening: EmergencyOpening) -> EmergencyOpening:
    return (
        EmergencyOpening.objects.select_for_update(no_key=True, of=("self",)).select_related("case").get(pk=opening.pk)
    )
