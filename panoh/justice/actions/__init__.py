"""Acts of justice: a criminal case from its opening to its end; a penalty on a victim until it is lifted; residence."""

from panoh.justice.actions.cases import open_criminal_case, record_stage, take_back_stage
from panoh.justice.actions.deciding_residence import (
    appeal_refusal,
    grant_permit,
    leave_refusal,
    record_appeal,
    refuse_permit,
)
from panoh.justice.actions.hits import confirm_hit, dismiss_hit, note_removal, reopen_hit
from panoh.justice.actions.judging import pronounce_sentence
from panoh.justice.actions.money import freeze_asset, order_restitution, record_payment, settle_asset
from panoh.justice.actions.penalties import PenaltyGiven, ask_relief, assess_link, record_penalty, record_relief
from panoh.justice.actions.people import (
    DefendantGiven,
    add_defendant,
    count_victim,
    hold_defendant,
    release_defendant,
    unlink_victim,
)
from panoh.justice.actions.residence import ask_extension, ask_permit, end_permit, take_back_request
from panoh.justice.actions.transfers import receive_criminal_case, transfer_criminal_case

__all__ = [
    "DefendantGiven",
    "PenaltyGiven",
    "add_defendant",
    "appeal_refusal",
    "ask_extension",
    "ask_permit",
    "ask_relief",
    "assess_link",
    "confirm_hit",
    "count_victim",
    "dismiss_hit",
    "end_permit",
    "freeze_asset",
    "grant_permit",
    "hold_defendant",
    "leave_refusal",
    "note_removal",
    "open_criminal_case",
    "order_restitution",
    "pronounce_sentence",
    "receive_criminal_case",
    "record_appeal",
    "record_payment",
    "record_penalty",
    "record_relief",
    "record_stage",
    "refuse_permit",
    "release_defendant",
    "reopen_hit",
    "settle_asset",
    "take_back_request",
    "take_back_stage",
    "transfer_criminal_case",
    "unlink_victim",
]
