"""What waits for a post in identification, most urgent first. A missed clock puts the case on one more list, the one of
the role the procedure names; it moves nothing (promise 8)."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from panoh.identification.models import Decision, PanelSeat, Reconsideration
from panoh.identification.queries.erasing_due import ERASING
from panoh.identification.queries.left_behind import LEFT_BEHIND
from panoh.identification.queries.missed import lies_with, missed_by, rule_of, told_to, what_to_do
from panoh.identification.queries.nobody_left import NOBODY_LEFT, nobody_left
from panoh.identification.queries.panels import AWAITED
from panoh.identification.queries.procedure import weakest
from panoh.identification.queries.records_to_join import RECORDS_TO_JOIN
from panoh.identification.queries.reviews import cases_decided_by
from panoh.identification.queries.signal_closings import CLOSINGS
from panoh.identification.queries.signals_due import SIGNALS
from panoh.identification.queries.tasks import CLOCKS, GUARDIAN_CLOCK, TASKS, Task, paused_states, task_of
from panoh.identification.queries.texts_due import TEXTS
from panoh.instruments.kinds.procedure import Clock, ClockKind, Procedure
from panoh.registry import access
from panoh.registry.access import Role, Scope
from panoh.registry.asking import Asked, Question
from panoh.registry.models import Case, CaseClock, Officer
from panoh.registry.parts import Part, listed, waiting
from panoh.registry.queries.procedures import in_use, procedure_of, under
from panoh.registry.reversing import address_of
from panoh.registry.wording import spoken
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50
IN_A_PAUSE = ("look_again",)
"""What is asked of somebody while a case is paused; all else stands still."""
ASKED_OF_DESKS = ("referral",)
"""What waits with the desk that has the case: sought among its cases or among all such clocks, as the desk has few or many."""
OVER_AND_WELL = (ClockKind.MINIMUM, ClockKind.WINDOW)
"""A time that was owed to the person and was kept: its end is no fault of anyone, and asks for a look."""


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """As many reads for ten cases as for ten thousand: for each kind of work when the most urgent are due, up to the
    count's end, then the clocks that are shown and the proposals in them. A clock that runs means that the work is still
    to be done (a test proves it)."""
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("identification", found.lines, found.total, found.first)


def parts(viewer: Officer) -> tuple[Part[WorkItem], ...]:
    """Cases run under several versions of the procedure: which ones is asked anew."""
    on = tuple(each.version for each in in_use())
    clocks = replace(CLOCKS_THAT_ASK, on=on)
    left = (LEFT_BEHIND,) if access.may(viewer, access.Act.NAME_MANAGER) else ()
    signals = (*SIGNALS, CLOSINGS) if access.may(viewer, access.Act.SCREEN) else ()
    join = (RECORDS_TO_JOIN,) if access.may(viewer, access.Act.JOIN_RECORDS) else ()
    erasing = ERASING if access.may(viewer, access.Act.KEEP_OR_ERASE) else ()
    return (*signals, clocks, NOBODY_LEFT, *left, *join, *TEXTS, *erasing)


def running_clocks() -> QuerySet[CaseClock]:
    """With what a line says of one."""
    return CaseClock.objects.select_related("case__desk", "case__manager__post__desk")


def _asked_of(
    viewer: Officer, found: Callable[[tuple[Procedure, ...]], Q | None], versions: Iterable[str]
) -> QuerySet[CaseClock]:
    """Running clocks, the soonest due first. A proposal of one's own waits for a colleague, so it is nobody's work but
    theirs until the clock runs out."""
    which = found(tuple(map(under, versions)))
    running = CaseClock.objects.filter(stopped_at=None).order_by("due_at", "pk")
    if which is None or access.scope(viewer, access.Act.SEE_CASE) is Scope.NONE:
        return running.none()
    return running.filter(which).exclude(case__in=_waiting_for_colleagues(viewer))


def _task(clock: str) -> Question:
    """What one clock asks of a post: its own work, and what others left undone."""

    def found(viewer: Officer, now: datetime, *versions: str) -> QuerySet[CaseClock]:
        return _asked_of(viewer, lambda texts: _of_clock(clock, texts, viewer, now=now), versions)

    return waiting(found, "pk", "due_at", anew=clock in ASKED_OF_DESKS)


def _missed(viewer: Officer, now: datetime, *versions: str) -> QuerySet[CaseClock]:
    """Clocks no task answers, once they are late."""
    asked_under = partial(missed_by, viewer, besides=CLOCKS, now=now)
    return _asked_of(viewer, lambda texts: _by_version(texts, asked_under), versions)


def _without_guardian(viewer: Officer, now: datetime, *versions: str) -> QuerySet[CaseClock]:
    if viewer.role != Role.GUARDIAN:
        return CaseClock.objects.none()
    shown = access.within(Case.objects.all(), viewer, access.Act.SEE_CASE).values("pk")
    return _asked_of(viewer, lambda _texts: Q(clock=GUARDIAN_CLOCK, case__in=shown), versions)


def _of_clock(clock: str, versions: tuple[Procedure, ...], viewer: Officer, *, now: datetime) -> Q | None:
    """What one clock asks of this post: usually by one task, for a reconsideration by that of its stage."""
    tasks = [task for task in TASKS if task.clock == clock]
    found = [_by_version(versions, partial(_asked, task, viewer=viewer, now=now)) for task in tasks]
    asked = [each for each in found if each is not None]
    return functools.reduce(operator.or_, asked) if asked else None


def _by_version(versions: tuple[Procedure, ...], asked_under: Callable[[Procedure], Q | None]) -> Q | None:
    """The same question under every version cases run under: each says itself whose work it is and who is told when late.

    The first version is the house's own; it also holds for cases of before texts were kept."""
    others = [each.version for each in versions[1:]]
    found: list[Q] = []
    for number, procedure in enumerate(versions):
        asked = asked_under(procedure)
        if asked is not None and others:
            of_these = Q(case__procedure_version=procedure.version)
            asked &= of_these if number else ~Q(case__procedure_version__in=others)
        if asked is not None:
            found.append(asked)
    return functools.reduce(operator.or_, found) if found else None


