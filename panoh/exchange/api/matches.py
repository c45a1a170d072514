"""API of people on lists who may be on record: the same acts as the pages, and as silent to whoever may not see them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from panoh.registry.access import Act, require
from panoh.registry.pages import officer_of
from panoh.screening.actions import decide_match
from panoh.screening.models import RosterMatch
from panoh.screening.queries.matches import Side, comparison, match_for, to_compare

router = Router()


class MatchOut(Schema):
    """A pair to compare; it names nobody."""

    id: int
    roster_entry: UUID
    strength: str
    state: str

    @classmethod
    def of(cls, match: RosterMatch) -> MatchOut:
        return cls(id=match.pk, roster_entry=match.entry_id, strength=match.strength, state=match.state)


class SideOut(Schema):
    names: list[str]
    birth_date: str
    sex: str
    nationality: str
    documents: list[str]

    @classmethod
    def of(cls, side: Side) -> SideOut:
        names = [text for text, _, _ in side.names]
        return cls(names=names, birth_date=side.birth_date, sex=side.sex, nationality=side.nationality,
                   documents=list(side.documents))  # fmt: skip


class CandidateOut(Schema):
    match: MatchOut
    on_record: SideOut
    reasons: list[dict[str, Any]]


class ComparisonOut(Schema):
    """Somebody on a list beside everybody on record they may be. The read stands in the ledger."""

    on_list: SideOut
    candidates: list[CandidateOut]


class DecisionIn(Schema):
    """`seen`: the state as it was shown; where a colleague decided since, nothing is kept (409)."""

    seen: str
    state: Literal["same", "other", "unsure", "undone"]


@router.get("/matches", response={200: list[MatchOut]})
def all_matches(request: HttpRequest, page: int = 1) -> list[MatchOut]:
    """People on lists who may be on record, as far as the post may see that."""
    require(officer_of(request), Act.COMPARE)
    return [MatchOut.of(each) for each in to_compare(officer_of(request), page=str(page))]


@router.get("/roster/{uuid:entry_id}/matches", response={200: ComparisonOut})
def compare(request: HttpRequest, entry_id: UUID) -> ComparisonOut:
    shown = comparison(officer_of(request), entry_id, at=timezone.now())
    found = [
        CandidateOut(
            match=MatchOut.of(each.match),
            on_record=SideOut.of(each.side),
            reasons=[asdict(reason) for reason in each.reasons],
        )
        for each in shown.candidates
    ]
    return ComparisonOut(on_list=SideOut.of(shown.listed), candidates=found)


@router.post("/matches/{int:match_id}", response={200: MatchOut})
def decide(request: HttpRequest, match_id: int, given: DecisionIn) -> MatchOut:
    """The same person, someone else, not to be told yet, or a decision undone."""
    match = match_for(officer_of(request), match_id)
    return MatchOut.of(decide_match(match=match, **given.dict(), by=officer_of(request), at=timezone.now()))
