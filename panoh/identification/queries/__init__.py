"""Reads of identification: what a step rests on, what waits for whom, what a decision said."""

from __future__ import annotations

from datetime import datetime

from panoh.identification.queries.duplicates import Candidate, possible_duplicates
from panoh.identification.queries.facts import facts, guardianship_desk, guardianship_told, open_proposal
from panoh.registry.models import Officer
from panoh.registry.worklists import Worklist


def worklist(viewer: Officer, *, now: datetime) -> Worklist:
    return Worklist("identification", (), 0)


__all__ = [
    "Candidate",
    "facts",
    "guardianship_desk",
    "guardianship_told",
    "open_proposal",
    "possible_duplicates",
    "worklist",
]
