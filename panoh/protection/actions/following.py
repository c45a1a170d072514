"""Contact after a stay or a return: only with who agreed to it, only when due; three tries before a period is let go."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Departure, FollowUp, Return, ReturnContact
from panoh.protection.models.following import Contact
from panoh.protection.queries.following import agreed_to_contact, departure_to_follow, too_early
from panoh.protection.queries.returned import agreed_after_return, return_to_follow
from panoh.protection.rules.following import CLOCKS, closes, event_of
from panoh.registry import access, ledger, vault
from panoh.registry.actions.cases import keep_still
from panoh.registry.actions.clocks import on_event
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import Conflict, OutOfOrder, Refused


@act
def record_follow_up(
    *, departure: Departure, months: int, came: str, words: str = "", by: Officer, at: datetime
) -> FollowUp:
    """What came of it. Who does not wish to be contacted any more withdraws that consent, which ends all of it."""
    case = departure.stay.case
    access.require(by, access.Act.KEEP_PLAN, case)
    keep_still(case.pk)
    _check(departure_to_follow(by, departure.pk), months, came, at)
    tries = FollowUp.objects.filter(departure=departure, months=months, closes=False).count()
    over = closes(came, tries_before=tries)
    kept = FollowUp(departure=departure, months=months, came=came, closes=over, by=by, at=at)
    vault.seal(kept, {"words": words.strip()})
    kept.save(force_insert=True)
    if over:
        _stop_clock(case, months, at=at)
    ledger.write(act="record_follow_up", by=by, at=at, subject=f"case:{case.pk}", months=months, came=came)
    return kept


@act
def record_return_contact(
    *, of_return: Return, months: int, came: str, words: str = "", by: Officer, at: datetime
) -> ReturnContact:
    """The same after a return: how the person lives, and whether they are safe."""
    access.require(by, access.Act.FOLLOW_RETURN, of_return.case)
    keep_still(of_return.case_id)
    held = return_to_follow(by, of_return.pk)
    subject, agreed = f"case:{held.case_id}", agreed_after_return().filter(pk=held.pk).exists()
    assert held.departed_at is not None
    _check_contact(agreed, held.contacts.filter(months=months, closes=True).exists(), months, came, subject)
    if too_early(held.departed_at, months, now=at):
        raise _early(subject)
    tries = held.contacts.filter(months=months, closes=False).count()
    over = closes(came, tries_before=tries)
    kept = ReturnContact(of_return=held, months=months, came=came, closes=over, by=by, at=at)
    vault.seal(kept, {"words": words.strip()})
    kept.save(force_insert=True)
    if over:
        _stop_clock(held.case, months, at=at)
    ledger.write(act="record_return_contact", by=by, at=at, subject=subject, months=months, came=came)
    return kept


def _stop_clock(case: Case, months: int, *, at: datetime) -> None:
    """The clock of this period and no other. A case may run under an older version, which knows no such event."""
    if event_of(months) in {clock.stops_when for clock in procedure_of(case).clocks}:
        on_event(case=case, event=event_of(months), at=at)


def _check(departure: Departure, months: int, came: str, at: datetime) -> None:
    subject = f"case:{departure.stay.case_id}"
    agreed = agreed_to_contact().filter(pk=departure.pk).exists()
    done = FollowUp.objects.filter(departure=departure, months=months, closes=True).exists()
    _check_contact(agreed, done, months, came, subject)
    assert departure.decided_at is not None
    if too_early(departure.decided_at, months, now=at):
        raise _early(subject)


def _check_contact(agreed: bool, done: bool, months: int, came: str, subject: str) -> None:
    if not agreed:
        raise OutOfOrder(
            _("This person did not agree to be contacted, or does not stand by it any more."),
            _("Do not contact them. If they come to you, help does not depend on it."),
            subject=subject,
        )
    if months not in CLOCKS or came not in Contact.Came.values:
        raise Refused(
            _("The contacts are after 3, 6 and 12 months, with an outcome from the list."),
            _("Choose which one it was and how it went."),
            subject=subject,
        )
    if done:
        # The case is held still, so that of two officers at once the second sees what the first recorded.
        raise Conflict(
            _("This contact is on record already."), _("Go back to your work to see what is yours."), subject=subject
        )


def _early(subject: str) -> OutOfOrder:
    return OutOfOrder(_("It is too early for this contact."), _("It comes to your work a week ahead."), subject=subject)
