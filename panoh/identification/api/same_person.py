"""Two records that may be one person's through the API: what waits, both records, and the same acts as the page's."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Schema

from panoh.identification import actions
from panoh.identification.api.routes import router
from panoh.identification.api.schemas import CandidateShown
from panoh.identification.models import SamePerson
from panoh.identification.queries.duplicates import to_compare
from panoh.identification.queries.same_person import JOIN, pair_for, to_decide, with_latest_cases
from panoh.identification.queries.two_records import TwoRecords, case_to_compare, two_cases, two_records, two_to_say
from panoh.registry.access import require
from panoh.registry.models import Case
from panoh.registry.pages import officer_of
from panoh.registry.worklists import MOST
from panoh.screening.queries.matches import Side

Why = Literal["paper", "name", "told", "met"]
"""As in `SamePerson.Because`."""
BOTH = "/cases/{case_id}/same-person/{other_id}"


class SameWord(Schema):
    """A word on two records. `same` is null until another officer decided. It names nobody."""

    id: int
    because: Why
    proposed_at: datetime
    same: bool | None
    decided_at: datetime | None
    undone_because: Literal["", "mistake", "told", "papers"]
    undone_at: datetime | None

    @classmethod
    def of(cls, pair: SamePerson) -> SameWord:
        return cls(**{name: getattr(pair, name) for name in cls.model_fields})


class PairToDecide(SameWord):
    """With the latest case of each of the two records."""

    case: UUID
    reference: str
    other_case: UUID
    other_reference: str


class RecordBeside(Schema):
    names: list[str]
    birth_date: str
    sex: str
    nationality: str
    documents: list[str]

    @classmethod
    def of(cls, side: Side) -> RecordBeside:
        said: dict[str, Any] = {name: getattr(side, name) for name in cls.model_fields}
        return cls(**{**said, "names": [text for text, _script, _source in side.names]})


class WhyAlike(Schema):
    """`one`, `other`: the parts of the names it speaks of; empty where it speaks of something else."""

    one: str
    other: str
    words: str
    speaks_against: bool


class TwoRecordsOut(Schema):
    """`strength`: empty where the rule would propose nothing. `said`: what is open or stands. The read stands in the ledger."""

    one: RecordBeside
    other: RecordBeside
    strength: Literal["", "paper", "strong", "likely"]
    reasons: list[WhyAlike]
    said: SameWord | None
    before: list[SameWord]

    @classmethod
    def of(cls, page: TwoRecords) -> TwoRecordsOut:
        return cls(
            one=RecordBeside.of(page.one),
            other=RecordBeside.of(page.another),
            strength=page.strength,  # type: ignore[arg-type]  # one of Strength, or empty
            reasons=[
                WhyAlike(one=each.listed, other=each.known, words=each.words, speaks_against=each.speaks_against)
                for each in page.reasons
            ],
            said=SameWord.of(page.said) if page.said else None,
            before=[SameWord.of(each) for each in page.before],
        )


class SameSaid(Schema):
    because: Why


class SameDecided(Schema):
    """`pair_id`: the word that was read; has it gone or been decided since, nothing is kept (409)."""

    pair_id: int
    same: bool


class SameUndone(Schema):
    pair_id: int
    because: Literal["mistake", "told", "papers"]


@router.get("/same-person", response=list[PairToDecide])
def pairs_to_decide(request: HttpRequest) -> list[PairToDecide]:
    """What colleagues said and waits for the caller, the longest waiting first."""
    officer = officer_of(request)
    require(officer, JOIN)
    return [_to_decide(*found) for found in with_latest_cases(to_decide(officer)[:MOST])]


@router.get("/cases/{case_id}/same-person", response=list[CandidateShown])
def cases_to_compare(request: HttpRequest, case_id: UUID) -> list[CandidateShown]:
    """Cases of other records that share a paper or a spelling. No name is opened, and any other case can be compared as well."""
    officer = officer_of(request)
    return [CandidateShown.of(each) for each in to_compare(case_to_compare(officer, case_id), officer)]


@router.get(BOTH, response=TwoRecordsOut)
def compare_records(request: HttpRequest, case_id: UUID, other_id: UUID) -> TwoRecordsOut:
    officer = officer_of(request)
    return TwoRecordsOut.of(two_records(officer, *two_cases(officer, case_id, other_id), at=timezone.now()))


@router.post(BOTH, response=SameWord)
def say_same(request: HttpRequest, case_id: UUID, other_id: UUID, given: SameSaid) -> SameWord:
    officer = officer_of(request)
    case, other = two_to_say(officer, case_id, other_id)
    said: dict[str, Any] = {"because": given.because, "by": officer, "at": timezone.now()}
    return SameWord.of(actions.propose_same_person(case=case, other=other, **said))


@router.post(f"{BOTH}/decision", response=SameWord)
def decide_same(request: HttpRequest, case_id: UUID, other_id: UUID, given: SameDecided) -> SameWord:
    officer = officer_of(request)
    case, other = two_cases(officer, case_id, other_id)
    seen: dict[str, Any] = {"pair": pair_for(officer, given.pair_id, case), "case": case, "other": other}
    return SameWord.of(actions.decide_same_person(**seen, same=given.same, by=officer, at=timezone.now()))


@router.post(f"{BOTH}/undoing", response=SameWord)
def undo_same(request: HttpRequest, case_id: UUID, other_id: UUID, given: SameUndone) -> SameWord:
    officer = officer_of(request)
    case, other = two_cases(officer, case_id, other_id)
    seen: dict[str, Any] = {"pair": pair_for(officer, given.pair_id, case), "case": case, "other": other}
    return SameWord.of(actions.undo_same_person(**seen, because=given.because, by=officer, at=timezone.now()))


def _to_decide(pair: SamePerson, case: Case, other: Case) -> PairToDecide:
    return PairToDecide(
        **SameWord.of(pair).dict(),
        case=case.pk,
        reference=case.reference,
        other_case=other.pk,
        other_reference=other.reference,
    )
