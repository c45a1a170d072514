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


WRITTEN: dict[str, Answer] = {
    written: answer
    for answer, spellings in {
        Answer.YES: ("yes", "y", "1", "true", "+", "да", "д", "ҳа", "бале"),
        Answer.NO: ("no", "n", "0", "false", "нет", "н", "не"),
        Answer.UNKNOWN: ("unknown", "?", "not known", "неизвестно", "не известно", "не знаю", "номаълум"),
    }.items()
    for written in spellings
}
"""How lists write an answer, in lower case, in English, Russian and Tajik. A cell left empty or dashed is unknown."""


class AgeGroup(StrEnum):
    """The age when the act or the exploitation took place, not the age at the interview."""

    ADULT = "adult"
    CHILD = "child"
    UNKNOWN = "unknown"
    """In doubt. Treated as a child until the age is known."""
