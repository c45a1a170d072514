"""The clocks that run in a case, in words: what is due, since when it is late, and whose act it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from panoh.instruments.kinds.procedure import Clock, ClockKind, Procedure, Role
from panoh.registry.models import Case, CaseClock, ClockExtension
from panoh.registry.queries import clocks_of
from panoh.registry.queries.procedures import procedure_of

OF_THE_PERSON = frozenset({ClockKind.MINIMUM, ClockKind.WINDOW})


@dataclass(frozen=True)
class Running:
    """A clock of the procedure and when it is due. `with_whom` is empty where no single step answers it.

    `paused`: it stands still with the case, so that its day means nothing yet: it moves by as long as the pause lasts. One
    that ran out before the pause does not move, and stays late.
    """

    clock: Clock
    due_at: datetime
    late: bool
    with_whom: Role | None
    moves: tuple[ClockExtension, ...] = ()
    """How often the deadline was moved, the first first; what stood before stays seen."""
    paused: bool = False

    @property
    def guaranteed(self) -> bool:
        """The person's own time, to recover or to ask in: when it is over nobody is late, and nothing is lost."""
        return self.clock.kind in OF_THE_PERSON


def running(case: Case, *, now: datetime, only: Collection[str] | None = None) -> tuple[Running, ...]:
    """Soonest first; `only` names the clocks wanted."""
    procedure = procedure_of(case)
    wanted = [row for row in clocks_of(case) if only is None or row.clock in only]
    return tuple(
        Running(
            procedure.clock(row.clock),
            row.due_at,
            row.due_at < now and not _stands_still(row, case, procedure),
            _owner(procedure, row.clock),
            tuple(sorted(row.extensions.all(), key=lambda each: each.was_due_at)),
            paused=_stands_still(row, case, procedure),
        )
        for row in wanted
    )


def _stands_still(row: CaseClock, case: Case, procedure: Procedure) -> bool:
    """Since the case entered the state it is in. What was missed by then stays missed (`on_resumed` does not move it either)."""
    pauses = procedure.state(case.state).code in procedure.clock(row.clock).pauses_on
    return pauses and row.due_at >= case.state_since


def is_running(case: Case, clock: str) -> bool:
    return case.clocks.filter(clock=clock, stopped_at=None).exists()


def _owner(procedure: Procedure, clock: str) -> Role | None:
    """Whose act it is, where one role alone can meet the clock. The person's own time is nobody's duty."""
    owners = {step.owner for step in procedure.steps if step.clock == clock}
    if procedure.clock(clock).kind in OF_THE_PERSON or len(owners) != 1:
        return None
    return procedure.role(owners.pop())
