"""Acts of screening: the interview, its answers and its finding; operations and the people on their rosters."""

from panoh.screening.actions.answers import record_answers
from panoh.screening.actions.breaks import pause, resume
from panoh.screening.actions.finding import finish
from panoh.screening.actions.interview import (
    begin_screening,
    decline,
    record_agreement,
    tell_conditions,
    tell_needs_now,
)
from panoh.screening.actions.operations import open_operation, set_roster_status
from panoh.screening.actions.page import record_page
from panoh.screening.actions.person import choose_instrument, describe_person, screen_also
from panoh.screening.actions.roster import ImportResult, import_roster
from panoh.screening.actions.words import record_words

__all__ = [
    "ImportResult",
    "begin_screening",
    "choose_instrument",
    "decline",
    "describe_person",
    "finish",
    "import_roster",
    "open_operation",
    "pause",
    "record_agreement",
    "record_answers",
    "record_page",
    "record_words",
    "resume",
    "screen_also",
    "set_roster_status",
    "tell_conditions",
    "tell_needs_now",
]
