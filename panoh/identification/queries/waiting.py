"""What the viewer's desk waits for in identification: cases it handed on that lie with others, and its own proposals."""

from __future__ import annotations

from typing import Any

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
    clocks = handed_on(viewer, versions).select_related("case__desk", "case__manager__post__desk")
    texts = {each.version: each for each in versions}
    items = [_awaited(each, texts.get(each.case.procedure_version, versions[0])) for each in clocks[:SHOWN]]
    total = len(items) if len(items) < SHOWN else clocks.count()
    return Waiting(tuple(items), total)


def handed_on(viewer: Officer, versions: tuple[Procedure, ...]) -> QuerySet[CaseClock]:
    """Running clocks of tasks that are others': in cases of the own desk, managed cases, those the desk's last step moved
    on, and those that wait for a signature under the viewer's own proposal."""
    others = [each.clock for each in TASKS if all(viewer.role not in each.hands(text) for text in versions)]
    by_us = CaseStep.objects.filter(case=OuterRef("case"), by__post__desk=viewer.desk, to_state=OuterRef("case__state"))
    ours = Q(case__desk=viewer.desk) | Q(case__manager=viewer) | Exists(by_us.exclude(from_state=F("to_state")))
    running = CaseClock.objects.filter(stopped_at=None).exclude(case__state__in=paused_states())
    asked = Q(clock__in=others) & ours | Q(case__in=_proposed_by(viewer), clock__in=[each.clock for each in TASKS])
    return running.filter(asked, case__in=_seen(viewer)).order_by("due_at", "pk")


def _seen(viewer: Officer) -> QuerySet[Case, Any]:
    return access.within(Case.objects.all(), viewer, access.Act.SEE_CASE).values("pk")


def _proposed_by(viewer: Officer) -> QuerySet[Decision, Any]:
    return Decision.objects.filter(status=Decision.Status.PROPOSED, proposed_by=viewer).values("case")


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
