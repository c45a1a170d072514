"""A consulate opens a file for a national who asked for help or was found, gets them a paper, and asks the country there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.abroad import ask_transfer, require_told
from panoh.protection.models import ConsularFile, HostReferral, TransferAbroad, TravelDocument
from panoh.protection.queries.consular import country_of
from panoh.protection.queries.returns import SHARED_FIELDS
from panoh.registry import access, ledger, vault
from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.actions.cases import keep_still
from panoh.registry.actions.consent import write_consent
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.queries.consents import consent_to
from panoh.registry.refusals import Conflict, Refused
from panoh.screening.queries.reading import mark_of
from panoh.screening.rules.needs_now import NEEDS_NOW


@dataclass(frozen=True)
class FileGiven:
    """`needs`: codes of what is needed at once. `situation` and `where` are sealed."""

    met: str
    wish: str
    needs: tuple[str, ...] = ()
    situation: str = ""
    where: str = ""


@act
def meet_abroad(
    *,
    given: PersonGiven,
    file: FileGiven,
    agreed: bool,
    language: str,
    explained: bool,
    by: Officer,
    at: datetime,
) -> ConsularFile:
    """Somebody new: person, case and file at once. An adult who does not agree leaves no name, and is helped all the same."""
    access.require(by, access.Act.KEEP_CONSULAR_FILE)
    track = given.track(timezone.localdate(at))
    who = given.names or given.documents or given.contact or file.situation.strip() or file.where.strip()
    if track == Case.Track.ADULT and not agreed and who:
        raise Refused(
            _("The person has not agreed to their name being kept."),
            _(
                "Explain and ask; or leave name, documents, contact, situation and place empty. Help does not depend on it."
            ),
        )
    person = register_person(given=given, by=by, at=at)
    case = open_case(person=person, track=track, by=by, at=at)
    if track == Case.Track.ADULT:
        write_consent(
            case=case,
            purpose=Purpose.CONSULATE,
            given=agreed,
            language=language,
            explained=explained,
            by=by,
            at=at,
        )
    made = _begin(case, file, by=by, at=at)
    ledger.write(act="meet_abroad", by=by, at=at, subject=f"case:{case.pk}", file=str(made.pk), met=file.met)
    return made


@act
def open_consular_file(*, case: Case, given: FileGiven, by: Officer, at: datetime) -> ConsularFile:
    """For somebody with a case already, screened by the consulate or shown to it."""
    access.require(by, access.Act.KEEP_CONSULAR_FILE, case)
    keep_still(case.pk)
    made = _begin(case, given, by=by, at=at)
    ledger.write(act="open_consular_file", by=by, at=at, subject=f"case:{case.pk}", file=str(made.pk), met=given.met)
    return made


@act
def change_consular_file(
    *, file: ConsularFile, given: FileGiven, after: str, by: Officer, at: datetime
) -> ConsularFile:
    """What the person needs and wishes now. `after`: the mark of the file as it was seen."""
    held = held_file(file, by)
    unless_overtaken(after, mark_of(held), subject=f"case:{held.case_id}")
    _check(given, f"case:{held.case_id}")
    held.met, held.wish, held.needs = given.met, given.wish, list(given.needs)
    vault.seal(held, {"situation": given.situation.strip(), "where": given.where.strip()})
    held.save()
    ledger.write(act="change_consular_file", by=by, at=at, subject=f"case:{held.case_id}", wish=given.wish)
    return held


@act
def close_consular_file(*, file: ConsularFile, because: str, by: Officer, at: datetime) -> ConsularFile:
    """The consulate's part is over; the case is not, and the file can be opened again as another one."""
    held = held_file(file, by)
    if because not in ConsularFile.Closed.values:
        raise Refused(
            _("A file is closed with a reason from the list."), _("Choose how it went."), subject=f"case:{held.case_id}"
        )
    held.closed_at, held.closed_by, held.closed_because = at, by, because
    held.save(update_fields=["closed_at", "closed_by", "closed_because"])
    TransferAbroad.objects.filter(host__file=held, approved=None, ended_at=None).update(ended_at=at)
    ledger.write(act="close_consular_file", by=by, at=at, subject=f"case:{held.case_id}", because=because)
    return held


@act
def ask_document(*, file: ConsularFile, kind: str, asked_on: date, by: Officer, at: datetime) -> TravelDocument:
    """A paper to travel on is asked for; nothing on it says what happened to the person."""
    held = held_file(file, by)
    subject = f"case:{held.case_id}"
    if kind not in TravelDocument.Paper.values or asked_on > timezone.localdate(at):
        raise Refused(
            _("It says which document is asked for, and on which day up to today."),
            _("Choose from the list, and the day."),
            subject=subject,
        )
    if held.documents.filter(issued_on=None).exists():
        raise Conflict(
            _("A document is asked for already and was not issued yet."),
            _("Record that it was issued, then another can be asked for."),
            subject=subject,
        )
    made = TravelDocument.objects.create(file=held, kind=kind, asked_on=asked_on, asked_by=by)
    ledger.write(act="ask_document", by=by, at=at, subject=subject, kind=kind)
    return made


