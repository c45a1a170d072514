"""What goes over the wire. `seen` is the state the caller saw: an act on a case that moved on is refused with 409."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.utils.translation import get_language
from ninja import Field, Schema

from panoh.identification.models import Decision, Guardian
from panoh.identification.queries import Candidate, CaseBlock
from panoh.identification.queries.guardians import GuardianShown
from panoh.instruments.kinds.source import Words
from panoh.registry.worklists import Worklist


class Seen(Schema):
    seen: str


class GuardianGiven(Seen):
    name: str = Field(min_length=1, max_length=300)
    capacity: Guardian.Capacity
    authority: Guardian.Authority
    appointed_on: date


class GuardianEnded(Seen):
    ended_on: date


class GuardianOut(Schema):
    name: str
    capacity: Guardian.Capacity
    authority: Guardian.Authority
    appointed_on: date

    @staticmethod
    def of(shown: GuardianShown) -> GuardianOut:
        row = shown.row
        return GuardianOut(
            name=shown.name,
            capacity=Guardian.Capacity(row.capacity),
            authority=Guardian.Authority(row.authority),
            appointed_on=row.appointed_on,
        )


class ManagerGiven(Seen):
    """The name the officer signs in with."""

    manager: str


class RefusalGiven(Seen):
    reason: str
    hotline_given: bool


class DecisionGiven(Seen):
    """The declaration has no default: it is made, or nothing is decided. A negative needs a reason on act, means and
    purpose; of a child on act and purpose."""

    outcome: Literal["positive", "negative"]
    form: Literal["labour", "sexual", "other", "unknown"]
    reasons: str
    act: str = ""
    means: str = ""
    purpose: str = ""
    conflict_of_interest: bool


class SignatureGiven(Seen):
    conflict_of_interest: bool


class SentBack(Seen):
    reason: str


class FormalGiven(Seen):
    asked_by_person: bool
    agencies_asked: bool


class Line(Schema):
    reference: str
    case: str
    what: str
    why: str
    due_at: datetime
    escalated: bool
    since: bool


class Lines(Schema):
    total: int
    items: list[Line]

    @classmethod
    def of(cls, found: Worklist) -> Lines:
        lines = [
            Line(
                reference=item.reference,
                case=item.address.split("/")[2],
                what=item.what,
                why=item.why,
                due_at=item.due_at,
                escalated=item.escalated,
                since=item.since,
            )
            for item in found.items
        ]
        return cls(total=found.total, items=lines)


class DecisionShown(Schema):
    id: UUID
    stage: str
    outcome: str
    form: str
    status: str
    proposed_at: datetime
    signed_at: datetime | None


class DoorShown(Schema):
    act: str
    shut_because: str | None
    way_forward: str | None


class AlsoOnRecord(Schema):
    """Another case of the person under another record, as two officers held; only to whoever may see both."""

    id: UUID
    reference: str


class Standing(Schema):
    """Where a case stands and what the caller's post can do in it now."""

    id: UUID
    reference: str
    state: str
    track: str
    doors: list[DoorShown]
    decisions: list[DecisionShown]
    also_on_record: list[AlsoOnRecord]

    @classmethod
    def of(cls, block: CaseBlock) -> Standing:
        doors = [
            DoorShown(
                act=door.page,
                shut_because=_spoken(door.shut.reason) if door.shut else None,
                way_forward=_spoken(door.shut.way_forward) if door.shut else None,
            )
            for door in block.doors
        ]
        case = block.case
        decisions = [shown(decision) for decision in block.decisions]
        return cls(
            id=case.pk,
            reference=case.reference,
            state=case.state,
            track=case.track,
            doors=doors,
            decisions=decisions,
            also_on_record=[AlsoOnRecord(id=each.pk, reference=each.reference) for each in block.also],
        )


class CandidateShown(Schema):
    """`documents`, `names`: how many numbers and spellings are shared. `shared`: what that means, in words, the surest first;
    `against`: what speaks against it, empty where nothing is known to."""

    id: UUID
    reference: str
    documents: int
    names: int
    shared: list[str]
    against: str

    @classmethod
    def of(cls, found: Candidate) -> CandidateShown:
        return cls(
            id=found.case.pk,
            reference=found.case.reference,
            documents=found.documents,
            names=found.names,
            shared=[str(each) for each in found.shared],
            against=str(found.against),
        )


class ReasonsShown(Schema):
    reasons: str
    elements: dict[str, str]
    returned_because: str


def shown(decision: Decision) -> DecisionShown:
    return DecisionShown(
        id=decision.pk,
        stage=decision.stage,
        outcome=decision.outcome,
        form=decision.form,
        status=decision.status,
        proposed_at=decision.proposed_at,
        signed_at=decision.signed_at,
    )


def _spoken(words: Words) -> str:
    return words.in_language(get_language() or "en")
