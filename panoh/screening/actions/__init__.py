"""Acts of screening: the interview, its answers and its finding."""

from panoh.screening.actions.answers import record_answers, record_words
from panoh.screening.actions.finding import finish
from panoh.screening.actions.interview import (
    DECLINE_REASONS,
    begin_screening,
    decline,
    record_agreement,
    tell_conditions,
)
from panoh.screening.actions.person import choose_instrument, describe_person, screen_also

__all__ = [
    "DECLINE_REASONS",
    "begin_screening",
    "choose_instrument",
    "decline",
    "describe_person",
    "finish",
    "record_agreement",
    "record_answers",
    "record_words",
    "screen_also",
    "tell_conditions",
]
