"""Acts of screening: the interview, its answers and its finding; operations and the people on their rosters."""

from panoh.screening.actions.answers import record_answers, record_words
from panoh.screening.actions.finding import finish
from panoh.screening.actions.interview import (
    begin_screening,
    decline,
    record_agreement,
    tell_conditions,
)
from panoh.screening.actions.matches import decide_match
from panoh.screening.actions.operations import open_operation, set_roster_status
from panoh.screening.actions.person import choose_instrument, describe_person, screen_also
from panoh.screening.actions.roster import ImportResult, import_roster

__all__ = [
    "ImportResult",
    "begin_screening",
    "choose_instrument",
    "decide_match",
    "decline",
    "describe_person",
    "finish",
    "import_roster",
    "open_operation",
    "record_agreement",
    "record_answers",
    "record_words",
    "screen_also",
    "set_roster_status",
    "tell_conditions",
]
