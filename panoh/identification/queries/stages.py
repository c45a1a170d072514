"""The two stages of a decision: who decides at which."""

from __future__ import annotations

from panoh.identification.models import Decision
from panoh.identification.queries.reviews import under_review
from panoh.instruments.kinds.training import SensitiveAct
from panoh.registry.access import Act, Role
from panoh.registry.models import Case, Officer

REVIEW = "reconsideration"
DECIDES: dict[str, Act] = {
    Decision.Stage.PRELIMINARY.value: Act.DECIDE_PRELIMINARY,
    Decision.Stage.FORMAL.value: Act.DECIDE_FORMALLY,
}
TRAINED: dict[str, SensitiveAct] = {
    Decision.Stage.PRELIMINARY.value: SensitiveAct.DECIDE_PRELIMINARY,
    Decision.Stage.FORMAL.value: SensitiveAct.DECIDE_FORMALLY,
}
"""What a stage may be kept for those who were taught (registry/queries/training.py)."""


def stage_of(officer: Officer) -> str:
    """The stage an officer decides at. For whoever decides at neither, the access table says no."""
    formal = officer.role == Role.FORMAL_DECIDER
    return Decision.Stage.FORMAL.value if formal else Decision.Stage.PRELIMINARY.value


def panel_decides(case: Case) -> bool:
    """Whether the next decision in this case is the panel's: the first time, or reconsidering what a panel decided."""
    return case.state == "formal_pending" or reviewed_at(case) == Decision.Stage.FORMAL


def reviewed_at(case: Case) -> str:
    """The stage of the decision under reconsideration; empty where none is."""
    asked = under_review(case) if case.state == REVIEW else None
    return asked.decision.stage if asked else ""
