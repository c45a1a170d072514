"""Acts of referral: assessing and recording needs, asking desks, answering, taking back; what a desk says of itself."""

from panoh.referral.actions.answering import answer
from panoh.referral.actions.assessing import WishGiven, assess_needs
from panoh.referral.actions.closing import acknowledge_closing
from panoh.referral.actions.desk import describe_desk
from panoh.referral.actions.needs import meet_need, record_need
from panoh.referral.actions.reports import note_report, report_service
from panoh.referral.actions.sending import refer, remind, withdraw_referral
from panoh.referral.actions.sharing import share_again, shorten_sharing

__all__ = [
    "WishGiven",
    "acknowledge_closing",
    "answer",
    "assess_needs",
    "describe_desk",
    "meet_need",
    "note_report",
    "record_need",
    "refer",
    "remind",
    "report_service",
    "share_again",
    "shorten_sharing",
    "withdraw_referral",
]
