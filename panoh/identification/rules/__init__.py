"""What decides in identification: what counts as reasons, which step a decision takes, who may sit, what votes come to,
whether a decision was told safely."""

from panoh.identification.rules.panel import Ballot, Barred, Result, Undecided, barred, count, elements_asked
from panoh.identification.rules.reasons import STEPS, STEPS_OF_REVIEW, says_something, step_of
from panoh.identification.rules.telling import Unsafe, unsafe

__all__ = [
    "STEPS",
    "STEPS_OF_REVIEW",
    "Ballot",
    "Barred",
    "Result",
    "Undecided",
    "Unsafe",
    "barred",
    "count",
    "elements_asked",
    "says_something",
    "step_of",
    "unsafe",
]
