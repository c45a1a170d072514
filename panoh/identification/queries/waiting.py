"""What the viewer's desk waits for in identification: cases it handed on that lie with others, and its own proposals."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from panoh.identification.models import Decision
from panoh.identification.queries.missed import lies_with
from panoh.identification.queries.tasks import TASKS, Task, paused_states
from panoh.identification.queries.worklist import running_clocks
from panoh.instruments.kinds.procedure import Procedure
from panoh.registry import access
from panoh.registry.access import Scope
from panoh.registry.asking import Asked
from panoh.registry.models import Case, CaseClock, CaseStep, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries.procedures import in_use, procedure_of, under
from panoh.registry.reversing import address_of
from panoh.registry.wording import spoken
from panoh.registry.worklists import Awaited


def awaited_parts(_viewer: Officer) -> tuple[Part[Awaited], ...]:
    """Nothing sealed is opened."""
    return (replace(HANDED_ON, on=tuple(each.version for each in in_use())),)


def _of_own_cases(viewer: Officer, now: datetime, *versions: str) -> QuerySet[CaseClock]:
    """Cases of the own desk or managed. A guaranteed time is asked of nobody while it lasts."""
    others, texts = _others(viewer, versions)
    ours = Case.objects.filter(_ours(viewer), state__in=_states(others, texts))
    return _running(viewer).filter(clock__in=[each.clock for each in others], case__in=ours.values("pk"))


def _of_own_proposals(viewer: Officer, now: datetime, *_versions: str) -> QuerySet[CaseClock]:
    """Cases that wait for a colleague under the viewer's own proposal."""
    proposed = Decision.objects.filter(status=Decision.Status.PROPOSED, proposed_by=viewer)
    return _running(viewer).filter(clock__in=[each.clock for each in TASKS], case__in=proposed.values("case"))


def _of_cases_moved(viewer: Officer, now: datetime, *versions: str) -> QuerySet[CaseClock]:
    """Cases the desk moved to where they are, for a post that sees all."""
    others, texts = _others(viewer, versions)
    next_ones = [each for each in others if any(_follows_us(each, viewer, text) for text in texts)]
    if access.scope(viewer, access.Act.SEE_CASE) is not Scope.ALL:
        return _running(viewer).none()
    states = _states(next_ones, texts)
    by_us = CaseStep.objects.filter(case=OuterRef("pk"), to_state=OuterRef("state"), to_state__in=states)
    by_us = by_us.filter(by__post__desk=viewer.desk).exclude(from_state=F("to_state"))
    moved = Case.objects.filter(Exists(by_us), state__in=states)
    waits = moved.exclude(_ours(viewer)).values("pk")
    return _running(viewer).filter(clock__in=[each.clock for each in next_ones], case__in=waits)


def _running(viewer: Officer) -> QuerySet[CaseClock]:
    running = CaseClock.objects.filter(stopped_at=None).order_by("due_at", "pk")
    return running.none() if access.scope(viewer, access.Act.SEE_CASE) is Scope.NONE else running


def _ours(viewer: Officer) -> Q:
    return Q(desk=viewer.desk) | Q(manager=viewer)


def _others(viewer: Officer, versions: tuple[str, ...]) -> tuple[list[Task], tuple[Procedure, ...]]:
    """The tasks that are others'."""
    texts = tuple(map(under, versions))
    return [each for each in TASKS if _of_others(each, viewer, texts)], texts


def _of_others(task: Task, viewer: Officer, versions: tuple[Procedure, ...]) -> bool:
    """Never this post's work, under no version."""
    return all(viewer.role not in task.hands(text) and not task.opens_when_over(text) for text in versions)


def _follows_us(task: Task, viewer: Officer, procedure: Procedure) -> bool:
    """Whether a step of this post leads to where the task waits."""
    waits = {procedure.state(state).code for state in task.states(procedure)}
    own = (step for step in procedure.steps if viewer.role in (step.owner, *step.stands_in))
    return any(waits & (set(step.to) - set(step.from_states)) for step in own)


def _states(tasks: list[Task], versions: tuple[Procedure, ...]) -> set[str]:
    """Where the tasks wait, but for paused cases, whose clocks stand still."""
    return {state for each in tasks for text in versions for state in each.states(text)} - set(paused_states())


def _awaited(clock: CaseClock, due_at: datetime, _asked: Asked) -> Awaited:
    procedure = procedure_of(clock.case)
    rule = procedure.clock(clock.clock)
    return Awaited(
        due_at=due_at,
        since=clock.started_at,
        reference=clock.case.reference,
        stage="identification",
        what=spoken(rule.name),
        of_whom=lies_with(rule, procedure, clock.case),
        address=address_of("case", clock.case_id),
    )


HANDED_ON = Part(
    tuple(waiting(way, "pk", "due_at", anew=True) for way in (_of_own_cases, _of_own_proposals, _of_cases_moved)),
    each(_awaited),
    running_clocks,
    in_order=True,
)
"""Way by way, each along an index of its own."""
