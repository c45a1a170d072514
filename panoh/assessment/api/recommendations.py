"""API of recommendations and shortcomings through the years."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.assessment import actions
from panoh.assessment.api.criteria import AssessmentMade
from panoh.assessment.api.router import router
from panoh.assessment.forms.criteria import asked_kind, asked_report
from panoh.assessment.models import Recommendation, RecommendationMatch, RecommendationStep
from panoh.assessment.queries.narratives import narrative_for
from panoh.assessment.queries.recommendations import Proposal, Thread, recommendation_for, recommendations_for
from panoh.registry.models import Post
from panoh.registry.pages import officer_of


class RecommendationOut(Schema):
    id: int
    report: int
    words: str

    @staticmethod
    def of(row: Recommendation) -> RecommendationOut:
        return RecommendationOut(id=row.pk, report=row.narrative.report, words=row.words)


class ThreadOut(Schema):
    """One recommendation through the years. `unseen`: reports between that were not brought in."""

    reports: list[int]
    unseen: list[int]
    members: list[RecommendationOut]
    owner: str
    state: str
    steps: int

    @staticmethod
    def of(thread: Thread) -> ThreadOut:
        return ThreadOut(
            reports=list(thread.recurring.reports),
            unseen=list(thread.recurring.unseen),
            members=[RecommendationOut.of(each) for each in thread.members],
            owner=thread.last.owner.code if thread.last else "",
            state=thread.last.state if thread.last else "",
            steps=len(thread.steps),
        )


class ProposalOut(Schema):
    earlier: RecommendationOut
    later: RecommendationOut
    score: int
    shared: list[str]

    @staticmethod
    def of(proposed: Proposal) -> ProposalOut:
        return ProposalOut(
            earlier=RecommendationOut.of(proposed.earlier),
            later=RecommendationOut.of(proposed.later),
            score=proposed.likeness.score,
            shared=list(proposed.likeness.shared),
        )


class RecommendationsOut(Schema):
    threads: list[ThreadOut]
    proposals: list[ProposalOut]


class EnterIn(Schema):
    """`kind`: recommendation or shortcoming; `words` as they stand in the text."""

    kind: str
    words: str


class MatchIn(Schema):
    same: bool
    because: str = Field("", max_length=500)


class StepIn(Schema):
    """`owner_code`: the code of a post. `state`: not_begun, under_way, done or not_taken_up. What is done names what shows it."""

    owner_code: str
    state: str
    words: str = Field(max_length=2000)
    evidence: str = Field("", max_length=300)


@router.get("/recommendations/{iso3}", response=RecommendationsOut)
def recommendations(request: HttpRequest, iso3: str, kind: str = "recommendation") -> RecommendationsOut:
    """Through the years, with who owns each; and which may be one, reworded."""
    country, _report = asked_report({"country": iso3})
    page = recommendations_for(officer_of(request), country=country, kind=asked_kind({"kind": kind}))
    return RecommendationsOut(
        threads=list(map(ThreadOut.of, page.threads)), proposals=list(map(ProposalOut.of, page.proposals))
    )


@router.post("/narratives/{narrative_id}/recommendations", response={201: AssessmentMade})
def enter_recommendation(request: HttpRequest, narrative_id: int, given: EnterIn) -> Status[Recommendation]:
    """One that was not found in its text."""
    officer = officer_of(request)
    told = narrative_for(officer, narrative_id)
    made = actions.enter_recommendation(
        narrative=told, kind=given.kind, words=given.words, by=officer, at=timezone.now()
    )
    return Status(201, made)


@router.post("/recommendations/{recommendation_id}/matches/{earlier_id}", response={201: AssessmentMade})
def match_recommendations(
    request: HttpRequest, recommendation_id: int, earlier_id: int, given: MatchIn
) -> Status[RecommendationMatch]:
    """Whether two of different years are one."""
    officer = officer_of(request)
    pair = {
        "later": recommendation_for(officer, recommendation_id),
        "earlier": recommendation_for(officer, earlier_id),
    }
    said = {"same": given.same, "because": given.because}
    return Status(201, actions.match_recommendations(**pair, **said, by=officer, at=timezone.now()))  # type: ignore[arg-type]  # two fields of the schema


@router.post("/recommendations/{recommendation_id}/steps", response={201: AssessmentMade})
def record_step(request: HttpRequest, recommendation_id: int, given: StepIn) -> Status[RecommendationStep]:
    """Its owner, and what was done."""
    officer = officer_of(request)
    row = recommendation_for(officer, recommendation_id)
    made = actions.record_step(
        recommendation=row,
        owner=get_object_or_404(Post, code=given.owner_code),
        state=given.state,
        words=given.words,
        evidence=given.evidence,
        by=officer,
        at=timezone.now(),
    )
    return Status(201, made)
