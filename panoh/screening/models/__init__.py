"""Screening records: operations and their rosters, interviews with every answer kept, and findings, texts confirmed."""

from panoh.screening.models.confirmations import TextConfirmation
from panoh.screening.models.interviews import Answer, Finding, Pause, Receipt, Screening, SecondLook
from panoh.screening.models.operations import Closing, Duty, HandOver, ListSent, Operation
from panoh.screening.models.roster import Joining, LookAttempt, RosterEntry

__all__ = [
    "Answer",
    "Closing",
    "Duty",
    "Finding",
    "HandOver",
    "Joining",
    "ListSent",
    "LookAttempt",
    "Operation",
    "Pause",
    "Receipt",
    "RosterEntry",
    "Screening",
    "SecondLook",
    "TextConfirmation",
]
