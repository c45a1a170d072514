"""Screening records: operations and their rosters, interviews with every answer kept, findings, texts confirmed."""

from panoh.screening.models.confirmations import TextConfirmation
from panoh.screening.models.interviews import Answer, Finding, ListSent, Operation, RosterEntry, Screening

__all__ = ["Answer", "Finding", "ListSent", "Operation", "RosterEntry", "Screening", "TextConfirmation"]
