"""API of criminal cases: counts by stage for every post; the cases themselves for the desks that keep them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema, Status

from panoh.justice import actions
from panoh.justice.api.router import router
from panoh.justice.models import CriminalCase, CriminalStage, Sentence, Transfer
from panoh.justice.queries.cases import (
    CriminalCasePage,
    DefendantShown,
    criminal_case_for,
    criminal_case_page,
    criminal_cases_for,
    transfer_for,
)
from panoh.justice.queries.counts import counts_for
from panoh.justice.queries.inside import part_for
from panoh.registry import access
from panoh.registry.models import Desk
from panoh.registry.pages import officer_of

MOST = 200


class CountsOut(Schema):
    """`stage` is empty in the row of all. Each count has its own unit; no two of them are ever added."""

    stage: str
    criminal_cases: int
    criminal_cases_without_migration: int
    crimes: int
    suspects: int
    suspects_officials: int
    victims: int


class CriminalCaseIn(Schema):
    """`articles` as the file writes them: 130.1, ст. 130 прим 1, ч. 2 ст. 130.1 УК."""

    on: date
    articles: list[str]
    region: str = ""
    file_number: str = ""


class CriminalCaseOut(Schema):
    id: UUID
    reference: str
    stage: CriminalCase.Stage
    stage_on: date


class ArticleOut(Schema):
    """`in_force`: on the day of the stage; empty where the register does not know."""

    offence: str
    part: str
    in_force: bool | None


class StageOut(Schema):
    id: int
    stage: CriminalCase.Stage
    on: date
    because: str
    taken_back: bool
    articles: list[ArticleOut]


class SentenceOut(Schema):
    """`flags`: what does not fit the register."""

    offence: str
    part: str
    on: date
    convicted: bool
    custodial_months: int | None
    suspended_months: int | None
    fine: Decimal | None
    currency: str
    flags: list[str]
    stands: bool


class DefendantOut(Schema):
    """`mark`: of the sentences that stand; whoever records another says which they saw."""

    id: UUID
    number: int
    sex: str
    nationality: str
    official: str
    name: str
    held: str
    sentences: list[SentenceOut]
    mark: str


class VictimOut(Schema):
    """`reference` is empty where nobody is linked or the consent has ended."""

    id: int
    number: int
    reference: str
    ended: bool


class WholeCriminalCaseOut(CriminalCaseOut):
    file_number: str
    stages: list[StageOut]
    defendants: list[DefendantOut]
    victims: list[VictimOut]


class StageIn(Schema):
    """`articles`: empty where they are those of the stage before. `because`: of a closing."""

    stage: CriminalCase.Stage
    on: date
    articles: list[str] = []
    because: str = ""


class TransferIn(Schema):
    """`to_desk`: code of the desk. `because`: jurisdiction, charge, trial or back."""

    to_desk: str
    because: str


class TransferOut(Schema):
    id: int
    received_at: datetime | None


@router.get("/counts", response=list[CountsOut])
def read_counts(request: HttpRequest) -> list[CountsOut]:
    names = list(CountsOut.model_fields)[1:]
    rows = counts_for(officer_of(request)).rows
    return [CountsOut(stage=row.stage, **dict(zip(names, row.shown, strict=True))) for row in rows]


@router.get("/criminal-cases", response=list[CriminalCaseOut])
def read_criminal_cases(request: HttpRequest) -> list[CriminalCase]:
    """The newest stage first, at most 200."""
    access.require(officer_of(request), access.Act.KEEP_CRIMINAL_CASE)
    return list(criminal_cases_for(officer_of(request)).order_by("-stage_on", "pk")[:MOST])


@router.post("/criminal-cases", response={201: CriminalCaseOut})
def open_criminal_case(request: HttpRequest, given: CriminalCaseIn) -> Status[CriminalCase]:
    made = actions.open_criminal_case(**given.dict(), by=officer_of(request), at=timezone.now())
    made.refresh_from_db()
    return Status(201, made)


@router.get("/criminal-cases/{criminal_case_id}", response=WholeCriminalCaseOut)
def read_criminal_case(request: HttpRequest, criminal_case_id: UUID) -> WholeCriminalCaseOut:
    return whole(criminal_case_page(officer_of(request), criminal_case_id, at=timezone.now()))


@router.post("/criminal-cases/{criminal_case_id}/stages", response={201: StageOut})
def record_stage(request: HttpRequest, criminal_case_id: UUID, given: StageIn) -> Status[StageOut]:
    officer = officer_of(request)
    case = criminal_case_for(officer, criminal_case_id)
    return Status(201, _stage(actions.record_stage(criminal_case=case, **given.dict(), by=officer, at=timezone.now())))


@router.post("/stages/{stage_id}/take-back", response={204: None})
def take_back_stage(request: HttpRequest, stage_id: int) -> Status[None]:
    officer = officer_of(request)
    actions.take_back_stage(stage=part_for(officer, CriminalStage, stage_id), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/criminal-cases/{criminal_case_id}/transfer", response={201: TransferOut})
def transfer_criminal_case(request: HttpRequest, criminal_case_id: UUID, given: TransferIn) -> Status[Transfer]:
    officer = officer_of(request)
    case, desk = criminal_case_for(officer, criminal_case_id), get_object_or_404(Desk, code=given.to_desk)
    made = actions.transfer_criminal_case(
        criminal_case=case, to_desk=desk, because=given.because, by=officer, at=timezone.now()
    )
    return Status(201, made)


@router.post("/transfers/{transfer_id}/receive", response=TransferOut)
def receive_criminal_case(request: HttpRequest, transfer_id: int) -> Transfer:
    officer = officer_of(request)
    return actions.receive_criminal_case(transfer=transfer_for(officer, transfer_id), by=officer, at=timezone.now())


def whole(page: CriminalCasePage) -> WholeCriminalCaseOut:
    return WholeCriminalCaseOut(
        id=page.case.pk,
        reference=page.case.reference,
        stage=CriminalCase.Stage(page.case.stage),
        stage_on=page.case.stage_on,
        file_number=page.file_number,
        stages=[_stage(each.row) for each in page.stages],
        defendants=[_defendant(each) for each in page.defendants],
        victims=[
            VictimOut(
                id=each.row.pk, number=each.row.number, reference=each.reference, ended=each.row.ended_at is not None
            )
            for each in page.victims
        ],
    )


def _defendant(shown: DefendantShown) -> DefendantOut:
    return DefendantOut(
        id=shown.row.pk,
        number=shown.row.number,
        sex=shown.row.sex,
        nationality=shown.row.nationality,
        official=shown.row.official,
        name=shown.name,
        held=shown.held,
        sentences=[_sentence(each.row) for each in shown.sentences],
        mark=shown.mark,
    )


def _sentence(row: Sentence) -> SentenceOut:
    return SentenceOut(
        offence=row.offence,
        part=row.part,
        on=row.on,
        convicted=row.convicted,
        custodial_months=row.custodial_months,
        suspended_months=row.suspended_months,
        fine=row.fine,
        currency=row.currency,
        flags=row.flags,
        stands=row.replaced_at is None,
    )


def _stage(row: CriminalStage) -> StageOut:
    return StageOut(
        id=row.pk,
        stage=CriminalCase.Stage(row.kind),
        on=row.on,
        because=row.because,
        taken_back=row.taken_back_at is not None,
        articles=[
            ArticleOut(offence=each.offence, part=each.part, in_force=each.in_force) for each in row.articles.all()
        ],
    )
