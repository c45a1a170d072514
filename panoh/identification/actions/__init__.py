"""Acts of identification: lodging or declining the referral, taking it in, deciding in two stages, signing."""

from panoh.identification.actions.decisions import decide
from panoh.identification.actions.formal import open_formal_decision
from panoh.identification.actions.guardianship import appoint_guardian, make_sure_guardianship_knows, tell_guardianship
from panoh.identification.actions.intake import take_in
from panoh.identification.actions.lodging import lodge
from panoh.identification.actions.managers import name_manager
from panoh.identification.actions.panels import convene_panel, declare_for_panel, excuse_member, invite_to_panel
from panoh.identification.actions.refusal import record_refusal
from panoh.identification.actions.signatures import send_back, sign
from panoh.identification.actions.votes import conclude_panel, vote

__all__ = [
    "appoint_guardian",
    "conclude_panel",
    "convene_panel",
    "decide",
    "declare_for_panel",
    "excuse_member",
    "invite_to_panel",
    "lodge",
    "make_sure_guardianship_knows",
    "name_manager",
    "open_formal_decision",
    "record_refusal",
    "send_back",
    "sign",
    "take_in",
    "tell_guardianship",
    "vote",
]
