"""API of standards, criteria and the comparison: the same evidence, gaps and judgements as the pages."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Query, Schema, Status

from panoh.assessment import actions
from panoh.assessment.api.papers import PaperOut
from panoh.assessment.api.router import router
from panoh.assessment.api.tiers import WordsOut
from panoh.assessment.forms.criteria import asked_comparison, asked_report
from panoh.assessment.models import EvidenceDocument, HandedGap, Judgement
from panoh.assessment.queries.comparison import CellShown, comparison_for
from panoh.assessment.queries.criteria import CriterionBlock, criteria_for
from panoh.assessment.rules.evidence import Answered, Line
from panoh.assessment.rules.series import Cell
from panoh.registry.models import Post
from panoh.registry.pages import officer_of
from panoh.registry.wording import day


class CellOut(Schema):
    """`shown`: number, zero, not_reported, several, conflict, or missing; these are different things. `facts` by number."""

    shown: str
    facts: list[int]

    @staticmethod
    def of(cell: Cell) -> CellOut:
        return CellOut(shown=cell.shown.value, facts=[each.fact for each in cell.facts])


class AnsweredOut(Schema):
    """What the approved answer file says of it."""

    item: str
    says: WordsOut
    version: int
    file: int

    @staticmethod
    def of(told: Answered) -> AnsweredOut:
        return AnsweredOut(item=told.item, says=WordsOut.of(told.says), version=told.version, file=told.file)


class EvidenceOut(Schema):
    """`own`: the figure of this installation, in words; the year before it second. A document alone lifts no presumption and
    changes no figure. `documents`: in words; `papers`: the same, with what each is worth."""

    key: str
    measure: str
    have: str
    presumed_not_done: bool
    this: CellOut
    before: CellOut
    change: WordsOut | None
    own: list[WordsOut]
    documents: list[str]
    papers: list[PaperOut]
    answered: AnsweredOut | None
    owner: str

    @staticmethod
    def of(line: Line) -> EvidenceOut:
        papers = [f"{each.title}, {day(each.on)}; {each.found_at}" for each in line.documents]
        return EvidenceOut(
            key=line.asked.key,
            measure=line.asked.measure,
            have=line.have.value,
            presumed_not_done=line.presumed_not_done,
            this=CellOut.of(line.this),
            before=CellOut.of(line.before),
            change=WordsOut.of(line.change) if line.change else None,
            own=[WordsOut.of(each) for each in line.own_words],
            documents=papers + ([line.procedure] if line.procedure else []),
            papers=list(map(PaperOut.of, line.documents)),
            answered=AnsweredOut.of(line.answered) if line.answered else None,
            owner=line.asked.owner,
        )


class JudgementOut(Schema):
    judged: str
    reasons: str
    by: str
    at: datetime

    @staticmethod
    def of(row: Judgement) -> JudgementOut:
        return JudgementOut(judged=row.judged, reasons=row.reasons, by=f"{row.by.name} ({row.by.post})", at=row.at)


class CriterionOut(Schema):
    key: str
    number: int
    title: WordsOut
    says: WordsOut
    place: str
    verification: str
    evidence: list[EvidenceOut]
    judgements: list[JudgementOut]

    @staticmethod
    def of(block: CriterionBlock) -> CriterionOut:
        text = block.criterion
        return CriterionOut(
            key=text.key,
            number=text.number,
            title=WordsOut.of(text.title),
            says=WordsOut.of(text.says),
            place=text.place,
            verification=text.verification.value,
            evidence=[EvidenceOut.of(line) for line in block.lines],
            judgements=[JudgementOut.of(each) for each in block.judgements],
        )


class GapOut(Schema):
    criterion: str
    evidence: str
    todo: WordsOut
    owner: WordsOut
    presumed_not_done: bool


class JudgementIn(Schema):
    """`judged`: met, partly, not_met or cannot_tell."""

    judged: str
    reasons: str = Field(max_length=2000)


class DocumentIn(Schema):
    """`issuer`: state, international or other; `issued_by`: its name."""

    evidence: str
    title: str = Field(max_length=300)
    on: date
    issuer: str
    issued_by: str = Field(max_length=200)
    found_at: str = Field(max_length=300)


class HandOutGapIn(Schema):
    """`evidence`: the key of what is asked for; `post_code`: the code of a post."""

    evidence: str
    post_code: str
    due_on: date


class AssessmentMade(Schema):
    id: int


class CompareAsked(Schema):
    """Codes of countries and the years the facts are about; each may be named several times."""

    country: list[str] = []
    year: list[str] = []


class CompareColumn(Schema):
    country: str
    year: int
    tier: WordsOut


class CompareRowOut(Schema):
    measure: str
    breakdown: dict[str, str]
    actor: str
    cells: list[CellOut]


class CompareOut(Schema):
    columns: list[CompareColumn]
    rows: list[CompareRowOut]


@router.get("/criteria/{iso3}/{year}", response=list[CriterionOut])
def criteria(request: HttpRequest, iso3: str, year: int) -> list[CriterionOut]:
    """Standards, then criteria, for one country and report; never a tier."""
    country, report = asked_report({"country": iso3, "report": str(year)})
    page = criteria_for(officer_of(request), country=country, report=report, now=timezone.now())
    return [CriterionOut.of(block) for block in page.blocks]


@router.get("/criteria/{iso3}/{year}/gaps", response=list[GapOut])
def gaps(request: HttpRequest, iso3: str, year: int) -> list[GapOut]:
    """What is missing, and the role that can bring it."""
    country, report = asked_report({"country": iso3, "report": str(year)})
    page = criteria_for(officer_of(request), country=country, report=report, now=timezone.now())
    return [
        GapOut(
            criterion=gap.criterion.key,
            evidence=gap.line.asked.key,
            todo=WordsOut.of(gap.todo),
            owner=WordsOut.of(owner),
            presumed_not_done=gap.line.presumed_not_done,
        )
        for gap, owner in page.gaps
    ]


@router.post("/criteria/{iso3}/{year}/{criterion_key}/judgements", response={201: AssessmentMade})
def judge_criterion(
    request: HttpRequest, iso3: str, year: int, criterion_key: str, given: JudgementIn
) -> Status[Judgement]:
    """One person's judgement with reasons, beside those of others."""
    where = {"country": iso3, "criterion": criterion_key, "judged": given.judged, "reasons": given.reasons}
    return Status(201, actions.judge_criterion(report=year, **where, by=officer_of(request), at=timezone.now()))


