"""Somebody independent asks to see a child who is held: asked, given, or refused with a reason that stays on record."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.custody import running, subject_of
from panoh.protection.models import Custody, CustodyAccess
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, Refused


@act
def ask_custody_access(*, custody: Custody, monitor: str, asked_on: date, by: Officer, at: datetime) -> CustodyAccess:
    """Each asking is kept, whatever came of those before."""
    held = running(custody, by)
    if monitor not in CustodyAccess.Monitor.values or asked_on > timezone.localdate(at):
        raise Refused(
            _("It says who asked to see the child, and on which day up to today."),
            _("Choose from the list, and the day."),
            subject=subject_of(held),
        )
    made = CustodyAccess.objects.create(custody=held, monitor=monitor, asked_on=asked_on, recorded_by=by)
    ledger.write(act="ask_custody_access", by=by, at=at, subject=subject_of(held), monitor=monitor)
    return made


@act
def answer_custody_access(
    *,
    asked: CustodyAccess,
    given: bool,
    refused_because: str = "",
    words: str = "",
    answered_on: date,
    by: Officer,
    at: datetime,
) -> CustodyAccess:
    """Given, or refused: then with the reason that was told, and none is made up where none was."""
    custody = running(asked.custody, by)
    subject = subject_of(custody)
    row = CustodyAccess.objects.select_for_update(no_key=True).get(pk=asked.pk)
    if row.given is not None:
        raise Conflict(
            _("This was answered already."), _("If it is asked for again, record the asking anew."), subject=subject
        )
    fits = refused_because == "" if given else refused_because in CustodyAccess.Refused.values
    if not fits or not row.asked_on <= answered_on <= timezone.localdate(at):
        raise Refused(
            _("Access is given without a reason, and refused with one from the list, on a day since it was asked for."),
            _("Choose the reason that was told; where none was, choose that."),
            subject=subject,
        )
    row.given, row.answered_on, row.answered_by, row.refused_because = given, answered_on, by, refused_because
    if custody.case_id is not None and words.strip():
        vault.seal(row, {"words": words.strip()})
    row.save()
    ledger.write(act="answer_custody_access", by=by, at=at, subject=subject, given=given, because=refused_because)
    return row
