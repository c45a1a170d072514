"""What an officer can answer, and how old the person was when it happened."""

from __future__ import annotations

from enum import StrEnum

NOT_ASKED = "not_asked"
"""How an answer is taken back: the question counts as not asked, which is not known and never no."""


class Answer(StrEnum):
    """Three-valued on purpose: unknown is never no, and a question not asked is unknown."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class AgeGroup(StrEnum):
    """The age when the act or the exploitation took place, not the age at the interview."""

    ADULT = "adult"
    CHILD = "child"
    UNKNOWN = "unknown"
    """In doubt. Treated as a child until the age is known."""
