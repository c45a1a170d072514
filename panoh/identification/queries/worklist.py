"""What waits for a post in identification, most urgent first. A missed clock puts the case on one more list, the one of
the role the procedure names; it moves nothing (promise 8)."""

from __future__ import annotations

import functools
import heapq
import operator
from datetime import datetime
from itertools import islice

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from panoh.identification.models import Decision, PanelSeat, Reconsideration
from panoh.identification.queries.panels import AWAITED
from panoh.identification.queries.reviews import cases_decided_by
from panoh.identification.queries.tasks import GUARDIAN_CLOCK, TASKS, Task, paused_states, task_of
from panoh.instruments.kinds.procedure import Procedure
from panoh.registry import access
from panoh.registry.access import Role, Scope
from panoh.registry.models import Case, CaseClock, Officer
from panoh.registry.queries.procedures import in_use, procedure_of
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50
IN_A_PAUSE = ("look_again", "turning_eighteen")
"""What is asked of somebody while a case is paused; all else stands still."""


def worklist(viewer: Officer, *, now: datetime) -> Worklist:
    """As many reads for ten cases as for ten thousand: for each kind of work how many there are and the most urgent,
    and once the proposals in them. A clock that runs means that the work is still to be done (a test proves it)."""
    waiting = clocks_for(viewer, now=now)
    total = sum(part.count() for part in waiting)
    if not total:
        return Worklist("identification", (), 0)
    urgent = heapq.merge(*(part.select_related("case")[:SHOWN] for part in waiting), key=lambda clock: clock.due_at)
    clocks = list(islice(urgent, SHOWN))
    proposed = set(_proposals().filter(case__in=[clock.case_id for clock in clocks]).values_list("case", flat=True))
    items = (_item(clock, viewer, now=now, proposed=clock.case_id in proposed) for clock in clocks)
    return Worklist("identification", tuple(items), total)


def clocks_for(viewer: Officer, *, now: datetime) -> tuple[QuerySet[CaseClock], ...]:
    """The running clocks that ask something of this post, kind by kind: its own work, and what others left undone.

    A proposal of one's own waits for a colleague, so it is nobody's work but theirs until the clock runs out.
    """
    if access.scope(viewer, access.Act.SEE_CASE) is Scope.NONE:
        return ()
    own = _proposals().filter(proposed_by=viewer).values("case")
    paused = Case.objects.filter(state__in=paused_states()).values("pk")
    running = CaseClock.objects.filter(stopped_at=None).exclude(case__in=own)
    running = running.exclude(~Q(clock__in=IN_A_PAUSE), case__in=paused)
    versions = in_use()
    of_clock: dict[str, Q] = {}
    for task in TASKS:
        if (each := _under_each(task, viewer, versions, now=now)) is not None:
            of_clock[task.clock] = of_clock.get(task.clock, Q(pk__in=[])) | each
    asked = [running.filter(each) for each in of_clock.values()]
    if viewer.role == Role.GUARDIAN:
        shown = access.within(Case.objects.all(), viewer, access.Act.SEE_CASE).values("pk")
        asked.append(running.filter(clock=GUARDIAN_CLOCK, case__in=shown))
    return tuple(part.order_by("due_at", "pk") for part in asked)


def _under_each(task: Task, viewer: Officer, versions: tuple[Procedure, ...], *, now: datetime) -> Q | None:
    """The same task under every version cases run under: each says itself whose work it is and who is told when late.

    The first version is the house's own; it also holds for cases of before texts were kept."""
    others = [each.version for each in versions[1:]]
    found: list[Q] = []
    for number, procedure in enumerate(versions):
        asked = _asked(task, procedure, viewer, now=now)
        if asked is not None and others:
            of_these = Q(case__procedure_version=procedure.version)
            asked &= of_these if number else ~Q(case__procedure_version__in=others)
        if asked is not None:
            found.append(asked)
    return functools.reduce(operator.or_, found) if found else None


def _asked(task: Task, procedure: Procedure, viewer: Officer, *, now: datetime) -> Q | None:
    """Which cases of one task are on this viewer's list: all for the role that owns it everywhere, those of the own
    desk for who meets people or stands in, and the late ones for the role the procedure names."""
    reach = access.scope(viewer, task.act) if viewer.role in task.hands(procedure) else Scope.NONE
    over = Q(due_at__lt=now)
    this = Q(clock=task.clock) & _of_stage(task)
    seen: list[Q] = []
    if reach is Scope.ALL and viewer.role == task.owner(procedure):
        this &= _left_to(task, viewer)
        return this & over if task.opens_when_over(procedure) else this
    if reach is not Scope.NONE:
        mine = Case.objects.filter(Q(desk=viewer.desk) | Q(manager=viewer), state__in=task.states(procedure))
        seen.append(Q(case__in=mine.values("pk")))
    if viewer.role == task.rule(procedure).escalates_to and access.scope(viewer, access.Act.SEE_CASE) is Scope.ALL:
        seen.append(over)
    return this & functools.reduce(operator.or_, seen) if seen else None


def _of_stage(task: Task) -> Q:
    if not task.reviews:
        return Q()
    return Q(case__in=Reconsideration.objects.filter(decided_at=None, decision__stage=task.reviews).values("case"))


def _left_to(task: Task, viewer: Officer) -> Q:
    """Not what this officer may not decide, having taken part before, nor a panel that waits for others only: who voted
    is done while somebody else is awaited, and who has a conflict of interest or was excused does not sit."""
    left = ~Q(case__in=cases_decided_by(viewer).values("case")) if task.reviews else Q()
    if task.page != "panel":
        return left
    own = PanelSeat.objects.filter(officer=viewer, panel__decision=None, panel__ended_at=None)
    awaited = PanelSeat.objects.filter(status__in=AWAITED, voted_at=None).values("panel")
    done = Q(voted_at__isnull=False, panel__in=awaited) | ~Q(status__in=AWAITED)
    return left & ~Q(case__in=own.filter(done).values("panel__case"))


def _item(clock: CaseClock, viewer: Officer, *, now: datetime, proposed: bool) -> WorkItem:
    procedure = procedure_of(clock.case)
    task = task_of(clock.clock, procedure, viewer.role)
    what, page = _what(task, procedure, viewer, proposed=proposed)
    why = procedure.clock(clock.clock).name.in_language(get_language() or "en")
    passed_on = task is not None and clock.due_at < now and _belongs_to_others(task, procedure, clock.case, viewer)
    return WorkItem(
        due_at=clock.due_at,
        reference=clock.case.reference,
        stage="identification",
        what=what,
        why=_("%(clock)s: the time is over, so it comes to you") % {"clock": why} if passed_on else why,
        address=reverse(f"identification:{page}", args=[clock.case_id]),
        escalated=passed_on,
        since=task is not None and task.opens_when_over(procedure),
    )


def _what(task: Task | None, procedure: Procedure, viewer: Officer, *, proposed: bool) -> tuple[str, str]:
    """What to do, and on which page."""
    if task is None:
        return _("Appoint a guardian for the child"), "case"
    if viewer.role not in task.hands(procedure):
        return _("Ask why it was not done, and see that it is"), "case"
    if proposed:
        return _("Read a colleague’s proposal, then sign it or send it back"), "proposal"
    return str(task.what), task.page


def _belongs_to_others(task: Task, procedure: Procedure, case: Case, viewer: Officer) -> bool:
    return viewer.role != task.owner(procedure) and case.desk_id != viewer.desk.pk


def _proposals() -> QuerySet[Decision]:
    return Decision.objects.filter(status=Decision.Status.PROPOSED)
