"""Beginning an interview: danger and what is needed at once first, then the conditions of the talk."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from panoh.instruments import library
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.queries.cases import refuse_anonymous
from panoh.registry.refusals import NotPermitted, Refused
from panoh.registry.wording import spoken
from panoh.screening.actions.claims import hold_for_interview
from panoh.screening.actions.held import child_on_record, held_open, subject
from panoh.screening.actions.reception import after_rest
from panoh.screening.actions.taught import require_taught
from panoh.screening.actions.together import nobody_else_talks
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.queries.matches import case_of_line, recognised_case
from panoh.screening.queries.operations import operations_for
from panoh.screening.rules.conditions import Conditions, problems
from panoh.screening.rules.needs_now import CODES, chosen

JUST_THE_TWO = Conditions()


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
    if roster_entry is not None and case is not None:
        _one_person(roster_entry, case, by)
    _known_needs(needs_now)
    track = case.track if case else track
    if instrument:
        require_taught(library.screening_instrument(instrument), track, by=by, at=at)
    nobody_else_talks(roster_entry=roster_entry, case=case, knowingly=knowingly)
    if case is not None:
        refuse_anonymous(case)  # asked once the case is held: they may be declining just now
    if roster_entry is not None:
        hold_for_interview(roster_entry, knowingly=knowingly, by=by, at=at)
    screening = Screening.objects.create(
        case=case,
        roster_entry=roster_entry,
        instrument=instrument,
        instrument_version=library.screening_instrument(instrument).version if instrument else "",
        track=track,
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
    after_rest(held.roster_entry, at=at)
    if not private_place:
        raise Refused(
            _("The interview does not begin where others listen."),
            _("Find a place where nobody else listens. If there is none now, offer help first and talk later."),
            subject=subject(held),
        )
    if child_on_record(held):  # only a birth date without doubt says otherwise (`describe_person`)
        track = Case.Track.CHILD
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


def _one_person(entry: RosterEntry, case: Case, by: Officer) -> None:
    """A line and a case are two people's, until somebody said that they are one."""
    if case not in (entry.case, case_of_line(entry, by), recognised_case(entry, by)):
        raise Refused(
            _("This line of the list and this case are not known to be one person's."),
            _("Compare the two first and say that they are the same, or begin with the line alone."),
            subject=f"roster:{entry.pk}",
        )


def _require_reach(entry: RosterEntry, by: Officer) -> None:
    if not operations_for(by).filter(pk=entry.operation_id).exists():
        raise NotPermitted(
            _("This list belongs to another desk."), _("Ask that desk to screen the person, or to hand the list over.")
        )