@router.post("/criteria/{iso3}/{year}/{criterion_key}/documents", response={201: AssessmentMade})
def name_document(
    request: HttpRequest, iso3: str, year: int, criterion_key: str, given: DocumentIn
) -> Status[EvidenceDocument]:
    """A document that exists and shows something the criterion asks for."""
    made = actions.name_document(
        country=iso3, report=year, criterion=criterion_key, **given.dict(), by=officer_of(request), at=timezone.now()
    )
    return Status(201, made)


@router.post("/criteria/{iso3}/{year}/{criterion_key}/gaps", response={201: AssessmentMade})
def hand_out_gap(
    request: HttpRequest, iso3: str, year: int, criterion_key: str, given: HandOutGapIn
) -> Status[HandedGap]:
    """What is missing, to the post that can bring it, by a day."""
    post = get_object_or_404(Post, code=given.post_code)
    made = actions.hand_out_gap(
        country=iso3,
        report=year,
        criterion=criterion_key,
        evidence=given.evidence,
        post=post,
        due_on=given.due_on,
        by=officer_of(request),
        at=timezone.now(),
    )
    return Status(201, made)


@router.get("/comparison", response=CompareOut)
def comparison(
    request: HttpRequest,
    asked: Query[CompareAsked],
) -> CompareOut:
    """Countries and years side by side, on accepted facts and tiers."""
    countries, years = asked_comparison(asked.country, asked.year)
    page = comparison_for(officer_of(request), countries=countries, years=years)
    return CompareOut(
        columns=[
            CompareColumn(country=head.column.country, year=head.column.year, tier=WordsOut.of(head.tier))
            for head in page.heads
        ],
        rows=[
            CompareRowOut(
                measure=row.says.values.measure,
                breakdown=dict(row.says.values.breakdown),
                actor=row.says.values.actor,
                cells=list(map(_cell, row.cells)),
            )
            for row in page.rows
        ],
    )


def _cell(shown: CellShown) -> CellOut:
    return CellOut.of(shown.cell)
