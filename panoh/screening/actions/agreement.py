"""The person's own yes or no, before anything personal is written down; a child's wish, which ends no protection."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger
from panoh.registry.actions import PersonGiven, keep_still, open_case, put_on_track, record_consent, register_person
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, DeclineReason, Officer, Purpose, Sex
from panoh.registry.refusals import Conflict, Refused
from panoh.screening.actions.accounting import leave_roster
from panoh.screening.actions.held import child_on_record, held_open, subject
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.queries.explaining import told_in
from panoh.screening.queries.matches import case_of_line, recognised_case
from panoh.screening.rules.roster import could_be_child

NOTHING_SAID = PersonGiven()


@act
def record_agreement(
    *,
    screening: Screening,
    given: PersonGiven = NOTHING_SAID,
    agreed: bool = True,
    wish: str = "",
    by: Officer,
    at: datetime,
) -> Case:
    """The person agreed to be asked: from here on there is a person and a case.

    A child is asked and the answer is kept; protection of a child does not depend on it (`agreed` may be False).
    `wish` is the child's own. The version of the explanation the person was told stays with the screening.
    """
    held = held_open(screening, by)
    _may_be_asked(held, agreed=agreed)
    _hold_case(held)
    _hold_line(held)  # of two officers with one person of a list, the second finds the first one's case
    case = held.case or _case_of_entry(held, by) or _new_case(held, given, by=by, at=at)
    if held.track == Case.Track.CHILD:  # doubt about age that arises in a later talk counts as well
        put_on_track(case=case, track=Case.Track.CHILD, by=by, at=at)
    record_consent(
        case=case,
        purpose=Purpose.INTERVIEW,
        given=agreed,
        language=held.language,
        explained=True,
        giver=Consent.Giver.SELF,
        by=by,
        at=at,
    )
    held.case, held.track, held.agreed_at = case, case.track, at
    held.explained_version, held.explained_language = told_in(held.language)
    held.child_wish = (wish or ("yes" if agreed else "no")) if held.track == Case.Track.CHILD else ""
    held.save(update_fields=["case", "track", "agreed_at", "explained_version", "explained_language", "child_wish"])
    if held.roster_entry is not None and held.roster_entry.case_id is None:
        RosterEntry.objects.filter(pk=held.roster_entry.pk).update(case=case)
    ledger.write(act="record_agreement", by=by, at=at, subject=subject(held), case=str(case.pk), agreed=agreed)
    return case


@act
def decline(
    *, screening: Screening, sex: str = Sex.UNKNOWN, nationality: str = "", reason: str = "", by: Officer, at: datetime
) -> Screening:
    """An adult says no. Sex, nationality and reason stay, and nothing else: no case, no name, no link to a list."""
    held = held_open(screening, by)
    _hold_case(held)
    _hold_line(held)
    if _may_be_child(held):
        raise Refused(
            _("A child cannot decline protection, and a person whose age is in doubt counts as a child."),
            _("Write down the child's own wish, stop the talk if it distresses, and call child protection now."),
            subject=subject(held),
        )
    if reason not in DeclineReason.values:
        raise Refused(
            _("Choose the reason from the list."), _("A free text could name someone."), subject=subject(held)
        )
    _forget_links(held, by=by, at=at)
    held.outcome, held.finished_at = Screening.Outcome.DECLINED, at
    held.declined_sex, held.declined_nationality, held.declined_reason = sex, nationality, reason
    held.needs_now, held.conditions = [], {}
    held.save()
    held.pauses.all().delete()
    ledger.write(act="decline", by=by, at=at, subject=subject(held), reason=reason)
    return held


def _may_be_asked(held: Screening, *, agreed: bool) -> None:
    if held.agreed_at is not None:
        raise Conflict(
            _("Agreement is on record already."), _("Open the interview again and go on."), subject=subject(held)
        )
    if not (held.language and held.private_place):
        raise Refused(
            _("Agreement counts only after it was explained in a private place, in a language the person understands."),
            _("Say first where the talk is held and in which language."),
            subject=subject(held),
        )
    if not agreed and held.track == Case.Track.ADULT and not child_on_record(held):
        raise Refused(
            _("An adult who does not agree is not interviewed."),
            _("Record that the person declines: only sex, nationality and reason are kept."),
            subject=subject(held),
        )


def _new_case(held: Screening, given: PersonGiven, *, by: Officer, at: datetime) -> Case:
    child = held.track == Case.Track.CHILD or given.track(timezone.localdate(at)) == Case.Track.CHILD
    person = register_person(given=given, by=by, at=at)
    return open_case(person=person, track=Case.Track.CHILD if child else Case.Track.ADULT, by=by, at=at)


def _hold_case(held: Screening) -> None:
    """A no ends what an earlier yes opened; the case is held before the line, as erasing holds them."""
    line = RosterEntry.objects.filter(screenings=held).values_list("case", flat=True).first()
    case = held.case_id or line
    if case is not None:
        keep_still(case)


def _hold_line(held: Screening) -> None:
    """The line of the roster as it is now, locked until the act is over."""
    if held.roster_entry_id:
        held.roster_entry = RosterEntry.objects.select_for_update(no_key=True).get(pk=held.roster_entry_id)


def _case_of_entry(held: Screening, by: Officer) -> Case | None:
    """The case begun from the roster before, or that of the person a colleague recognised on it (decision 13). After a
    hand-over the case of the first desk stays closed to the second: the person agrees anew, and a case of theirs begins.
    """
    entry = held.roster_entry
    return (case_of_line(entry, by) or recognised_case(entry, by)) if entry is not None else None


def _may_be_child(held: Screening) -> bool:
    """Seen as a child now or before; and as long as nobody asked, by the years on the list too."""
    if held.track == Case.Track.CHILD or child_on_record(held):
        return True
    line = held.roster_entry
    if line is None or held.language:
        return False
    return could_be_child(line.born_from, line.born_to, on=line.operation.on)


def _forget_links(held: Screening, *, by: Officer, at: datetime) -> None:
    """A person on record who declines this time: their no stands in their case, the anonymous record apart from it."""
    if held.agreed_at is not None:
        raise Refused(
            _("This person agreed and was interviewed."),
            _("Withdraw the consent in the case; every disclosure that rests on it ends then."),
            subject=subject(held),
        )
    case = held.case or (held.roster_entry.case if held.roster_entry else None)
    if held.roster_entry is not None:
        leave_roster(held.roster_entry, by=by, at=at)
    if case is not None and access.may(by, access.Act.TAKE_CONSENT, case):
        record_consent(
            case=case, purpose=Purpose.INTERVIEW, given=False, language=held.language, explained=True, by=by, at=at
        )
    held.case = held.roster_entry = None
