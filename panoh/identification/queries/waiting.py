"""What the viewer's desk waits for in identification: cases it handed on that lie with others, and its own proposals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from panoh.identification.models import Decision
from panoh.identification.queries.missed import lies_with
from panoh.identification.queries.tasks import TASKS, Task, paused_states
from panoh.instruments.kinds.procedure import Procedure
from panoh.registry import access
from panoh.registry.models import Case, CaseClock, CaseStep, Officer
from panoh.registry.queries.procedures import in_use
from panoh.registry.wording import spoken
from panoh.registry.worklists import MOST, Awaited, Waiting

SHOWN = 50


def waiting(viewer: Officer, *, shown: int = SHOWN) -> Waiting:
    """A fixed number of reads, however much is waited for. Nothing sealed is opened."""
    if access.scope(viewer, access.Act.SEE_CASE) is access.Scope.NONE:
        return Waiting((), 0)
    versions = in_use()
    texts = {each.version: each for each in versions}
    due: set[tuple[datetime, int]] = set()
    for part in handed_on(viewer, versions):
        due.update(part.values_list("due_at", "pk")[: MOST + 1])
    soonest = [pk for _due_at, pk in sorted(due)[:shown]]
    found = CaseClock.objects.select_related("case__desk", "case__manager__post__desk").in_bulk(soonest)
    clocks = (found[pk] for pk in soonest if pk in found)
    items = (_awaited(each, texts.get(each.case.procedure_version, versions[0])) for each in clocks)
    return Waiting(tuple(items), min(len(due), MOST + 1))


def handed_on(viewer: Officer, versions: tuple[Procedure, ...]) -> Iterator[QuerySet[CaseClock]]:
    """Running clocks of tasks that are others', way by way, each along an index of its own: cases of the own desk or
    managed, cases that wait for a colleague under the viewer's own proposal, and cases the desk moved to where they are.
    A guaranteed time is asked of nobody while it lasts."""
    others = [each for each in TASKS if _of_others(each, viewer, versions)]
    running = CaseClock.objects.filter(stopped_at=None).order_by("due_at", "pk")
    mine = Q(desk=viewer.desk) | Q(manager=viewer)
    ours = Case.objects.filter(mine, state__in=_states(others, versions))
    yield running.filter(clock__in=[each.clock for each in others], case__in=ours.values("pk"))
    proposed = Decision.objects.filter(status=Decision.Status.PROPOSED, proposed_by=viewer)
    yield running.filter(clock__in=[each.clock for each in TASKS], case__in=proposed.values("case"))
    next_ones = [each for each in others if any(_follows_us(each, viewer, text) for text in versions)]
    if next_ones and access.scope(viewer, access.Act.SEE_CASE) is access.Scope.ALL:
        by_us = CaseStep.objects.filter(case=OuterRef("pk"), by__post__desk=viewer.desk, to_state=OuterRef("state"))
        moved = Case.objects.filter(
            Exists(by_us.exclude(from_state=F("to_state"))), state__in=_states(next_ones, versions)
        )
        yield running.filter(clock__in=[each.clock for each in next_ones], case__in=moved.exclude(mine).values("pk"))


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


def _awaited(clock: CaseClock, procedure: Procedure) -> Awaited:
    rule = procedure.clock(clock.clock)
    return Awaited(
        due_at=clock.due_at,
        since=clock.started_at,
        reference=clock.case.reference,
        stage="identification",
        what=spoken(rule.name),
        of_whom=lies_with(rule, procedure, clock.case),
        address=reverse("case", args=[clock.case_id]),
    )