@act
def issue_document(
    *, document: TravelDocument, issued_on: date, number: str, by: Officer, at: datetime
) -> TravelDocument:
    """Issued by the officer's desk on a day; the number is sealed."""
    file = held_file(document.file, by)
    subject = f"case:{file.case_id}"
    held = TravelDocument.objects.select_for_update(no_key=True).get(pk=document.pk)
    if held.issued_on is not None:
        raise Conflict(
            _("This document was issued already."), _("Ask for another one if it was lost."), subject=subject
        )
    if not held.asked_on <= issued_on <= timezone.localdate(at) or not number.strip():
        raise Refused(
            _("It says on which day since it was asked for the document was issued, and its number."),
            _("Fill in both; the day is not after today."),
            subject=subject,
        )
    held.issued_on, held.issued_by = issued_on, by.desk
    vault.seal(held, {"number": number.strip()})
    held.save()
    ledger.write(act="issue_document", by=by, at=at, subject=subject, document=str(held.pk))
    return held


@act
def refer_to_host(
    *, file: ConsularFile, body: str, words: str, fields: tuple[str, ...], by: Officer, at: datetime
) -> HostReferral:
    """The mechanism of the country the person is in is asked to help: a named body, told exactly these fields
    once the data-protection officer has said so, or asked at once and told nothing of the person."""
    held = held_file(file, by)
    subject, case = f"case:{held.case_id}", held.case
    if not body.strip() or set(fields) - set(SHARED_FIELDS):
        raise Refused(
            _("It says which body was asked, and what of the list it was told."),
            _("Write the name of the body and tick what it needs; what happened is told by the person."),
            subject=subject,
        )
    consent = consent_to(case, Purpose.FOREIGN)
    if consent is None and case.track == Case.Track.ADULT:
        raise Refused(
            _("The person has not agreed to a body abroad being told of them."),
            _("Ask the person for consent to sharing with a body abroad first."),
            subject=subject,
        )
    made = HostReferral(file=held, consent=consent, fields=list(fields), at=at, by=by)
    vault.seal(made, {"body": body.strip(), "words": words.strip()})
    made.save(force_insert=True)
    _anew(held, at=at)
    told = {"body": body, "purpose": words}
    ask_transfer(case, country=held.country, fields=fields, told=told, host=made, by=by, at=at)
    ledger.write(act="refer_to_host", by=by, at=at, subject=subject, fields=fields, country=held.country)
    return made


@act
def answer_of_host(
    *, referral: HostReferral, accepted: bool, answered_on: date, by: Officer, at: datetime
) -> HostReferral:
    """What that body answered. Where it says no, another can be asked."""
    file = held_file(referral.file, by)
    subject = f"case:{file.case_id}"
    held = HostReferral.objects.select_for_update(no_key=True, of=("self",)).get(pk=referral.pk)
    require_told(held)
    if held.accepted is not None:
        raise Conflict(_("This was answered already."), _("Ask the body or another one anew."), subject=subject)
    if not timezone.localdate(held.at) <= answered_on <= timezone.localdate(at):
        raise Refused(
            _("The answer came on a day since the body was asked, and not after today."),
            _("Choose the day of the answer."),
            subject=subject,
        )
    held.accepted, held.answered_on = accepted, answered_on
    held.save(update_fields=["accepted", "answered_on"])
    ledger.write(act="answer_of_host", by=by, at=at, subject=subject, accepted=accepted)
    return held


def held_file(file: ConsularFile, by: Officer) -> ConsularFile:
    """The file with its case held still, and open."""
    access.require(by, access.Act.KEEP_CONSULAR_FILE, file.case)
    keep_still(file.case_id)
    rows = ConsularFile.objects.select_for_update(no_key=True, of=("self",)).select_related("case")
    held = rows.get(pk=file.pk)
    if held.closed_at is not None:
        raise Conflict(
            _("This file is closed."),
            _("Open another one if the person needs help again."),
            subject=f"case:{held.case_id}",
        )
    return held


def _begin(case: Case, given: FileGiven, *, by: Officer, at: datetime) -> ConsularFile:
    _check(given, f"case:{case.pk}")
    made = ConsularFile(case=case, desk=by.desk, country=country_of(by.desk), opened_at=at, opened_by=by)
    made.met, made.wish, made.needs = given.met, given.wish, list(given.needs)
    vault.seal(made, {"situation": given.situation.strip(), "where": given.where.strip()})
    try:
        made.save(force_insert=True)
    except IntegrityError:  # the database takes one; the whole act goes back
        raise Conflict(
            _("A file of a consulate is open for this person already."),
            _("Open it and go on there."),
            subject=f"case:{case.pk}",
        ) from None
    return made


def _anew(file: ConsularFile, *, at: datetime) -> None:
    """Another body is asked, or the same one with less: what was refused before asks for nothing any more."""
    TransferAbroad.objects.filter(host__file=file, approved=False, ended_at=None).update(ended_at=at)


def _check(given: FileGiven, subject: str) -> None:
    known = given.met in ConsularFile.HowMet.values and given.wish in ConsularFile.WishAbroad.values
    if not known or set(given.needs) - {each.code for each in NEEDS_NOW}:
        raise Refused(
            _("It says how the person was met, what they wish, and what they need of the list."),
            _("Choose from the lists; a wish can be left open."),
            subject=subject,
        )
