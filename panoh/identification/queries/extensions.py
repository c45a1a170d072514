"""Which deadlines of a case this post may move, how far, and how often they were moved before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, ClockKind, Extension, Procedure, Step
from panoh.registry import access
from panoh.registry.models import Case, CaseClock, Officer
from panoh.registry.queries import clocks_of
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.rules.extensions import NotMoved, Why, latest_day

WHY: dict[Why, tuple[Promise | str, Promise | str]] = {
    Why.OFTEN: (
        _("This deadline was moved as often as the procedure allows."),
        _("It stays where it is. When it runs out it is told to the post named for it; it closes nothing."),
    ),
    Why.OVER: (
        _("The time is over, and what is late stays late: it was told to another post already."),
        _("Do what is due now. Nothing is closed or refused by it."),
    ),
    Why.NOT_LATER: (
        _("A deadline is only moved to a later day, never to an earlier one."),
        _("Choose a day after the one that stands, until %(latest)s."),
    ),
    Why.TOO_FAR: (
        _("The procedure does not allow so much more time at once."),
        _("Choose a day until %(latest)s."),
    ),
}


@dataclass(frozen=True)
class Movable:
    """One deadline that can be moved: by which step, until when at most, and how often still."""

    step: Step
    clock: Clock
    row: CaseClock
    latest: datetime
    left: int


def movable(viewer: Officer, case: Case, *, now: datetime) -> tuple[Movable, ...]:
    """Nothing for a post that moves no deadline here. What ran out is not among them, but for the person's own time."""
    if not access.may(viewer, access.Act.MOVE_DEADLINE, case):
        return ()
    procedure, rows = procedure_of(case), {row.clock: row for row in clocks_of(case)}
    here = procedure.state(case.state).code
    mine = (
        (step, extension)
        for step, extension in procedure.extensions()
        if viewer.role in (step.owner, *step.stands_in) and here in step.from_states and extension.clock in rows
    )
    found = (_movable(procedure, step, extension, rows[extension.clock]) for step, extension in mine)
    return tuple(each for each in found if each.left and not _over(each, now))


def extension_of(case: Case, step: str) -> tuple[Clock, Extension] | None:
    """What a step of this case's procedure moves; None where it moves nothing, or the procedure has no such step."""
    procedure = procedure_of(case)
    found = (extension for each, extension in procedure.extensions() if step in (each.key, each.id))
    return next(((procedure.clock(extension.clock), extension) for extension in found), None)


def why_not(refused: NotMoved, day: str) -> tuple[Promise | str, str]:
    reason, way = WHY[refused.why]
    return reason, str(way) % {"latest": day}


def _movable(procedure: Procedure, step: Step, extension: Extension, row: CaseClock) -> Movable:
    clock, calendar = procedure.clock(extension.clock), countries.calendar(settings.COUNTRY)
    left = (extension.times or 0) - len(row.extensions.all())
    return Movable(step, clock, row, latest_day(clock, extension, was=row.due_at, calendar=calendar), max(left, 0))


def _over(each: Movable, now: datetime) -> bool:
    return each.clock.kind is ClockKind.LIMIT and each.row.due_at < now
