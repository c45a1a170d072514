"""Names whose time is over: kept for a reason until a day, or erased when two officers say so. Figures stay.

Nothing is erased by a clock: the period only brings a case before people.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.forgetting import forget_person, lines_held
from panoh.identification.actions.held import hold
from panoh.identification.models import Retention
from panoh.identification.models.retention import WAITS_FOR_SECOND, Deciding
from panoh.identification.queries.retention import beyond_their_time, closed_cases, period, was_erased, years_before
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Disclosure, Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused


@act
def keep_names(*, case: Case, because: str, until: date, by: Officer, at: datetime) -> Retention:
    """The names in a closed case are needed longer, until a day within the country's limit."""
    held, today = _closed(case, by=by), timezone.localdate(at)
    check_keeping(because, Retention.KEEPING, until, today=today, subject=_subject(held))
    check_nobody_asked(held.retentions.all(), subject=_subject(held))
    kept = Retention.objects.create(case=held, because=because, keep_until=until, by=by, at=at)
    ledger.write(act="keep_names", by=by, at=at, subject=_subject(held), because=because, until=until.isoformat())
    return kept


@act
def ask_to_erase(*, case: Case, because: str, by: Officer, at: datetime) -> Retention:
    """Ask a second officer to erase the names: their time is over, or the person asked for it."""
    held = _closed(case, by=by)
    if because not in Retention.ERASING:
        raise Refused(_("This is no reason to erase names."), _("Choose one from the list."), subject=_subject(held))
    over = beyond_their_time(on=timezone.localdate(at)).filter(pk=held.pk).exists()
    if because == Retention.Because.PERIOD_OVER and not over:
        raise OutOfOrder(
            _("The time for which names are kept is not over, or they are kept longer for a reason."),
            _("Wait for that day. If the person asks for it themselves, say so."),
            subject=_subject(held),
        )
    check_nobody_asked(held.retentions.all(), subject=_subject(held))
    asked = Retention.objects.create(case=held, because=because, by=by, at=at)
    ledger.write(act="ask_to_erase", by=by, at=at, subject=_subject(held), because=because)
    return asked


@act
def erase_names(*, asked: Retention, by: Officer, at: datetime) -> Case:
    """Destroy who it was: the name, the keys that find it, every word at every stage. It cannot be undone."""
    waiting = _waiting(asked, by=by)
    case = _closed(waiting.case, by=by)
    if case.state_since > waiting.at:
        raise OutOfOrder(
            _("The case was taken up again since this was asked."),
            _("Send it back; ask anew if it is still right."),
            subject=_subject(case),
        )
    lines = lines_held(case)
    standing = Consent.objects.filter(case=case, given=True, withdrawn_at=None)
    standing.update(withdrawn_at=at, withdrawn_by=by)  # what a court file shows of her rests on one of them
    Disclosure.objects.filter(case=case, ended_at=None).update(ended_at=at, ended_because="names_erased")
    waiting.second_by, waiting.erased_at = by, at
    waiting.save(update_fields=["second_by", "erased_at"])
    forget_person(case, lines, by=by, at=at)
    case.erased_at = at
    case.save(update_fields=["erased_at"])
    ledger.write(act="erase_names", by=by, at=at, subject=_subject(case), because=waiting.because)
    return case


@act
def refuse_to_erase(*, asked: Retention, by: Officer, at: datetime) -> Retention:
    """The second officer does not agree: the names stay, and the case comes before people again."""
    waiting = _waiting(asked, by=by)
    waiting.second_by, waiting.refused_at = by, at
    waiting.save(update_fields=["second_by", "refused_at"])
    ledger.write(act="refuse_to_erase", by=by, at=at, subject=_subject(waiting.case))
    return waiting


def check_keeping(because: str, reasons: Collection[str], until: date, *, today: date, subject: str) -> None:
    """Raises Refused for a reason that is none, or a day outside the country's limit."""
    if because not in reasons:
        raise Refused(_("This is no reason to keep names."), _("Choose one from the list."), subject=subject)
    limit = period().keep_longer_years
    if not today < until or years_before(until, limit) > today:
        raise Refused(
            _("Names are kept longer by at most %(years)s years at a time.") % {"years": limit},
            _("Choose a day from tomorrow on, within that time."),
            subject=subject,
        )


def check_second(held: Deciding, *, by: Officer, subject: str) -> None:
    """Raises NotPermitted for whoever asked, Conflict where somebody answered."""
    if held.by_id == by.pk:
        raise NotPermitted(_("You asked for this yourself."), _("Another officer signs it."), subject=subject)
    if held.keep_until or held.erased_at or held.refused_at:
        raise Conflict(_("This was decided already."), _("Open the list again."), subject=subject)


def _closed(case: Case, *, by: Officer) -> Case:
    """The case, held, if it is closed and still names somebody."""
    access.require(by, access.Act.KEEP_OR_ERASE, case)
    hold(case)
    if not closed_cases().filter(pk=case.pk).exists():
        raise OutOfOrder(
            _("This case is not closed: the person still needs it."), _("Close it first."), subject=_subject(case)
        )
    if was_erased(case):
        raise OutOfOrder(_("The names in this case were erased."), _("Nothing is left to do."), subject=_subject(case))
    return case


def _waiting(asked: Retention, *, by: Officer) -> Retention:
    access.require(by, access.Act.KEEP_OR_ERASE)
    held = Retention.objects.select_for_update(no_key=True, of=("self",)).select_related("case").get(pk=asked.pk)
    check_second(held, by=by, subject=_subject(held.case))
    return held


def check_nobody_asked(decisions: QuerySet[Any], *, subject: str) -> None:
    """Raises Conflict while erasing waits for a second officer. `decisions`: all about these names."""
    if decisions.filter(WAITS_FOR_SECOND).exists():
        raise Conflict(_("A colleague asked to erase these names."), _("Sign it, or send it back."), subject=subject)


def _subject(case: Case) -> str:
    return f"case:{case.pk}"
