"""Beginning an interview: danger first, then the conditions of the talk, then the person's own yes or no."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import library
from panoh.registry import access, ledger
from panoh.registry.actions import PersonGiven, open_case, record_consent, register_person
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, DeclineReason, Officer, Purpose, Sex
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.screening.actions.held import held_open, subject
from panoh.screening.actions.operations import leave_roster
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.queries.matches import recognised_case

NOTHING_SAID = PersonGiven()


@act
def begin_screening(
    *,
    instrument: str = "",
    track: str = Case.Track.ADULT,
    in_danger: bool | None = None,
    language: str = "",
    interpreter: bool = False,
    private_place: bool = True,
    roster_entry: RosterEntry | None = None,
    case: Case | None = None,
    by: Officer,
    at: datetime,
) -> Screening:
    """Begin with the question about danger. Nothing personal is written down yet.

    `language` is empty while the conditions of the talk are not told; `instrument` while none is chosen. With `case`
    a person on record is screened again; they are asked for agreement anew.
    """
    access.require(by, access.Act.SCREEN, case)
    if roster_entry is not None and roster_entry.operation.desk_id != by.desk.pk:
        _require_reach(roster_entry, by)
    screening = Screening.objects.create(
        case=case,
        roster_entry=roster_entry,
        instrument=instrument,
        instrument_version=library.screening_instrument(instrument).version if instrument else "",
        track=case.track if case else track,
        language=language,
        interpreter=interpreter,
        private_place=private_place if language else None,
        in_danger=in_danger,
        desk=by.desk,
        started_by=by,
        started_at=at,
    )
    ledger.write(act="begin_screening", by=by, at=at, subject=subject(screening), in_danger=in_danger)
    return screening


@act
def tell_conditions(
    *,
    screening: Screening,
    private_place: bool,
    language: str,
    interpreter: bool,
    track: str,
    by: Officer,
    at: datetime,
) -> Screening:
    """Where, in which language and with whose help the talk is held, and whether the person could be a child."""
    held = held_open(screening, by)
    if not private_place:
        raise Refused(
            _("The interview does not begin where others listen."),
            _("Find a place where nobody else listens. If there is none now, offer help first and talk later."),
            subject=subject(held),
        )
    held.private_place, held.language, held.interpreter = True, language, interpreter
    if held.agreed_at is None:
        held.track = track
    held.save(update_fields=["private_place", "language", "interpreter", "track"])
    ledger.write(act="tell_conditions", by=by, at=at, subject=subject(held), language=language, interpreter=interpreter)
    return held


@act
def record_agreement(
    *, screening: Screening, given: PersonGiven = NOTHING_SAID, agreed: bool = True, by: Officer, at: datetime
) -> Case:
    """The person agreed to be asked: from here on there is a person and a case.

    A child is asked and the answer is kept; protection of a child does not depend on it (`agreed` may be False).
    """
    held = held_open(screening, by)
    _may_be_asked(held, agreed=agreed)
    case = held.case or _case_of_entry(held, by) or _new_case(held, given, by=by, at=at)
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
    held.save(update_fields=["case", "track", "agreed_at"])
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
    if held.track == Case.Track.CHILD:
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
    held.save()
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
    if not agreed and held.track == Case.Track.ADULT:
        raise Refused(
            _("An adult who does not agree is not interviewed."),
            _("Record that the person declines: only sex, nationality and reason are kept."),
            subject=subject(held),
        )


def _new_case(held: Screening, given: PersonGiven, *, by: Officer, at: datetime) -> Case:
    child = held.track == Case.Track.CHILD or given.track(timezone.localdate(at)) == Case.Track.CHILD
    person = register_person(given=given, by=by, at=at)
    return open_case(person=person, track=Case.Track.CHILD if child else Case.Track.ADULT, by=by, at=at)


def _case_of_entry(held: Screening, by: Officer) -> Case | None:
    """The case begun from the roster before, or that of the person a colleague recognised on it (decision 13)."""
    entry = held.roster_entry
    return (entry.case or recognised_case(entry, by)) if entry is not None else None


def _forget_links(held: Screening, *, by: Officer, at: datetime) -> None:
    """A person on record who declines this time: their no stands in their case, the anonymous record apart from it."""
    if held.agreed_at is not None:
        raise Refused(
            _("This person agreed and was interviewed."),
            _("Withdraw the consent in the case; every disclosure that rests on it ends then."),
            subject=subject(held),
        )
    if held.case is not None:
        record_consent(
            case=held.case, purpose=Purpose.INTERVIEW, given=False, language=held.language, explained=True, by=by, at=at
        )
    if held.roster_entry is not None:
        leave_roster(held.roster_entry)
    held.case = held.roster_entry = None


def _require_reach(entry: RosterEntry, by: Officer) -> None:
    if access.scope(by, access.Act.SCREEN) is not access.Scope.ALL:
        raise NotPermitted(
            _("This list belongs to another desk."), _("Ask that desk to screen the person, or to hand the list over.")
        )
