"""What the viewer's desk waits for in identification: cases it handed on that lie with others, and its own proposals."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from panoh.identification.models import Decision
from panoh.identification.queries.missed import lies_with
from panoh.identification.queries.tasks import TASKS, paused_states
from panoh.instruments.kinds.procedure import Procedure
from panoh.registry import access
from panoh.registry.models import Case, CaseClock, CaseStep, Officer
from panoh.registry.queries.procedures import in_use
from panoh.registry.wording import spoken
from panoh.registry.worklists import Awaited, Waiting

SHOWN = 50


def waiting(viewer: Officer) -> Waiting:
    """A fixed number of reads, however much is waited for. Nothing sealed is opened."""
    if access.scope(viewer, access.Act.SEE_CASE) is access.Scope.NONE:
        return Waiting((), 0)
    versions = in_use()
    texts = {each.version: each for each in versions}
    found: dict[int, CaseClock] = {}
    total = 0
    for part in handed_on(viewer, versions):
        rows = part.select_related("case__desk", "case__manager__post__desk")[:SHOWN]
        fresh = [each for each in rows if each.pk not in found]
        total += len(fresh) if len(rows) < SHOWN else part.count()
        found |= {each.pk: each for each in fresh}
    soonest = sorted(found.values(), key=lambda clock: (clock.due_at, clock.pk))[:SHOWN]
    items = (_awaited(each, texts.get(each.case.procedure_version, versions[0])) for each in soonest)
    return Waiting(tuple(items), total)


def handed_on(viewer: Officer, versions: tuple[Procedure, ...]) -> Iterator[QuerySet[CaseClock]]:
    """Running clocks of tasks that are others', way by way, each along an index of its own: cases of the own desk or
    managed, cases that wait for a colleague under the viewer's own proposal, and cases the desk moved to where they are."""
    others = [each.clock for each in TASKS if all(viewer.role not in each.hands(text) for text in versions)]
    states = {state for each in TASKS for text in versions for state in each.states(text)} - set(paused_states())
    running = CaseClock.objects.filter(stopped_at=None).order_by("due_at", "pk")
    ours = Case.objects.filter(Q(desk=viewer.desk) | Q(manager=viewer), state__in=states)
    yield running.filter(clock__in=others, case__in=ours.values("pk"))
    proposed = Decision.objects.filter(status=Decision.Status.PROPOSED, proposed_by=viewer)
    yield running.filter(clock__in=[each.clock for each in TASKS], case__in=proposed.values("case"))
    if access.scope(viewer, access.Act.SEE_CASE) is access.Scope.ALL:
        by_us = CaseStep.objects.filter(case=OuterRef("pk"), by__post__desk=viewer.desk, to_state=OuterRef("state"))
        moved = Case.objects.filter(Exists(by_us.exclude(from_state=F("to_state"))), state__in=states)
        theirs = moved.exclude(Q(desk=viewer.desk))
        yield running.filter(clock__in=others, case__in=theirs.values("pk"))


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
