"""Acts of justice: a criminal case from its opening to its end; a penalty on a victim until it is lifted."""

from panoh.justice.actions.cases import open_criminal_case, record_stage, take_back_stage
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
from panoh.justice.actions.transfers import receive_criminal_case, transfer_criminal_case

__all__ = [
    "DefendantGiven",
    "PenaltyGiven",
    "add_defendant",
    "ask_relief",
    "assess_link",
    "count_victim",
    "freeze_asset",
    "hold_defendant",
    "open_criminal_case",
    "order_restitution",
    "pronounce_sentence",
    "receive_criminal_case",
    "record_payment",
    "record_penalty",
    "record_relief",
    "record_stage",
    "release_defendant",
    "settle_asset",
    "take_back_stage",
    "transfer_criminal_case",
    "unlink_victim",
]
