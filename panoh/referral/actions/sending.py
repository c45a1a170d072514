"""Asking a desk for help with a need, reminding it, and taking the question back."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions import make_sure_guardianship_knows
from panoh.instruments import countries
from panoh.instruments.referral import answer_period, service
from panoh.referral.models import Need, Referral, Reminder
from panoh.referral.queries.directory import gives
from panoh.referral.rules.agreement import purposes_for, seen_to_answer, shared_for
from panoh.referral.rules.reminders import may_remind
from panoh.registry import access, ledger, vault
from panoh.registry.actions import disclose, end_disclosure, keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Desk, Disclosure, Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.rules.clocks import due


@act
def refer(
    *,
    need: Need,
    to_desk: Desk,
    consent: Consent | None,
    message: str,
    until: date | None = None,
    by: Officer,
    at: datetime,
) -> Referral:
    """Ask one desk. It sees what it needs to answer, and not who the person is (CETS 197 art. 12).

    An adult agrees first; for a child the guardianship authority is told instead (nrm-procedure T03, T04), and nothing
    rests on any consent. `until`: the last day on which the desk may see it, where the person said so.
    """
    access.require(by, access.Act.REFER, need.case)
    keep_still(need.case_id)
    _check(need, to_desk, consent)
    if need.case.track == Case.Track.CHILD:
        consent = None
        make_sure_guardianship_knows(case=need.case, by=by, at=at)
    _close_what_no_longer_stands(need)
    disclosure = disclose(
        case=need.case,
        to_desk=to_desk,
        purpose=consent.purpose if consent else shared_for(to_desk.agency.kind),
        fields=seen_to_answer(service(need.service).asks),
        consent=consent,
        to_answer=True,
        until=until,
        by=by,
        at=at,
    )
    referral = _send(need, to_desk, disclosure, message, by=by, at=at)
    ledger.write(
        act="refer", by=by, at=at, subject=f"case:{need.case_id}", referral=str(referral.pk), to_desk=to_desk.code
    )
    return referral


@act
def remind(*, referral: Referral, by: Officer, at: datetime) -> Reminder:
    """Remind the desk of a question it has not answered, at most once a day."""
    access.require(by, access.Act.REFER, referral.need.case)
    keep_still(referral.need.case_id)
    # Locked, so that of two officers reminding at once the second sees the first one's reminder.
    waiting = (
        Referral.objects.select_for_update(no_key=True).filter(pk=referral.pk, status=Referral.Status.SENT).first()
    )
    if waiting is None or waiting.standing != Referral.Status.SENT:
        raise OutOfOrder(_("There is no answer to wait for any more."), _("Open the need to see what came of it."))
    last = waiting.reminders.order_by("-at").first()
    if not may_remind(now=at, last_reminder=last.at if last else None):
        raise OutOfOrder(
            _("This desk was reminded less than a day ago."),
            _("Call them, or ask another desk at the same time: a need may be sent to several."),
            subject=f"case:{referral.need.case_id}",
        )
    reminder = Reminder.objects.create(referral=waiting, by=by, at=at)
    ledger.write(act="remind", by=by, at=at, subject=f"case:{referral.need.case_id}", referral=str(referral.pk))
    return reminder


@act
def withdraw_referral(*, referral: Referral, by: Officer, at: datetime) -> None:
    """Take the question back, answered or not: the desk sees nothing of it from now on."""
    access.require(by, access.Act.REFER, referral.need.case)
    keep_still(referral.need.case_id)
    under_way = Referral.objects.filter(pk=referral.pk, status__in=(Referral.Status.SENT, Referral.Status.ACCEPTED))
    if not under_way.update(status=Referral.Status.WITHDRAWN):
        raise OutOfOrder(_("This referral has ended already."), _("Open the need to see what stands."))
    referral.refresh_from_db()
    end_disclosure(disclosure=referral.disclosure, because="referral_withdrawn", by=by, at=at)
    ledger.write(
        act="withdraw_referral", by=by, at=at, subject=f"case:{referral.need.case_id}", referral=str(referral.pk)
    )


def _check(need: Need, to_desk: Desk, consent: Consent | None) -> None:
    subject = f"case:{need.case_id}"
    if need.met_at is not None:
        raise OutOfOrder(_("This need is closed."), _("Record the need again if it is back."), subject=subject)
    if not gives(to_desk, need.service):
        raise Refused(
            _("This desk does not offer the service, or has nobody who could answer."),
            _("Choose one of the desks offered for this need."),
            subject=subject,
        )
    fits = consent is not None and consent.purpose in purposes_for(to_desk.agency.kind)
    if need.case.track == Case.Track.ADULT and not fits:
        raise Refused(
            _("The person has not agreed to sharing this with such a desk."),
            _("Ask the person, record the answer, and refer then. Other desks may need no further agreement."),
            subject=subject,
        )


def _close_what_no_longer_stands(need: Need) -> None:
    """A question whose disclosure was ended, or whose time is over, is asked no longer, and can be asked anew."""
    sent = Referral.objects.filter(need=need, status=Referral.Status.SENT)
    for each in sent.select_related("disclosure"):
        if each.standing != Referral.Status.SENT:
            sent.filter(pk=each.pk).update(status=each.standing)


def _send(need: Need, to_desk: Desk, disclosure: Disclosure, message: str, *, by: Officer, at: datetime) -> Referral:
    period = answer_period(need.urgency)
    referral = Referral(
        need=need,
        to_desk=to_desk,
        disclosure=disclosure,
        sent_by=by,
        sent_at=at,
        answer_due=due(at, period, countries.calendar(settings.COUNTRY)),
    )
    vault.seal(referral, {"message": message})
    try:
        with transaction.atomic():
            referral.save(force_insert=True)
    except IntegrityError:  # a colleague, or a second click, was first: the database keeps one open question a desk
        raise Conflict(
            _("This desk has been asked already and has not answered yet."),
            _("Remind it, or ask another desk at the same time."),
            subject=f"case:{need.case_id}",
        ) from None
    return referral
