"""Clocks that ran out, whosever work they are: each comes to the post its procedure names, and moves nothing (promise 8).

Where that post does not reach the case (no case manager yet, no disclosure), the intake desk is told, so that no clock
runs out unseen. What a late line says comes from the clock alone: a new clock in a procedure needs no code.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Collection, Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from panoh.identification.queries.stages import reviewed_at
from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, ClockKind, Procedure, Step
from panoh.registry import access
from panoh.registry.access import Role, Scope
from panoh.registry.models import Case, Consent, Disclosure, Officer, Purpose, in_force, shown_now
from panoh.registry.wording import spoken

IN_TOUCH = "followed_up"
"""How the events begin that end clocks of getting in touch again, each its own. Only who agreed is followed up."""
TOLD_BY = {"guardian_appointed": Role.GUARDIAN, "permit_decided": Role.MIGRATION_AUTHORITY}
"""Events that end a clock and are one authority's to bring about, whichever desk has the case."""

_STAGES = {"first_decision_preliminary": "preliminary", "first_decision_formal": "formal"}


def missed_by(viewer: Officer, procedure: Procedure, *, besides: Collection[str], now: datetime) -> Q | None:
    """Which running clocks of this version, other than `besides`, are late and told to this viewer."""
    told = tuple(told_to(viewer, (each for each in procedure.clocks if each.key not in besides)))
    if not told:
        return None
    over = Q(due_at__lt=now) & ~standing_still(procedure) & ~not_wished(procedure)
    return functools.reduce(operator.or_, told) & over


def told_to(viewer: Officer, clocks: Iterator[Clock]) -> Iterator[Q]:
    """Of these clocks, those that come to the viewer once they are late; one condition for each way of reaching a case."""
    by_role: dict[str, list[str]] = {}
    for clock in clocks:
        by_role.setdefault(clock.escalates_to, []).append(clock.key)
    for role, keys in by_role.items():
        reach = _reach(role)
        if viewer.role == role and reach is not Scope.NONE and viewer.is_active:
            yield Q(clock__in=keys) & _seen_by(viewer, reach)
        elif viewer.role == Role.INTAKE_DESK and reach is not Scope.ALL:
            yield Q(clock__in=keys) & (~_reached(role) if reach is not Scope.NONE else Q())


def standing_still(procedure: Procedure) -> Q:
    """Clocks of paused cases, where the procedure says that they pause; others run on, and so does their escalation."""
    pausing: dict[str, list[str]] = {}
    for clock in procedure.clocks:
        for code in clock.pauses_on:
            pausing.setdefault(procedure.state(code).key, []).append(clock.key)
    paused = (Q(clock__in=keys, case__state=state) for state, keys in pausing.items())
    return functools.reduce(operator.or_, paused, Q(pk__in=[]))


def not_wished(procedure: Procedure) -> Q:
    """Clocks of getting in touch again, where the person did not agree to it or has withdrawn: nobody is sent after them."""
    keys = [clock.key for clock in procedure.clocks if clock.stops_when.startswith(IN_TOUCH)]
    yes = Consent.objects.filter(in_force(), case=OuterRef("case"), purpose=Purpose.FOLLOW_UP)
    return Q(clock__in=keys) & ~Q(Exists(yes))


def what_to_do(clock: Clock) -> str:
    """A time that was owed to somebody is over: by kind of clock, what its named post does about it."""
    return {
        ClockKind.LIMIT: _("Ask why it was not done, and see that it is"),
        ClockKind.MINIMUM: _("The guaranteed time is over: see what the person needs now; no help ends by itself"),
        ClockKind.WINDOW: _("The time to ask is over: see that the person knows it is still possible, with reasons"),
        ClockKind.VALIDITY: _("Too old to rest on: see that it is done anew"),
    }[clock.kind]


def lies_with(clock: Clock, procedure: Procedure, case: Case) -> str:
    """Whose work it is: the one central role whose step answers the clock, else whoever manages the case, else its desk."""
    if clock.stops_when in TOLD_BY:
        return spoken(procedure.role(TOLD_BY[clock.stops_when]).name)
    owners = {step.owner for step in procedure.steps if step.clock == clock.key and _of_its_stage(step, case)}
    if len(owners) == 1 and _reach(owner := next(iter(owners))) is Scope.ALL:
        return spoken(procedure.role(owner).name)
    return f"{case.manager.post}, {case.manager.desk}" if case.manager else str(case.desk)


def _of_its_stage(step: Step, case: Case) -> bool:
    """Of the steps that end a reconsideration, those of the stage that is under it."""
    asked = {_STAGES[key] for key in step.preconditions if key in _STAGES}
    return not asked or reviewed_at(case) in asked


def rule_of(clock: Clock) -> str:
    """The text the period rests on, in a word: its title and the place in it."""
    first = clock.sources[0]
    title = countries.sources(settings.COUNTRY)[first.source].title
    return f"{title}, {spoken(first.said)}" if first.place else title


def _reach(role: str) -> Scope:
    return access.TABLE[access.Act.SEE_CASE].get(Role(role), Scope.NONE)


def _seen_by(viewer: Officer, reach: Scope) -> Q:
    return Q() if reach is Scope.ALL else access.in_reach(viewer, access.Act.SEE_CASE)


def _reached(role: str) -> Q:
    """Cases somebody in this role can open now: as manager, at the case's desk, or by a disclosure."""
    held = Officer.objects.filter(is_active=True, post__role=role)
    desks = held.values("post__desk")
    shown = Disclosure.objects.filter(shown_now(), case=OuterRef("pk"), to_desk__in=desks, to_answer=False)
    reached = Q(manager__in=held.values("pk")) | Q(desk__in=desks) | Q(Exists(shown))
    return Q(Exists(Case.objects.filter(reached, pk=OuterRef("case"))))
