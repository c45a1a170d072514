"""Beginning an interview: danger first, then the conditions of the talk, then the person's own yes or no."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import library
from panoh.registry import access, ledger
from panoh.registry.actions import PersonGiven, open_case, record_consent, register_person
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, DeclineReason, Officer, Purpose, Sex
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.wording import spoken
from panoh.screening.actions.accounting import leave_roster
from panoh.screening.actions.claims import hold_for_interview
from panoh.screening.actions.held import held_open, subject
from panoh.screening.actions.together import nobody_else_talks
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.queries.explaining import told_in
from panoh.screening.queries.matches import case_of_line, recognised_case
from panoh.screening.queries.operations import operations_for
from panoh.screening.rules.conditions import Conditions, problems
from panoh.screening.rules.needs_now import CODES, chosen

NOTHING_SAID = PersonGiven()
JUST_THE_TWO = Conditions()
WISHES = {"yes": True, "with_someone": False, "later": False, "no": False}
"""What a child may wish, and whether it means that the child talks now."""


@act
def begin_screening(
    *,
    instrument: str = "",
    track: str = Case.Track.ADULT,
    in_danger: bool | None = None,
    needs_now: Collection[str] = (),
    language: str = "",
    interpreter: bool = False,
    private_place: bool = True,
    roster_entry: RosterEntry | None = None,
    case: Case | None = None,
    knowingly: bool = False,
    by: Officer,
    at: datetime,
) -> Screening:
    """Begin with danger and what is needed at once. Nothing personal is written down yet.

    `language` is empty while the conditions of the talk are not told; `instrument` while none is chosen. With `case`
    a person on record is screened again; they are asked for agreement anew. `knowingly`: although a colleague's
    interview with the same person is open.
    """
    access.require(by, access.Act.SCREEN, case)
    if roster_entry is not None:
        _require_reach(roster_entry, by)
    _known_needs(needs_now)
    nobody_else_talks(roster_entry=roster_entry, case=case, knowingly=knowingly)
    if roster_entry is not None:
        hold_for_interview(roster_entry, knowingly=knowingly, by=by, at=at)
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
        needs_now=[need.code for need in chosen(needs_now)],
        desk=by.desk,
        started_by=by,
        started_at=at,
    )
    ledger.write(act="begin_screening", by=by, at=at, subject=subject(screening), in_danger=in_danger)
    return screening


@act
def tell_needs_now(*, screening: Screening, needs_now: Collection[str], by: Officer, at: datetime) -> Screening:
    """What the person needs before anything else, in codes: at any moment of the talk, before agreement too."""
    held = held_open(screening, by)
    _known_needs(needs_now)
    held.needs_now = [need.code for need in chosen(needs_now)]
    held.save(update_fields=["needs_now"])
    ledger.write(act="tell_needs_now", by=by, at=at, subject=subject(held), needs=held.needs_now)
    return held


@act
def tell_conditions(
    *,
    screening: Screening,
    private_place: bool,
    language: str,
    interpreter: bool,
    track: str,
    told: Conditions = JUST_THE_TWO,
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
    child = Case.Track.CHILD in {track, held.track if held.agreed_at else track}
    for problem in problems(told, needs_interpreter=interpreter, child=child):
        raise Refused(spoken(problem.why), spoken(problem.instead), subject=subject(held))
    held.private_place, held.language, held.interpreter = True, language, interpreter
    held.conditions = asdict(told)
    if held.agreed_at is None:
        held.track = track
    held.save(update_fields=["private_place", "language", "interpreter", "conditions", "track"])
    ledger.write(act="tell_conditions", by=by, at=at, subject=subject(held), language=language, **_of_the_talk(held))
    return held


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
    if held.roster_entry_id:  # of two officers with one person of a list, the second finds the first one's case
        held.roster_entry = RosterEntry.objects.select_for_update().get(pk=held.roster_entry_id)
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
    held.needs_now, held.conditions = [], {}
    held.save()
    held.pauses.all().delete()
    ledger.write(act="decline", by=by, at=at, subject=subject(held), reason=reason)
    return held


def _known_needs(codes: Collection[str]) -> None:
    for code in codes:
        if code not in CODES:
            raise Refused(
                _("“%(code)s” is no urgent need of the list.") % {"code": code},
                _("Choose from: %(codes)s. Everything else is recorded as a need in the case.")
                % {"codes": ", ".join(sorted(CODES))},
            )


def _of_the_talk(held: Screening) -> dict[str, Any]:
    """Who was in the room, for the ledger: codes only."""
    told = held.conditions
    return {"interpreter": told["interpreter"], "mode": told["mode"], "present": told["present"]}


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
    """The case begun from the roster before, or that of the person a colleague recognised on it (decision 13). After a
    hand-over the case of the first desk stays closed to the second: the person agrees anew, and a case of theirs begins.
    """
    entry = held.roster_entry
    return (case_of_line(entry, by) or recognised_case(entry, by)) if entry is not None else None


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
    if not operations_for(by).filter(pk=entry.operation_id).exists():
        raise NotPermitted(
            _("This list belongs to another desk."), _("Ask that desk to screen the person, or to hand the list over.")
        )