def _asked(task: Task, procedure: Procedure, *, viewer: Officer, now: datetime) -> Q | None:
    """Which cases of one task are on this viewer's list: all for the role that owns it everywhere, those of the own
    desk for who meets people or stands in, and the late ones for the role the procedure names."""
    reach = access.scope(viewer, task.act) if viewer.role in task.hands(procedure) else Scope.NONE
    over = Q(due_at__lt=now)
    running, of_stage = Q(clock=task.clock), _of_stage(task)
    if task.clock not in IN_A_PAUSE:
        running &= ~Q(case__state__in=paused_states())
    if reach is Scope.ALL and viewer.role == task.owner(procedure):
        running &= of_stage & _left_to(task, viewer)
        return running & over if task.opens_when_over(procedure) else running
    seen = [over & each for each in told_to(viewer, iter([task.rule(procedure)]))]
    if reach is not Scope.NONE:
        mine = Case.objects.filter(Q(desk=viewer.desk) | Q(manager=viewer), state__in=task.states(procedure))
        seen.append(of_stage & Q(case__in=mine.values("pk")))
    return running & functools.reduce(operator.or_, seen) if seen else None


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


def _waiting_for_colleagues(viewer: Officer) -> QuerySet[Decision, Any]:
    return _proposals().filter(proposed_by=viewer).values("case")


def _lines(found: Sequence[tuple[CaseClock, datetime]], asked: Asked) -> Iterator[WorkItem]:
    proposed = set(
        _proposals().filter(case__in=[clock.case_id for clock, _due in found]).values_list("case", flat=True)
    )
    for clock, _due in found:
        yield _item(clock, procedure_of(clock.case), asked, proposed=clock.case_id in proposed)


def _item(clock: CaseClock, procedure: Procedure, asked: Asked, *, proposed: bool) -> WorkItem:
    viewer, task = asked.viewer, task_of(clock.clock, procedure, asked.viewer.role)
    rule = procedure.clock(clock.clock)
    passed_on = clock.due_at < asked.now and _belongs_to_others(task, procedure, clock.case, viewer)
    what, address = _what(task, rule, procedure, viewer, clock.case, proposed=proposed)
    why = spoken(rule.name)
    return WorkItem(
        due_at=clock.due_at,
        reference=clock.case.reference,
        stage="identification",
        what=what,
        why=_("%(clock)s: the time is over, so it comes to you") % {"clock": why} if passed_on else why,
        address=address,
        escalated=passed_on and rule.kind not in OVER_AND_WELL,
        since=task.opens_when_over(procedure) if task else rule.kind in OVER_AND_WELL,
        with_whom=lies_with(rule, procedure, clock.case) if passed_on else "",
        rule=rule_of(rule),
        mark=weakest(rule.sources),
    )


def _what(
    task: Task | None, rule: Clock, procedure: Procedure, viewer: Officer, case: Case, *, proposed: bool
) -> tuple[str, str]:
    """What to do, and where."""
    if task is None and viewer.role == Role.GUARDIAN and rule.key == GUARDIAN_CLOCK:
        return _("Appoint a guardian for the child"), address_of("identification:case", case.pk)
    if task is None or viewer.role not in task.hands(procedure):
        named = task is not None and task.reviews and nobody_left(case)
        told = _("Nobody is left who may decide this: see that another is named") if named else what_to_do(rule)
        return told, address_of("case", case.pk)
    if proposed:
        read = _("Read a colleague’s proposal, then sign it or send it back")
        return read, address_of("identification:proposal", case.pk)
    return str(task.what), address_of(f"identification:{task.page}", case.pk)


def _belongs_to_others(task: Task | None, procedure: Procedure, case: Case, viewer: Officer) -> bool:
    """Whether it is here only because it is late. What no task asks for is never the reader's own line, but a guardian's."""
    if task is None:
        return viewer.role != Role.GUARDIAN
    return viewer.role != task.owner(procedure) and case.desk_id != viewer.desk.pk


def _proposals() -> QuerySet[Decision]:
    return Decision.objects.filter(status=Decision.Status.PROPOSED)


CLOCKS_THAT_ASK: Part[WorkItem] = Part(
    (*map(_task, sorted(CLOCKS)), waiting(_missed, "pk", "due_at"), waiting(_without_guardian, "pk", "due_at")),
    _lines,
    running_clocks,
    in_order=True,
)
"""Kind by kind, each along its index; the oldest clock first of those that are due at one moment."""
