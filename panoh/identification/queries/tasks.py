"""Which clock of the procedure asks for which act of identification. Who does it, from which states, and who is told when
it is late stands in the procedure itself."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, ClockKind, Means, Procedure
from panoh.registry.access import Act


@dataclass(frozen=True)
class Task:
    """One act that waits while a clock runs: the step it takes, the right it needs, what it is called on a worklist, its page."""

    clock: str
    step: str
    act: Act
    what: Promise | str
    page: str

    def rule(self, procedure: Procedure) -> Clock:
        return procedure.clock(self.clock)

    def states(self, procedure: Procedure) -> tuple[str, ...]:
        return tuple(procedure.state(code).key for code in procedure.step(self.step).from_states)

    def owner(self, procedure: Procedure) -> str:
        return procedure.step(self.step).owner

    def hands(self, procedure: Procedure) -> tuple[str, ...]:
        """Everyone who may take the step: its owner and those who stand in."""
        step = procedure.step(self.step)
        return (step.owner, *step.stands_in)

    def opens_when_over(self, procedure: Procedure) -> bool:
        """The clock guarantees a time; the work begins when it has run out."""
        return self.rule(procedure).kind is ClockKind.MINIMUM


TASKS = (
    Task("referral", "refer", Act.LODGE, _("Ask about the referral, then lodge it or record a no"), "lodge"),
    Task("intake", "take_in", Act.TAKE_IN, _("Take in the referral"), "take_in"),
    Task(
        "preliminary_decision",
        "find_reasonable_grounds",
        Act.DECIDE_PRELIMINARY,
        _("Decide: are there reasonable grounds?"),
        "decide",
    ),
    Task("reflection", "open_formal_decision", Act.DECIDE_FORMALLY, _("Open the formal decision"), "open_formal"),
    Task("formal_decision", "identify", Act.DECIDE_FORMALLY, _("Decide formally, as a panel"), "panel"),
)
BY_CLOCK = {task.clock: task for task in TASKS}
GUARDIAN_CLOCK = "child_guardian"


def paused_states() -> tuple[str, ...]:
    """Where deadlines stand still and nothing is asked of anyone."""
    procedure = countries.procedure(settings.COUNTRY)
    return tuple(state.key for state in procedure.states if state.means is Means.PAUSE)
