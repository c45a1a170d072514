"""API of what is kept for the trained: how each act stands, a proposal, its adoption, its end."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.instruments.kinds.training import SensitiveAct
from panoh.prevention import actions
from panoh.prevention.api.router import router
from panoh.prevention.queries.training import KeptLine, proposal_for, trained_only_page
from panoh.registry.models import TrainedOnly
from panoh.registry.pages import officer_of


class TrainedOnlyIn(Schema):
    """`act`: one of the list. Help in danger, needs, referral and refuge are never in it."""

    act: SensitiveAct
    from_day: date
    document: str = Field(max_length=200)
    document_on: date


class TrainedOnlyOut(Schema):
    id: int
    act: str
    curriculum: str
    from_day: date
    document: str
    document_on: date
    adopted: bool
    ended: bool

    @staticmethod
    def of(row: TrainedOnly) -> TrainedOnlyOut:
        columns = {key: getattr(row, key) for key in ("id", "act", "curriculum", "from_day", "document", "document_on")}
        return TrainedOnlyOut(**columns, adopted=row.adopted_at is not None, ended=row.ended_at is not None)


class KeptForTrainedOut(Schema):
    """`standing` is none where nothing asks for a certificate. `lacking` of `holders` would be refused today."""

    act: SensitiveAct
    name: dict[str, str]
    curriculum: str
    standing: TrainedOnlyOut | None
    holders: int
    lacking: int

    @staticmethod
    def of(line: KeptLine) -> KeptForTrainedOut:
        listed = line.listed
        return KeptForTrainedOut(
            act=listed.act,
            name=vars(listed.name),
            curriculum=listed.curriculum,
            standing=TrainedOnlyOut.of(line.row) if line.row else None,
            holders=line.holders,
            lacking=line.lacking,
        )


class TrainedOnlyEndIn(Schema):
    because: str = Field(max_length=300)


@router.get("/trained-only", response=list[KeptForTrainedOut])
def read_trained_only(request: HttpRequest) -> list[KeptForTrainedOut]:
    page = trained_only_page(officer_of(request), today=timezone.localdate())
    return [KeptForTrainedOut.of(each) for each in page.lines]


@router.post("/trained-only", response={201: TrainedOnlyOut})
def propose(request: HttpRequest, given: TrainedOnlyIn) -> Status[TrainedOnlyOut]:
    told = given.dict(exclude={"act"}) | {"kept": given.act}
    made = actions.propose_trained_only(**told, by=officer_of(request), at=timezone.now())
    return Status(201, TrainedOnlyOut.of(made))


@router.post("/trained-only/{proposal_id}/adopt", response=TrainedOnlyOut)
def adopt(request: HttpRequest, proposal_id: int) -> TrainedOnlyOut:
    by = officer_of(request)
    return TrainedOnlyOut.of(
        actions.adopt_trained_only(proposal=proposal_for(by, proposal_id), by=by, at=timezone.now())
    )


@router.post("/trained-only/{proposal_id}/end", response=TrainedOnlyOut)
def end(request: HttpRequest, proposal_id: int, given: TrainedOnlyEndIn) -> TrainedOnlyOut:
    by = officer_of(request)
    held = proposal_for(by, proposal_id)
    return TrainedOnlyOut.of(actions.end_trained_only(proposal=held, because=given.because, by=by, at=timezone.now()))
