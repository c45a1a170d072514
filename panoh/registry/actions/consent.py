"""Consent, what is shown because of it, and its withdrawal, which reaches every receiver (promise 4)."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.referral import sharing_period
from panoh.registry import access, ledger
from panoh.registry.actions.cases import keep_still
from panoh.registry.actions.forgetting import forget_what_rests_on
from panoh.registry.actions.keeping import let_go
from panoh.registry.actions.managing import put_under
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Desk, Disclosure, Officer, Purpose
from panoh.registry.refusals import Refused
from panoh.registry.rules.sharing import NoSuchEnd, shown_until
from panoh.registry.wording import day


@act
def record_consent(
    *,
    case: Case,
    purpose: str,
    given: bool,
    language: str,
    explained: bool,
    giver: str = Consent.Giver.SELF,
    by: Officer,
    at: datetime,
) -> Consent:
    """Write down the person's answer for one purpose. A yes counts only when it was explained first."""
    access.require(by, access.Act.TAKE_CONSENT, case)
    return write_consent(
        case=case, purpose=purpose, given=given, giver=giver, language=language, explained=explained, by=by, at=at
    )


def write_consent(
    *,
    case: Case,
    purpose: str,
    given: bool,
    language: str,
    explained: bool,
    giver: str = Consent.Giver.SELF,
    by: Officer,
    at: datetime,
) -> Consent:
    """Inside an act that has its own ground to ask the person, such as the house they live in."""
    if given and not explained:
        raise Refused(
            _("Agreement counts only after it was explained."),
            _("Explain what happens, in a language the person understands, and ask again."),
            subject=f"case:{case.pk}",
        )
    consent = Consent.objects.create(
        case=case,
        purpose=purpose,
        given=given,
        giver=giver,
        language=language,
        explained=explained,
        recorded_at=at,
        recorded_by=by,
    )
    ledger.write(act="record_consent", by=by, at=at, subject=f"case:{case.pk}", purpose=purpose, given=given)
    return consent


@act
def withdraw_consent(*, consent: Consent, by: Officer, at: datetime) -> Consent:
    """Withdraw: every disclosure resting on this consent ends now, and its receivers see the case no more."""
    access.require(by, access.Act.TAKE_CONSENT, consent.case)
    keep_still(consent.case_id)
    if not Consent.objects.filter(pk=consent.pk, given=True, withdrawn_at=None).update(
        withdrawn_at=at, withdrawn_by=by
    ):
        raise Refused(
            _("This consent was not given, or is withdrawn already."),
            _("Open the case again to see which consents are in force."),
            subject=f"case:{consent.case_id}",
        )
    ended = Disclosure.objects.filter(consent=consent, ended_at=None).update(
        ended_at=at, ended_because="consent_withdrawn"
    )
    forgotten = forget_what_rests_on(consent)
    consent.refresh_from_db()
    released = _release_manager(consent)
    ledger.write(
        act="withdraw_consent",
        by=by,
        at=at,
        subject=f"case:{consent.case_id}",
        disclosures_ended=ended,
        records_forgotten=forgotten,
        manager_released=released,
        kept_ended=let_go(consent.case, at=at),
    )
    return consent


def _release_manager(consent: Consent) -> bool:
    """A case manager of another desk sees the case by the person's yes to the referral, as any receiver does."""
    case = consent.case
    manager = case.manager
    if consent.purpose != Purpose.REFERRAL or case.track == Case.Track.CHILD or manager is None:
        return False
    in_force = case.consents.filter(purpose=Purpose.REFERRAL, given=True, withdrawn_at=None)
    if manager.desk.pk == case.desk_id or in_force.exists():
        return False
    put_under(case, None)
    return True


@act
def disclose(
    *,
    case: Case,
    to_desk: Desk,
    purpose: str,
    fields: tuple[str, ...],
    consent: Consent | None,
    to_answer: bool = False,
    until: date | datetime | None = None,
    by_duty: bool = False,
    by: Officer,
    at: datetime,
) -> Disclosure:
    """Let one desk see named fields of a case, for one purpose, resting on a consent in force.

    `until`: the last day by the person's word, or the end agreed before; otherwise the period of the purpose ends it.
    `by_duty`: what child protection is shown has no dated end, the duty ends it.

    For a child the guardian and the child-protection duty take the place of consent (nrm-procedure T04): a consent that
    is not in force in this case holds nothing up, and nothing rests on it.
    """
    if not _in_force(consent, case):
        if case.track == Case.Track.ADULT:
            raise Refused(
                _("The person has not agreed to this being shared."),
                _("Ask the person for consent to this purpose first, or record that they decline."),
                subject=f"case:{case.pk}",
            )
        consent = None
    disclosure = Disclosure.objects.create(
        case=case,
        to_desk=to_desk,
        purpose=Purpose(purpose),
        fields=list(fields),
        consent=consent,
        to_answer=to_answer,
        from_at=at,
        until_at=None if by_duty else _until(case, purpose, until, at=at),
    )
    ledger.write(
        act="disclose", by=by, at=at, subject=f"case:{case.pk}", fields=fields, purpose=purpose, to_desk=to_desk.code
    )
    return disclosure


@act
def end_disclosure(*, disclosure: Disclosure, because: str, by: Officer, at: datetime) -> None:
    """Close a desk's view of a case, for example when it declined the referral."""
    Disclosure.objects.filter(pk=disclosure.pk, ended_at=None).update(ended_at=at, ended_because=because)
    kept = 0 if disclosure.to_answer else let_go(disclosure.case, at=at)
    ledger.write(
        act="end_disclosure", by=by, at=at, subject=f"case:{disclosure.case_id}", because=because, kept_ended=kept
    )


def _until(case: Case, purpose: str, until: date | datetime | None, *, at: datetime) -> datetime:
    if isinstance(until, datetime):
        return until
    end = shown_until(at, sharing_period(purpose), countries.calendar(settings.COUNTRY), wished=until)
    if isinstance(end, NoSuchEnd):
        raise no_such_end(end, subject=f"case:{case.pk}")
    return end


def no_such_end(end: NoSuchEnd, *, subject: str) -> Refused:
    return Refused(
        _("It cannot be shown until that day."),
        _("Choose a day from today until %(day)s; longer is only by asking the person again.")
        % {"day": day(end.latest)},
        subject=subject,
    )


def _in_force(consent: Consent | None, case: Case) -> bool:
    """Read anew and locked: a withdrawal at this very moment either comes first and is seen here, or waits and then
    ends what is disclosed now."""
    if consent is None:
        return False
    return (
        Consent.objects.select_for_update(no_key=True)
        .filter(pk=consent.pk, case=case, given=True, withdrawn_at=None)
        .exists()
    )
