"""What referral records: needs and how they were assessed, referrals and answers, what a desk says of itself."""

from panoh.referral.models.assessments import AssessedService, NeedsAssessment
from panoh.referral.models.referrals import (
    ACCEPTED,
    UNANSWERED,
    URGENT_FIRST,
    DeskNotice,
    Need,
    Referral,
    Reminder,
    Response,
    ServiceReport,
)

__all__ = [
    "ACCEPTED",
    "UNANSWERED",
    "URGENT_FIRST",
    "AssessedService",
    "DeskNotice",
    "Need",
    "NeedsAssessment",
    "Referral",
    "Reminder",
    "Response",
    "ServiceReport",
]
