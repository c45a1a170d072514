"""What decides in identification: what counts as reasons, which step a decision takes, who may sit, what votes come to."""

from panoh.identification.rules.panel import Ballot, Barred, Result, Undecided, barred, count, elements_asked
from panoh.identification.rules.reasons import STEPS, says_something

__all__ = [
    "STEPS",
    "Ballot",
    "Barred",
    "Result",
    "Undecided",
    "barred",
    "count",
    "elements_asked",
    "says_something",
]
