"""What each post sees first of the figures: its own figure, and the parts its work needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Board:
    """`figure`: the definition drawn unless another is asked for. `parts`: what stands on the page, in order."""

    figure: str
    parts: tuple[str, ...]


OFFICER = Board("persons_screened", ("months", "regions", "waiting", "times"))
DESK = Board("victims_presumed", ("waiting", "times", "months", "regions", "checks"))
SHELTER = Board("victims_sheltered", ("nights", "months", "times"))
COMMISSION = Board("victims_identified", ("years", "waiting", "times", "editions", "checks", "regions"))
JUSTICE = Board("suspects_charged", ("months", "years"))
ANALYST = Board("victims_presumed", ("checks", "editions", "months", "years", "regions", "waiting", "times", "nights"))

BOARDS: Mapping[str, Board] = {
    "intake_desk": DESK,
    "preliminary_decider": DESK,
    "case_manager": DESK,
    "service_provider": SHELTER,
    "formal_decider": COMMISSION,
    "overseer": COMMISSION,
    "investigator": JUSTICE,
    "prosecutor": JUSTICE,
    "court_liaison": JUSTICE,
    "analyst": ANALYST,
    "data_protection_officer": ANALYST,
}
"""By role; every other post is an officer who meets people."""


def board_of(role: str) -> Board:
    return BOARDS.get(role, OFFICER)
