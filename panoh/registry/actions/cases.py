"""Opening a case and taking the steps of the procedure in it. Clocks start and stop with the state."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db.models import Q

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import ClockKind, ForWhom, Procedure
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, CaseClock, CaseStep, Officer, Person
from panoh.registry.references import new_reference
from panoh.registry.refusals import Conflict, OutOfOrder
from panoh.registry.rules import procedure as rules
from panoh.registry.rules.clocks import due


@act
def open_case(*, person: Person, track: str, region: str = "", by: Officer, at: datetime) -> Case:
    """Open a case at the procedure's first state. It keeps the version of the procedure it runs under."""
    procedure = countries.procedure(settings.COUNTRY)
    start = next(state for state in procedure.states if state.kind == "start")
    case = Case.objects.create(
        reference=new_reference(),
        person=person,
        track=track,
        state=start.key,
        state_since=at,
        procedure_version=procedure.version,
        region=region or by.desk.region,
        opened_at=at,
        opened_by=by,
        desk=by.desk,
    )
    CaseStep.objects.create(case=case, step="open", to_state=start.key, at=at, by=by)
    _start_clocks(case, procedure, at=at)
    ledger.write(act="open_case", by=by, at=at, subject=f"case:{case.pk}", track=track)
    return case


@act
def take_step(*, case: Case, step: str, to: str = "", met: frozenset[str] = frozenset(), by: Officer, at: datetime) -> Case:
    """Take one step of the procedure: the rule says whether it is allowed from here, by this role, for this person.

    `to` names the state where the step leaves a choice; `met` the preconditions the calling act has made sure of.
    The move is a conditional update on the state seen, so of two officers at once one moves and the other is told.
    """
    procedure = countries.procedure(settings.COUNTRY)
    answer = rules.step_allowed(
        procedure, step=step, state=case.state, role=by.role, is_child=case.track == Case.Track.CHILD, to=to, met=met
    )
    if isinstance(answer, rules.Refused):
        raise OutOfOrder(answer.reason.en, answer.way_forward.en, subject=f"case:{case.pk}")
    seen, new = case.state, procedure.state(answer.to).key
    if not Case.objects.filter(pk=case.pk, state=seen).update(state=new, state_since=at):
        raise Conflict("Someone else moved this case a moment ago.", "Open the case again to see where it stands.")
    case.state, case.state_since = new, at
    CaseStep.objects.create(case=case, step=procedure.step(step).key, from_state=seen, to_state=new, at=at, by=by)
    _stop_clocks(case, procedure, at=at)
    _start_clocks(case, procedure, at=at)
    ledger.write(act="take_step", by=by, at=at, subject=f"case:{case.pk}", step=procedure.step(step).key, to=new)
    return case


def _start_clocks(case: Case, procedure: Procedure, *, at: datetime) -> None:
    calendar = countries.calendar(settings.COUNTRY)
    for clock in procedure.clocks_started_by(case.state):
        if clock.for_whom not in {ForWhom.ANYONE, ForWhom(case.track)}:
            continue
        CaseClock.objects.get_or_create(
            case=case,
            clock=clock.key,
            stopped_at=None,
            defaults={"started_at": at, "due_at": due(at, clock, calendar)},
        )


def _stop_clocks(case: Case, procedure: Procedure, *, at: datetime) -> None:
    code = procedure.state(case.state).code
    stopping = [clock.key for clock in procedure.clocks if code in clock.stops_on]
    case.clocks.filter(Q(clock__in=stopping), stopped_at=None).update(stopped_at=at)


def limits(procedure: Procedure) -> frozenset[str]:
    """Clocks by whose end something must be done; the others guarantee or allow something."""
    return frozenset(clock.key for clock in procedure.clocks if clock.kind is ClockKind.LIMIT)
