"""Defendants, with as little of them as is needed, and victims: by number, linked only where the person agreed to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.justice.actions.held import held, not_ahead, subject
from panoh.justice.models import CriminalCase, Defendant, VictimLink
from panoh.justice.queries.cases import shared_as
from panoh.justice.rules.places import place_key
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Officer, Sex, not_shut
from panoh.registry.queries.consents import consent_to
from panoh.registry.references import reference_from
from panoh.registry.refusals import Conflict, Refused


@dataclass(frozen=True)
class DefendantGiven:
    """`name` is empty where the desk does not need it here."""

    sex: str = Sex.UNKNOWN
    nationality: str = ""
    official: str = Defendant.Official.UNKNOWN
    name: str = ""


@act
def add_defendant(*, criminal_case: CriminalCase, given: DefendantGiven, by: Officer, at: datetime) -> Defendant:
    case = held(criminal_case, by)
    country = given.nationality
    if given.sex not in Sex.values or given.official not in Defendant.Official.values or len(country) not in (0, 2):
        raise Refused(
            _("A defendant has a sex and is an official or not, as far as known; a citizenship is two letters."),
            _("Choose “not known” where it is not known."),
            subject=subject(case),
        )
    number = case.defendants.count() + 1
    made = Defendant(
        criminal_case=case,
        number=number,
        sex=given.sex,
        nationality=country.upper(),
        official=given.official,
        added_at=at,
        added_by=by,
    )
    vault.seal(made, {"name": given.name.strip()})
    made.save(force_insert=True)
    ledger.write(act="add_defendant", by=by, at=at, subject=subject(case), number=number, official=given.official)
    return made


@act
def hold_defendant(*, defendant: Defendant, place: str, on: date, by: Officer, at: datetime) -> Defendant:
    """Where they are held, sealed; a victim held in the same place is noticed by its blind index."""
    case = held(defendant.criminal_case, by)
    not_ahead(on, timezone.localdate(at), case)
    if not place_key(place):
        raise Refused(_("Somebody is held in a place."), _("Write its name as others write it."), subject=subject(case))
    row = Defendant.objects.select_for_update(no_key=True).get(pk=defendant.pk)
    vault.seal(row, {**vault.unseal(row), "held": place.strip()})
    row.held_key, row.held_from, row.held_until = vault.blind("held", place_key(place)), on, None
    row.save()
    ledger.write(act="hold_defendant", by=by, at=at, subject=subject(case), number=row.number)
    return row


@act
def release_defendant(*, defendant: Defendant, on: date, by: Officer, at: datetime) -> Defendant:
    case = held(defendant.criminal_case, by)
    not_ahead(on, timezone.localdate(at), case)
    row = Defendant.objects.select_for_update(no_key=True).get(pk=defendant.pk)
    if row.held_from is None or row.held_until is not None or on < row.held_from:
        raise Refused(_("This defendant is not held on that day."), _("Look at the days again."), subject=subject(case))
    row.held_until = on
    row.save(update_fields=["held_until"])
    ledger.write(act="release_defendant", by=by, at=at, subject=subject(case), number=row.number)
    return row


@act
def count_victim(*, criminal_case: CriminalCase, reference: str = "", by: Officer, at: datetime) -> VictimLink:
    """Without a reference a victim is counted and nobody is linked. A wrong reference and a person who did not agree to
    such a desk are refused in the same words, so that nobody can try which exist."""
    case = held(criminal_case, by)
    consent = _agreed(reference, by) if reference.strip() else None
    if reference.strip() and consent is None:
        raise Refused(
            _("Nobody with this reference agreed to sharing with such a desk."),
            _("Count the victim without a reference, or ask the person for another word through whoever helps them."),
            subject=subject(case),
        )
    if consent is not None and case.victims.filter(case=consent.case_id, ended_at=None).exists():
        raise Conflict(_("This person is linked already."), _("Look at the victims again."), subject=subject(case))
    number = case.victims.count() + 1
    linked = consent.case if consent else None
    made = VictimLink.objects.create(criminal_case=case, number=number, case=linked, consent=consent, at=at, by=by)
    ledger.write(act="count_victim", by=by, at=at, subject=subject(case), number=number, linked=consent is not None)
    return made


@act
def unlink_victim(*, victim: VictimLink, by: Officer, at: datetime) -> VictimLink:
    """Counted by mistake, or no victim of this crime. The line stays, ended."""
    case = held(victim.criminal_case, by)
    if not VictimLink.objects.filter(pk=victim.pk, ended_at=None).update(ended_at=at):
        raise Conflict(_("This has ended already."), _("Look at the victims again."), subject=subject(case))
    victim.refresh_from_db()
    ledger.write(act="unlink_victim", by=by, at=at, subject=subject(case), number=victim.number)
    return victim


def _agreed(reference: str, by: Officer) -> Consent | None:
    case = Case.objects.filter(not_shut(by, "pk"), reference=reference_from(reference)).first()
    return consent_to(case, shared_as(by), desk=by.desk) if case else None
