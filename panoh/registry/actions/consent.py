"""Consent, what is shown because of it, and its withdrawal, which reaches every receiver (promise 4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any

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
from panoh.registry.models import Case, Consent, Desk, Disclosure, Officer, Purpose, in_force
from panoh.registry.queries.consents import agreed_in, consent_to, word_of
from panoh.registry.refusals import Refused
from panoh.registry.rules.sharing import NoSuchEnd, shown_until
from panoh.registry.rules.word import takes_back
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
    keep_still(case.pk)
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
    to_desk: Desk | None = None,
    by: Officer,
    at: datetime,
) -> Consent:
    """Inside an act that holds the case and has its own ground to ask the person, such as the house they live in.

    The latest word counts: a no ends every yes to the same purpose before it, as a withdrawal does.
    """
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
        to_desk=to_desk,
        recorded_at=at,
        recorded_by=by,
    )
    ended = {} if given or to_desk else _end(_taken_back_by(consent), by=by, at=at)
    ledger.write(act="record_consent", by=by, at=at, subject=f"case:{case.pk}", purpose=purpose, given=given, **ended)
    return consent


@act
def withdraw_consent(*, consent: Consent, by: Officer, at: datetime) -> Consent:
    """Withdraw: every disclosure resting on this purpose ends now, and its receivers see the case no more.

    Whoever takes a yes back takes back those they gave to the same before: none of them stands behind it.
    """
    access.require(by, access.Act.TAKE_CONSENT, consent.case)
    keep_still(consent.case_id)
    held = Consent.objects.select_for_update(no_key=True, of=("self",)).filter(in_force(), pk=consent.pk).first()
    if held is None:
        raise Refused(
            _("This consent was not given, or is withdrawn already."),
            _("Open the case again to see which consents are in force."),
            subject=f"case:{consent.case_id}",
        )
    Consent.objects.filter(pk=held.pk).update(withdrawn_at=at, withdrawn_by=by)
    consent.refresh_from_db()
    ended = _end((consent, *_taken_back_by(consent)), by=by, at=at)
    ledger.write(act="withdraw_consent", by=by, at=at, subject=f"case:{consent.case_id}", **ended)
    return consent


def withdraw_all_but(case: Case, *, kept: Purpose, by: Officer, at: datetime) -> None:
    """Part of an act by which an adult leaves: every yes in force but those to `kept` ends now, at once. The first to end may
    release whoever acts, as a manager of another desk: the act was theirs to begin, and is not asked about again on the way."""
    rows = case.consents.select_for_update(no_key=True).filter(in_force()).exclude(purpose=kept).order_by("pk")
    if standing := tuple(rows):
        ended = _end(standing, by=by, at=at)
        ledger.write(act="withdraw_consent", by=by, at=at, subject=f"case:{case.pk}", **ended)


def speaks_for_themselves(case: Case, *, by: Officer, at: datetime) -> None:
    """Part of an act that found the person to be an adult: what a guardian agreed to against their own no ends now."""
    stand = agreed_in(case).to()
    over = [each for each in case.consents.filter(in_force()).order_by("pk") if each not in stand]
    if over:
        ended = _end(over, by=by, at=at)
        ledger.write(act="speaks_for_themselves", by=by, at=at, subject=f"case:{case.pk}", **ended)


def _taken_back_by(no: Consent) -> tuple[Consent, ...]:
    """What the person had agreed to before, and with this word agrees to no more."""
    case = Case.objects.get(pk=no.case_id)
    rows = case.consents.select_for_update(no_key=True).filter(in_force(), purpose=no.purpose).order_by("pk")
    before, adult = tuple(rows), case.track == Case.Track.ADULT
    word = replace(word_of(no), key=max(each.pk for each in (no, *before)))  # said now, after all that is on record
    return tuple(each for each in before if takes_back(word, word_of(each), adult=adult, to=each.to_desk_id))


def _end(consents: Collection[Consent], *, by: Officer, at: datetime) -> dict[str, Any]:
    """What was shown, kept and given because of them ends now, and every receiver is told; gives how much it was."""
    if not consents:
        return {}
    keys, case = [each.pk for each in consents], Case.objects.get(pk=next(iter(consents)).case_id)
    Consent.objects.filter(in_force(), pk__in=keys).update(withdrawn_at=at, withdrawn_by=by)
    shown = Disclosure.objects.filter(consent__in=keys, ended_at=None)
    return {
        "consents_ended": len(keys),
        "disclosures_ended": shown.update(ended_at=at, ended_because="consent_withdrawn"),
        "records_forgotten": sum(map(forget_what_rests_on, consents)),
        "manager_released": any(each.purpose == Purpose.REFERRAL for each in consents) and _release_manager(case),
        "kept_ended": let_go(case, at=at),
    }


def _release_manager(case: Case) -> bool:
    """A case manager of another desk sees the case by the person's yes to the referral, as any receiver does."""
    manager = case.manager
    if case.track == Case.Track.CHILD or manager is None or manager.desk.pk == case.desk_id:
        return False
    if consent_to(case, Purpose.REFERRAL) is not None:
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
    """Let one desk see named fields of a case, for one purpose, resting on a consent in force to that very purpose.

    `until`: the last day by the person's word, or the end agreed before; otherwise the period of the purpose ends it.
    `by_duty`: what child protection is shown has no dated end, the duty ends it.

    For a child the guardian and the child-protection duty take the place of consent (nrm-procedure T04): a consent that
    is not in force in this case holds nothing up, and nothing rests on it.
    """
    if not _stands(consent, case, to_desk, purpose):
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


def _stands(consent: Consent | None, case: Case, to_desk: Desk, purpose: str) -> bool:
    """A yes to one purpose is none to another (promise 4). Read anew and locked: a withdrawal at this very moment either
    comes first and is seen here, or waits and then ends what is disclosed now."""
    if consent is None or consent.purpose != purpose:
        return False
    held = Consent.objects.select_for_update(no_key=True, of=("self",)).filter(pk=consent.pk, case=case)
    return held.exists() and consent in agreed_in(case).to(desk=to_desk)
