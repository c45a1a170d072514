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
    reviews: str = ""
    """Only where the decision of this stage is under reconsideration."""

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
    Task("telling", "tell_decision", Act.TELL_DECISION, _("Tell the decision, in a safe way"), "tell"),
    Task(
        "reconsideration_decision",
        "reverse_preliminary",
        Act.DECIDE_PRELIMINARY,
        _("Look again at a negative decision of others"),
        "decide",
        reviews="preliminary",
    ),
    Task(
        "reconsideration_decision",
        "reverse_formal",
        Act.DECIDE_FORMALLY,
        _("Look again, as a panel of others"),
        "panel",
        reviews="formal",
    ),
    Task("look_again", "resume", Act.FOLLOW_PERSON, _("Look for the person again, in the safe way agreed"), "resume"),
)
GUARDIAN_CLOCK = "child_guardian"
CLOCKS = frozenset(task.clock for task in TASKS)


def task_of(clock: str, procedure: Procedure, role: str) -> Task | None:
    """The task of a clock; of two the one this role does."""
    found = [task for task in TASKS if task.clock == clock]
    return next((task for task in found if role in task.hands(procedure)), found[0] if found else None)


def paused_states() -> tuple[str, ...]:
    """Where deadlines stand still and nothing is asked of anyone."""
    procedure = countries.procedure(settings.COUNTRY)
    return tuple(state.key for state in procedure.states if state.means is Means.PAUSE)
