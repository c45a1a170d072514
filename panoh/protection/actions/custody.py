"""A child held by the state is on record from the day it is known, looked at again on time, and ends among people who care."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.protection.models import Custody, CustodyReview
from panoh.protection.queries.custody import custodies_of
from panoh.protection.rules.custody import first_review, in_time, latest_review
from panoh.registry import access, ledger, vault
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.wording import day
from panoh.screening.actions.lines import held_line
from panoh.screening.models import RosterEntry
from panoh.screening.queries.roster import entry_for, may_be_a_child


@dataclass(frozen=True)
class Held:
    """`where` and `words` (who answers for the child there, which paper) are sealed; on a line without a case not kept."""

    held_by: str
    basis: str
    since: date
    region: str = ""
    where: str = ""
    words: str = ""


@act
def open_custody(*, case: Case, given: Held, by: Officer, at: datetime) -> Custody:
    """The child is held, and by whom; the first review comes soon, at once where it has lasted for long."""
    access.require(by, access.Act.KEEP_CUSTODY, case)
    keep_still(case.pk)
    if Case.objects.get(pk=case.pk).track != Case.Track.CHILD:
        raise _only_children(f"case:{case.pk}")
    made = _begin(given, case=case, roster_entry=None, by=by, at=at)
    ledger.write(act="open_custody", by=by, at=at, subject=f"case:{case.pk}", held_by=given.held_by)
    return made


@act
def open_custody_of_line(*, entry: RosterEntry, given: Held, by: Officer, at: datetime) -> Custody:
    """Of somebody on a roster, who has no case yet or has one: a list of children held is counted from the first day."""
    access.require(by, access.Act.KEEP_CUSTODY)
    if entry.case_id is not None:
        keep_still(entry.case_id)
    held = held_line(entry, by, open_only=False)
    subject = f"roster:{held.pk}"
    if not may_be_a_child(held):
        raise _only_children(subject)
    made = _begin(given, case=held.case, roster_entry=held, by=by, at=at)
    ledger.write(act="open_custody_of_line", by=by, at=at, subject=subject, held_by=given.held_by)
    return made


@act
def review_custody(
    *,
    custody: Custody,
    outcome: str,
    child_heard: bool,
    guardian_present: bool,
    words: str,
    next_on: date,
    by: Officer,
    at: datetime,
) -> CustodyReview:
    """Does the child still have to be held there? Late or not, a review is recorded; the next one has its day."""
    held = running(custody, by)
    today, subject = timezone.localdate(at), subject_of(held)
    periods = countries.returning(settings.COUNTRY).custody
    latest = latest_review(periods, reviews_held=held.reviews.count() + 1, since=today)
    if outcome not in CustodyReview.ComesOfIt.values or not words.strip():
        raise Refused(
            _("A review says what comes of it, and what was seen."),
            _("Choose what comes of it; if the child could not be heard, write why."),
            subject=subject,
        )
    if not in_time(next_on, latest=latest, today=today):
        raise Refused(
            _("The next review would come too late, or its day has passed."),
            _("Choose a day from tomorrow until %(latest)s; sooner is always possible.") % {"latest": day(latest)},
            subject=subject,
        )
    made = CustodyReview(
        custody=held,
        outcome=outcome,
        child_heard=child_heard,
        guardian_present=guardian_present,
        at=at,
        by=by,
        next_on=next_on,
    )
    seal(made, held, {"words": words.strip()})
    made.save(force_insert=True)
    held.review_due = next_on
    held.save(update_fields=["review_due"])
    ledger.write(act="review_custody", by=by, at=at, subject=subject, custody=str(held.pk), outcome=outcome)
    return made


@act
def end_custody(*, custody: Custody, because: str, ended_on: date, by: Officer, at: datetime) -> Custody:
    """The child lives with the family, with others who care for them, or somewhere recorded anew. Of a child recorded twice
    the list's record is ended where it stands."""
    held = running(custody, by, ends=True)
    if because not in Custody.HeldNoMore.values or not held.since <= ended_on <= timezone.localdate(at):
        raise Refused(
            _("A custody ends with a reason from the list, on a day since it began and not after today."),
            _("Choose where the child lives now, and since when."),
            subject=subject_of(held),
        )
    held.ended_on, held.ended_at, held.ended_by, held.ended_because = ended_on, at, by, because
    held.save(update_fields=["ended_on", "ended_at", "ended_by", "ended_because"])
    ledger.write(act="end_custody", by=by, at=at, subject=subject_of(held), custody=str(held.pk), because=because)
    return held


