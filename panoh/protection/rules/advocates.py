"""Whether a desk is independent enough to stand by a person as their advocate: of no one who helps, shelters or decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

INDEPENDENT = frozenset({"ngo"})
"""Kinds of agency an advocate comes from. An allow-list: a kind nobody thought of is refused."""
APART = frozenset(
    {
        "intake_desk",
        "preliminary_decider",
        "formal_decider",
        "investigator",
        "migration_authority",
        "service_provider",
        "case_manager",
        "guardian",
    }
)
"""What no post at an advocate's desk does: decide, investigate, help, manage the case, stand as guardian."""


class Tie(StrEnum):
    """What makes a desk dependent in one case."""

    NO_ADVOCATE = "no_advocate"
    NOT_INDEPENDENT = "not_independent"
    OTHER_WORK = "other_work"
    WORKS_ON_CASE = "works_on_case"
    SHELTERS = "shelters"
    HELPS = "helps"
    DECIDES = "decides"


@dataclass(frozen=True)
class Desk:
    """What is known of a desk and its agency in one case. `roles`: of every post at the desk; `answers`: an advocate is
    in their seat there."""

    kind: str
    roles: frozenset[str]
    answers: bool
    works_on_case: bool
    shelters: bool
    helps: bool
    decides: bool


def ties(desk: Desk) -> tuple[Tie, ...]:
    """Empty exactly when the desk may be the person's advocate."""
    looks = (
        (not desk.answers, Tie.NO_ADVOCATE),
        (desk.kind not in INDEPENDENT, Tie.NOT_INDEPENDENT),
        (bool(desk.roles & APART), Tie.OTHER_WORK),
        (desk.works_on_case, Tie.WORKS_ON_CASE),
        (desk.shelters, Tie.SHELTERS),
        (desk.helps, Tie.HELPS),
        (desk.decides, Tie.DECIDES),
    )
    return tuple(tie for holds, tie in looks if holds)


SHARED = ("names", "birth_date", "contact", "reasons")
"""What the person may let an advocate see, beside where the case stands, what was decided and what is due."""
SEEN_TO_ANSWER = ("reference", "track", "region")
