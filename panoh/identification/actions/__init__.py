"""Acts of identification: lodging or declining the referral, taking it in, deciding in two stages, telling, reconsidering."""

from panoh.identification.actions.applications import apply_for_status
from panoh.identification.actions.closing_signals import (
    agree_to_close_signal,
    close_signal,
    keep_signal_open,
    take_up_signal,
)
from panoh.identification.actions.course import come_back, pause_case, record_withdrawal, resume_case
from panoh.identification.actions.decisions import decide
from panoh.identification.actions.eighteen import ask_anew_at_eighteen
from panoh.identification.actions.excuses import agree_to_excuse, excuse_member
from panoh.identification.actions.extending import move_deadline
from panoh.identification.actions.formal import open_formal_decision
from panoh.identification.actions.guardianship import (
    appoint_guardian,
    end_guardianship,
    make_sure_guardianship_knows,
    tell_guardianship,
)
from panoh.identification.actions.intake import take_in
from panoh.identification.actions.list_retention import (
    ask_to_erase_list,
    erase_list_names,
    keep_list_names,
    refuse_to_erase_list,
)
from panoh.identification.actions.lodging import lodge
from panoh.identification.actions.managers import name_manager
from panoh.identification.actions.panels import convene_panel, declare_for_panel, invite_to_panel
from panoh.identification.actions.papers import print_certificate, print_decision
from panoh.identification.actions.refusal import record_refusal
from panoh.identification.actions.retention import ask_to_erase, erase_names, keep_names, refuse_to_erase
from panoh.identification.actions.reviews import ask_for_reconsideration
from panoh.identification.actions.same_person import decide_same_person, propose_same_person, undo_same_person
from panoh.identification.actions.signals import join_signals, meet_signal, record_signal
from panoh.identification.actions.signatures import send_back, sign
from panoh.identification.actions.telling import tell_decision
from panoh.identification.actions.votes import conclude_panel, vote

__all__ = [
    "agree_to_close_signal",
    "agree_to_excuse",
    "apply_for_status",
    "appoint_guardian",
    "ask_anew_at_eighteen",
    "ask_for_reconsideration",
    "ask_to_erase",
    "ask_to_erase_list",
    "close_signal",
    "come_back",
    "conclude_panel",
    "convene_panel",
    "decide",
    "decide_same_person",
    "declare_for_panel",
    "end_guardianship",
    "erase_list_names",
    "erase_names",
    "excuse_member",
    "invite_to_panel",
    "join_signals",
    "keep_list_names",
    "keep_names",
    "keep_signal_open",
    "lodge",
    "make_sure_guardianship_knows",
    "meet_signal",
    "move_deadline",
    "name_manager",
    "open_formal_decision",
    "pause_case",
    "print_certificate",
    "print_decision",
    "propose_same_person",
    "record_refusal",
    "record_signal",
    "record_withdrawal",
    "refuse_to_erase",
    "refuse_to_erase_list",
    "resume_case",
    "send_back",
    "sign",
    "take_in",
    "take_up_signal",
    "tell_decision",
    "tell_guardianship",
    "undo_same_person",
    "vote",
]
