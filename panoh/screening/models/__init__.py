"""Screening records: operations and their rosters, interviews with every answer kept, and findings, texts confirmed."""

from panoh.screening.models.confirmations import TextConfirmation
from panoh.screening.models.interviews import Answer, Finding, Pause, Receipt, Screening, SecondLook
from panoh.screening.models.lists import ListSent, ManifestSource
from panoh.screening.models.operations import Closing, Duty, HandOver, Operation
from panoh.screening.models.roster import Joining, LookAttempt, RosterEntry, RosterMatch

__all__ = [
    "Answer",
    "Closing",
    "Duty",
    "Finding",
    "HandOver",
    "Joining",
    "ListSent",
    "LookAttempt",
    "ManifestSource",
    "Operation",
    "Pause",
    "Receipt",
    "RosterEntry",
    "RosterMatch",
    "Screening",
    "SecondLook",
    "TextConfirmation",
]
