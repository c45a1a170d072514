"""Opening a case and taking the steps of the procedure in it. Clocks start and stop with the state."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.procedure import Step
from panoh.registry import ledger
from panoh.registry.actions import clocks
from panoh.registry.actions.versions import follow_newer
from panoh.registry.acts import act
from panoh.registry.models import Case, CaseStep, Officer, Person
from panoh.registry.queries.procedures import in_force, procedure_of
from panoh.registry.queries.steps import require_step
from panoh.registry.references import new_reference
from panoh.registry.refusals import Conflict


@act
def open_case(*, person: Person, track: str, region: str = "", by: Officer, at: datetime) -> Case:
    """Open a case at the procedure's first state. It keeps the version of the procedure it runs under."""
    procedure = in_force()
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
    clocks.on_opening(case, procedure, at=at)
    ledger.write(act="open_case", by=by, at=at, subject=f"case:{case.pk}", track=track)
    return case


@act
def take_step(
    *,
    case: Case,
    step: str,
    to: str = "",
    met: frozenset[str] = frozenset(),
    signatures: int = 1,
    decided_before: bool = False,
    by: Officer,
    at: datetime,
) -> Case:
    """Take one step of the procedure: the rule says whether it is allowed from here, by this role, for this person.

    `to` names the state where the step leaves a choice; `met` the preconditions the calling act has made sure of.
    The move is a conditional update on the state seen, so of two officers at once one moves and the other is told.
    After the step the case moves to the version in force, if that protects no less (rules/migration).
    """
    procedure = procedure_of(case)
    answer = require_step(
        case, step, by=by, met=met, signatures=signatures, decided_before=decided_before, on=timezone.localdate(at)
    )
    code = procedure.state(to).code if to else answer.to[0]
    if code not in answer.to:
        raise ValueError(f"the step {step} does not lead to {to}")
    new = procedure.state(code).key
    moved = new != case.state
    _move(case, answer.step, new, by=by, at=at)
    if moved:
        clocks.on_new_state(case, procedure, at=at)
    if answer.step.resumes:
        clocks.on_resumed(case, procedure, at=at)
    ledger.write(act="take_step", by=by, at=at, subject=f"case:{case.pk}", step=answer.step.key, to=case.state)
    follow_newer(case, by=by, at=at)
    return case


@act
def put_on_track(*, case: Case, track: str, by: Officer, at: datetime) -> Case:
    """The person turned out to be a child, or may be one (or surely is none). A child's own clocks start now."""
    if case.track == track:
        return case
    case.track = track
    case.save(update_fields=["track"])
    if track == Case.Track.CHILD:
        clocks.on_child_track(case, procedure_of(case), at=at)
    ledger.write(act="put_on_track", by=by, at=at, subject=f"case:{case.pk}", track=track)
    return case


def keep_still(case: UUID) -> None:
    """Lock the case until the act ends, wherever it stands: acts on what is written about one person come one after the
    other. Taken before any other lock of the act, or two of them wait for each other in a ring (decision 0026)."""
    Case.objects.select_for_update(no_key=True).values_list("pk").get(pk=case)


def _move(case: Case, step: Step, new: str, *, by: Officer, at: datetime) -> None:
    seen = case.state
    if not Case.objects.filter(pk=case.pk, state=seen).update(state=new, state_since=at):
        raise Conflict(
            _("Someone else moved this case a moment ago."),
            _("Open the case again to see where it stands."),
            subject=f"case:{case.pk}",
        )
    case.state, case.state_since = new, at
    CaseStep.objects.create(case=case, step=step.key, from_state=seen, to_state=new, at=at, by=by)