def running(custody: Custody, by: Officer, *, ends: bool = False) -> Custody:
    """The custody held still, and not over. A line that has a case by now is the case's from here on; where the case has a
    custody of its own already, this one can only be ended."""
    require_custody(custody, by)
    case = custody.case or (custody.roster_entry.case if custody.roster_entry else None)
    if case is not None:
        keep_still(case.pk)
    rows = Custody.objects.select_for_update(no_key=True, of=("self",)).select_related("case", "roster_entry__case")
    held = rows.get(pk=custody.pk)
    if held.ended_on is not None:
        raise Conflict(
            _("This custody is over already."),
            _("If the child is held again, record it anew."),
            subject=subject_of(held),
        )
    if held.case is None and case is not None and not (ends and _running_of(case).exclude(pk=held.pk).exists()):
        _becomes_the_cases(held, case)
    return held


def _becomes_the_cases(held: Custody, case: Case) -> None:
    subject, held.case = subject_of(held), case
    try:
        with transaction.atomic():
            held.save(update_fields=["case"])
    except IntegrityError:
        raise Conflict(
            _("That this child is held is on record twice: for the line of the list, and for the case."),
            _("End this record as recorded anew; reviews go on with the record of the case."),
            subject=subject,
        ) from None


def _running_of(case: Case) -> QuerySet[Custody]:
    return custodies_of(case).filter(ended_on=None)


def require_custody(custody: Custody, by: Officer) -> None:
    case = custody.case or (custody.roster_entry.case if custody.roster_entry else None)
    access.require(by, access.Act.KEEP_CUSTODY, case)
    if case is None and custody.roster_entry is not None:
        entry_for(by, custody.roster_entry.pk)


def seal(record: CustodyReview | Custody, custody: Custody, words: dict[str, str]) -> None:
    """Of somebody on a roster without a case no words are kept: there is nobody who could ask for them to be forgotten."""
    if custody.case_id is not None:
        vault.seal(record, words)


def subject_of(custody: Custody) -> str:
    return f"case:{custody.case_id}" if custody.case_id else f"roster:{custody.roster_entry_id}"


def _begin(given: Held, *, case: Case | None, roster_entry: RosterEntry | None, by: Officer, at: datetime) -> Custody:
    today = timezone.localdate(at)
    subject = f"case:{case.pk}" if case else f"roster:{roster_entry.pk if roster_entry else ''}"
    regions = {each.code for each in countries.divisions(settings.COUNTRY)}
    known = given.held_by in Custody.HeldBy.values and given.basis in Custody.Basis.values
    if not known or given.since > today or given.region not in {"", *regions}:
        raise Refused(
            _("It says by whom the child is held, since which day up to today, and on what basis."),
            _("Choose from the lists; where no basis was shown, choose that."),
            subject=subject,
        )
    if case is not None and _running_of(case).exists():
        raise _already(subject)
    due = first_review(countries.returning(settings.COUNTRY).custody, since=given.since, today=today)
    made = Custody(case=case, roster_entry=roster_entry, review_due=due, recorded_at=at, recorded_by=by)
    made.held_by, made.basis, made.since, made.region = given.held_by, given.basis, given.since, given.region
    seal(made, made, {"where": given.where.strip(), "words": given.words.strip()})
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise _already(subject) from None
    return made


def _already(subject: str) -> Conflict:
    return Conflict(
        _("That this child is held is on record already."),
        _("Open it and record a review, or its end."),
        subject=subject,
    )


def _only_children(subject: str) -> Refused:
    return Refused(
        _("This person is an adult."),
        _("If there is doubt about the age, correct the record first: doubt counts as a child."),
        subject=subject,
    )
