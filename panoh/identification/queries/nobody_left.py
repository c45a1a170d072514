"""Reconsiderations nobody may decide: all who hold the post took part before. Others have to be named, and the intake desk is
told at once.

All that are not late yet are looked at, and cut only afterwards: behind many of which somebody is left the one would be lost.
Who holds a post and who took part is read beside them, a few columns of each: worded into one question, an officer for whom no
decision of the case exists made PostgreSQL plan for minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from panoh.identification.models import Reconsideration
from panoh.identification.queries.reviews import took_part, took_part_in
from panoh.identification.queries.stages import REVIEW, reviewed_at
from panoh.identification.queries.tasks import TASKS
from panoh.instruments.kinds.procedure import Procedure
from panoh.registry.access import Role
from panoh.registry.asking import NO_END, Asked, Question
from panoh.registry.models import Case, CaseClock, Officer
from panoh.registry.parts import Part, each
from panoh.registry.prepared import Answer, Row
from panoh.registry.queries.procedures import procedure_of, under
from panoh.registry.reversing import address_of
from panoh.registry.wording import spoken
from panoh.registry.worklists import MOST, WorkItem

CLOCK = "reconsideration_decision"
AT_ONCE = 2_000
"""Cases named in one read: fewer than SQLite takes."""


def nobody_left(case: Case) -> bool:
    """Whether the case is under reconsideration and whoever could decide has decided before."""
    owner = _owner(reviewed_at(case), procedure_of(case))
    return bool(owner) and _holders({owner})[owner] <= took_part(case)


def _owner(stage: str, procedure: Procedure) -> str:
    """The role that decides anew at this stage; empty where nothing is reconsidered."""
    return next((task.owner(procedure) for task in TASKS if stage and task.reviews == stage), "")


def _holders(roles: Collection[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    active = Officer.objects.filter(is_active=True, post__role__in=roles).order_by()
    for role, officer in active.values_list("post__role", "pk"):
        found[role].add(officer)
    return found


def _reviewed(viewer: Officer, now: datetime) -> QuerySet[CaseClock]:
    """Once it is late the clock itself brings it to the post the procedure names, in the same words."""
    if viewer.role != Role.INTAKE_DESK or not viewer.is_active:
        return CaseClock.objects.none()
    running = CaseClock.objects.filter(clock=CLOCK, stopped_at=None, due_at__gte=now, case__state=REVIEW)
    return running.order_by("started_at", "pk")


class NobodyLeft:
    """Held against who holds the post now: whoever is named counts at once, and so does whoever leaves."""

    looks_at = Question(_reviewed, "pk", "started_at", "case", "case__procedure_version", most=NO_END)

    def ask(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> Answer:
        reviewed = self.looks_at.ask(asked, on)
        return lambda: _first(list(reviewed()))


def _first(rows: list[Row]) -> list[Row]:
    """As many as are listed. Several reads of them only where more are under reconsideration than there ever were."""
    found: list[Row] = []
    for start in range(0, len(rows), AT_ONCE):
        found += _of_nobody(rows[start : start + AT_ONCE])
        if len(found) > MOST:
            break
    return found[: MOST + 1]


def _of_nobody(rows: list[Row]) -> list[Row]:
    if not rows:
        return []
    cases: list[UUID] = [row[2] for row in rows]
    open_now = Reconsideration.objects.filter(case__in=cases, decided_at=None).order_by("pk")
    stages = dict(open_now.values_list("case", "decision__stage"))
    owners = {case: _owner(stages.get(case, ""), under(version)) for _pk, _since, case, version in rows}
    holders, before = _holders(set(owners.values())), took_part_in(cases)
    return [row[:2] for row in rows if owners[row[2]] and holders[owners[row[2]]] <= before[row[2]]]


def _line(clock: CaseClock, since: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=since,
        reference=clock.case.reference,
        stage="identification",
        what=_("Nobody is left who may decide this: see that another is named"),
        why=spoken(procedure_of(clock.case).clock(CLOCK).name),
        address=address_of("case", clock.case_id),
        since=True,
    )


NOBODY_LEFT: Part[WorkItem] = Part((NobodyLeft(),), each(_line), lambda: CaseClock.objects.select_related("case"))
