"""Records of identification: decisions on status with the panels that took them, how they were told and reconsidered, and
the record of an adult who declined."""

from panoh.identification.models.applications import Application
from panoh.identification.models.decisions import Decision, Refusal
from panoh.identification.models.guardians import Guardian
from panoh.identification.models.notes import CaseNote
from panoh.identification.models.panels import Panel, PanelSeat
from panoh.identification.models.retention import ListRetention, Retention
from panoh.identification.models.reviews import Reconsideration
from panoh.identification.models.same_person import CountedAs, SamePerson
from panoh.identification.models.signal_closings import SignalClosing
from panoh.identification.models.signals import Signal
from panoh.identification.models.telling import Telling

__all__ = [
    "Application",
    "CaseNote",
    "CountedAs",
    "Decision",
    "Guardian",
    "ListRetention",
    "Panel",
    "PanelSeat",
    "Reconsideration",
    "Refusal",
    "Retention",
    "SamePerson",
    "Signal",
    "SignalClosing",
    "Telling",
]
