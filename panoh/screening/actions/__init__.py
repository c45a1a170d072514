"""Acts of screening: the interview, its answers and its finding; operations and the people on their rosters."""

from panoh.screening.actions.accounting import Told, join_lines, part_lines, set_roster_status
from panoh.screening.actions.agreement import decline, record_agreement
from panoh.screening.actions.answers import record_answers
from panoh.screening.actions.breaks import pause, resume
from panoh.screening.actions.claims import call_next, release_line
from panoh.screening.actions.confirmation import answer_second, hold_against, withdraw_confirmation
from panoh.screening.actions.finding import finish, print_finding
from panoh.screening.actions.hand_over import (
    accept_hand_over,
    decline_hand_over,
    offer_hand_over,
    withdraw_hand_over,
)
from panoh.screening.actions.interview import begin_screening, tell_conditions, tell_needs_now
from panoh.screening.actions.lines import Line, add_person, add_unnamed, correct_line
from panoh.screening.actions.looks import record_attempt, record_case_attempt
from panoh.screening.actions.matches import decide_match
from panoh.screening.actions.operations import close_operation, expect, open_operation, reopen_operation
from panoh.screening.actions.page import record_page
from panoh.screening.actions.person import choose_instrument, describe_person, screen_also
from panoh.screening.actions.reception import receive_all, receive_line
from panoh.screening.actions.roster import ImportResult, import_roster
from panoh.screening.actions.second_look import cancel_second_look, change_second_look, plan_second_look
from panoh.screening.actions.words import record_words

__all__ = [
    "ImportResult",
    "Line",
    "Told",
    "accept_hand_over",
    "add_person",
    "add_unnamed",
    "answer_second",
    "begin_screening",
    "call_next",
    "cancel_second_look",
    "change_second_look",
    "choose_instrument",
    "close_operation",
    "correct_line",
    "decide_match",
    "decline",
    "decline_hand_over",
    "describe_person",
    "expect",
    "finish",
    "hold_against",
    "import_roster",
    "join_lines",
    "offer_hand_over",
    "open_operation",
    "part_lines",
    "pause",
    "plan_second_look",
    "print_finding",
    "receive_all",
    "receive_line",
    "record_agreement",
    "record_answers",
    "record_attempt",
    "record_case_attempt",
    "record_page",
    "record_words",
    "release_line",
    "reopen_operation",
    "resume",
    "screen_also",
    "set_roster_status",
    "tell_conditions",
    "tell_needs_now",
    "withdraw_confirmation",
    "withdraw_hand_over",
]
