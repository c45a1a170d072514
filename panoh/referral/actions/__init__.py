"""Acts of referral: recording a need, asking a desk, answering, reminding, taking back; what a desk says of itself."""

from panoh.referral.actions.answering import answer
from panoh.referral.actions.desk import describe_desk
from panoh.referral.actions.needs import meet_need, record_need
from panoh.referral.actions.sending import refer, remind, withdraw_referral

__all__ = ["answer", "describe_desk", "meet_need", "record_need", "refer", "remind", "withdraw_referral"]
