"""What goes in and out of referral's API."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Field, Schema

from panoh.referral.models import DeskNotice, Need, Response
from panoh.referral.rules.fit import Reason
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
    instead_of: int | None = None


class NoticeOut(Schema):
    id: int
    opening: str
    hours: str
    languages: list[str]
    serves: list[str]
    places: int | None
    free: int | None
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


class ReferralOut(Schema):
    id: UUID
    standing: str
    answer_due: datetime


class ReceivedOut(Schema):
    reference: str
    service: str
    urgency: str
    sex: str
    track: str
    with_children: bool
    region: str
    message: str
    standing: str


class AnswerIn(Schema):
    accepted: bool
    decline_reason: Response.Decline | None = None
    words: str = ""
