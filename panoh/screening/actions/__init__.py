"""Acts of screening: the interview, its answers and its finding; operations and the people on their rosters."""

from panoh.screening.actions.answers import record_answers, record_words
from panoh.screening.actions.finding import finish, print_finding
from panoh.screening.actions.interview import (
    begin_screening,
    decline,
    record_agreement,
    tell_conditions,
)
from panoh.screening.actions.operations import open_operation, set_roster_status
from panoh.screening.actions.person import choose_instrument, describe_person, screen_also
from panoh.screening.actions.roster import ImportResult, import_roster
from panoh.screening.actions.second_look import cancel_second_look, change_second_look, plan_second_look

__all__ = [
    "ImportResult",
    "begin_screening",
    "cancel_second_look",
    "change_second_look",
    "choose_instrument",
    "decline",
    "describe_person",
    "finish",
    "import_roster",
    "open_operation",
    "plan_second_look",
    "print_finding",
    "record_agreement",
    "record_answers",
    "record_words",
    "screen_also",
    "set_roster_status",
    "tell_conditions",
]
