"""What goes in and out of referral's API."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ninja import Field, Schema

from panoh.referral.models import DeskNotice, Need, Referral, Response, ServiceReport
from panoh.referral.rules.fit import Reason
from panoh.registry.models import Papers
from panoh.registry.wording import spoken


class NeedIn(Schema):
    case: UUID
    service: str
    urgency: Need.Urgency
    note: str = ""
    with_children: bool = False


class NeedOut(Schema):
    id: UUID


class ReasonOut(Schema):
    words: str
    weighs: str
    asked_by_standard: bool
    provisional: bool

    @classmethod
    def of(cls, reason: Reason) -> ReasonOut:
        return cls(
            words=spoken(reason.words),
            weighs=reason.weighs,
            asked_by_standard=reason.asked,
            provisional=reason.provisional,
        )


class NoticeIn(Schema):
    """A desk's own word of itself. `instead_of`: the notice it was written over, none for the first."""

    opening: DeskNotice.Opening
    hours: str = Field("", max_length=200)
    languages: list[str] = []
    serves: list[str] = []
    places: int | None = Field(None, ge=0, le=30_000)
    free: int | None = Field(None, ge=0, le=30_000)
    step_free: bool | None = None
    long_term: bool | None = None
    guarded: bool | None = None
    instead_of: int | None = None


class NoticeOut(Schema):
    id: int
    opening: str
    hours: str
    languages: list[str]
    serves: list[str]
    places: int | None
    free: int | None
    step_free: bool | None
    long_term: bool | None
    guarded: bool | None
    said_at: datetime


class DeskOut(Schema):
    code: str
    name: str
    reasons: list[ReasonOut]
    notice: NoticeOut | None = None
    may_ask: bool
    ask_person_first_for: str


class ReferIn(Schema):
    to_desk: str
    message: str = ""
    until: date | None = None


class UntilIn(Schema):
    """The last day on which the desk may see it."""

    until: date


class ShareAgainIn(Schema):
    until: date | None = None


class ClosingIn(Schema):
    papers: Papers


class ClosingOut(Schema):
    reference: str
    why: str
    closed_at: datetime


class ReportIn(Schema):
    outcome: ServiceReport.Told
    reason: ServiceReport.Reason | None = None
    below_standard: bool = False
    words: str = Field("", max_length=4000)


class ReportOut(Schema):
    """`words`: only where whoever sent the person reads what was told."""

    id: UUID
    outcome: str
    reason: str
    below_standard: bool
    at: datetime
    noted_at: datetime | None
    words: str = ""


class ReferralOut(Schema):
    id: UUID
    standing: str
    answer_due: datetime
    seen_until: datetime | None
    rests_on: str

    @staticmethod
    def resolve_seen_until(row: Referral) -> datetime | None:
        return row.disclosure.until_at

    @staticmethod
    def resolve_rests_on(row: Referral) -> str:
        """The purpose agreed to; empty for a child, whom the duty to protect is enough for."""
        return row.disclosure.consent.purpose if row.disclosure.consent else ""


class ReceivedOut(Schema):
    reference: str
    service: str
    urgency: str
    sex: str
    track: str
    with_children: bool
    step_free: bool
    long_term: bool
    guarded: bool
    region: str
    message: str
    standing: str
    seen_until: datetime | None


class AnswerIn(Schema):
    accepted: bool
    decline_reason: Response.Decline | None = None
    words: str = ""
