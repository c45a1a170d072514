"""Reads of referral: what waits for whom, one need with the desks to ask, one referral for the desk that was asked."""

from panoh.referral.queries.awaited import awaited_parts
from panoh.referral.queries.case_block import CaseBlock, NeedLine, case_block
from panoh.referral.queries.needs import NeedPage, need_for, need_page
from panoh.referral.queries.received import ReferralPage, referral_for, referral_page, sent_referral_for
from panoh.referral.queries.worklist import parts, worklist

__all__ = [
    "CaseBlock",
    "NeedLine",
    "NeedPage",
    "ReferralPage",
    "awaited_parts",
    "case_block",
    "need_for",
    "need_page",
    "parts",
    "referral_for",
    "referral_page",
    "sent_referral_for",
    "worklist",
]
