"""Acts of referral: recording a need, asking a desk, answering, reminding, taking back."""

from panoh.referral.actions.answering import answer
from panoh.referral.actions.needs import meet_need, record_need
from panoh.referral.actions.sending import refer, remind, withdraw_referral

__all__ = ["answer", "meet_need", "record_need", "refer", "remind", "withdraw_referral"]
