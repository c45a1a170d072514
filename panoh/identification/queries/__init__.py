"""Reads of identification: what a step rests on, what waits for whom, what a decision said."""

from panoh.identification.queries.applications import ApplicationPage, application_page, first_contact
from panoh.identification.queries.calendar import CalendarPage, calendar_page
from panoh.identification.queries.case_block import CaseBlock, case_block
from panoh.identification.queries.clocks import Running, running
from panoh.identification.queries.duplicates import Candidate, possible_duplicates
from panoh.identification.queries.extensions import Movable, movable
from panoh.identification.queries.facts import facts, guardianship_desk, guardianship_told, open_proposal
from panoh.identification.queries.panel_page import PanelPage, panel_page
from panoh.identification.queries.panels import (
    VoteRead,
    asked_in,
    open_panel,
    panel_in,
    read_votes,
    votes_on,
)
from panoh.identification.queries.procedure import ProcedurePage, procedure_page
from panoh.identification.queries.reading import (
    Reasons,
    as_seen,
    decision_for,
    latest_finding,
    proposal_in,
    read_reasons,
    read_reasons_shared,
)
from panoh.identification.queries.reviews import (
    Grounds,
    decision_to_tell,
    read_grounds,
    standing_decision,
    to_be_told,
    under_review,
)
from panoh.identification.queries.signal_closings import (
    agencies_to_hand_to,
    closed_signals,
    closing_that_waits,
    signal_named,
)
from panoh.identification.queries.signals import SignalPage, case_named, open_signals, signal_for, signal_page
from panoh.identification.queries.stages import DECIDES, stage_of
from panoh.identification.queries.texts import TextPage, one_text, text_page
from panoh.identification.queries.waiting import awaited_parts
from panoh.identification.queries.worklist import parts, worklist

__all__ = [
    "DECIDES",
    "ApplicationPage",
    "CalendarPage",
    "Candidate",
    "CaseBlock",
    "Grounds",
    "Movable",
    "PanelPage",
    "ProcedurePage",
    "Reasons",
    "Running",
    "SignalPage",
    "TextPage",
    "VoteRead",
    "agencies_to_hand_to",
    "application_page",
    "as_seen",
    "asked_in",
    "awaited_parts",
    "calendar_page",
    "case_block",
    "case_named",
    "closed_signals",
    "closing_that_waits",
    "decision_for",
    "decision_to_tell",
    "facts",
    "first_contact",
    "guardianship_desk",
    "guardianship_told",
    "latest_finding",
    "movable",
    "one_text",
    "open_panel",
    "open_proposal",
    "open_signals",
    "panel_in",
    "panel_page",
    "parts",
    "possible_duplicates",
    "procedure_page",
    "proposal_in",
    "read_grounds",
    "read_reasons",
    "read_reasons_shared",
    "read_votes",
    "running",
    "signal_for",
    "signal_named",
    "signal_page",
    "stage_of",
    "standing_decision",
    "text_page",
    "to_be_told",
    "under_review",
    "votes_on",
    "worklist",
]
