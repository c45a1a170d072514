"""API of hits on lists of penalties: both records, the decision, and the notice of a removal."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Schema

from panoh.justice import actions
from panoh.justice.api.router import router
from panoh.justice.models import PenaltyHit
from panoh.justice.queries.hits import HitShown, hit_for, hit_page, notice_for
from panoh.registry.pages import officer_of
from panoh.screening.queries.matches import Side


class HitMade(Schema):
    """`kind`: fine, detention, charge, conviction or removal. `penalty_id` once it was confirmed."""

    id: UUID
    row: int
    kind: str
    on: date
    strength: str
    state: PenaltyHit.HitState
    look_by: datetime
    penalty_id: UUID | None


class HitOut(HitMade):
    """`listed`, `known` and `penalty` are empty once the words of the list are destroyed: nothing is left to compare. Of a pair
    that was found to be two people the header X-Purpose says what for, where the caller neither decided nor works on it."""

    listed: dict[str, Any] | None
    known: dict[str, Any] | None
    penalty: dict[str, str]
    reasons: list[dict[str, Any]]

    @staticmethod
    def of(shown: HitShown) -> HitOut:
        made = HitMade.model_validate(shown.row, from_attributes=True)
        return HitOut(
            **made.dict(),
            listed=_side(shown.listed) if shown.listed else None,
            known=_side(shown.known) if shown.known else None,
            penalty=shown.penalty.kept() if shown.penalty else {},
            reasons=[asdict(each) for each in shown.reasons],
        )


class RemovalNoticeOut(Schema):
    """No case and no name: the authority has the list."""

    id: UUID
    row: int
    on: date
    noted_at: datetime | None


def _side(side: Side) -> dict[str, Any]:
    return {
        "names": [{"text": text, "script": script, "source": source} for text, script, source in side.names],
        "birth_date": side.birth_date,
        "sex": str(side.sex),
        "nationality": side.nationality,
        "documents": list(side.documents),
        "cases": [case.reference for case in side.cases],
    }


@router.get("/hits/{hit_id}", response=HitOut)
def read_hit(request: HttpRequest, hit_id: UUID) -> HitOut:
    return HitOut.of(hit_page(officer_of(request), hit_id, at=timezone.now()))


@router.post("/hits/{hit_id}/confirm", response=HitMade)
def confirm_hit(request: HttpRequest, hit_id: UUID) -> PenaltyHit:
    """It is the person: the penalty is recorded, with its alert and clock."""
    officer = officer_of(request)
    return actions.confirm_hit(hit=hit_for(officer, hit_id), by=officer, at=timezone.now())


@router.post("/hits/{hit_id}/dismiss", response=HitMade)
def dismiss_hit(request: HttpRequest, hit_id: UUID) -> PenaltyHit:
    officer = officer_of(request)
    return actions.dismiss_hit(hit=hit_for(officer, hit_id), by=officer, at=timezone.now())


@router.post("/hits/{hit_id}/reopen", response=HitMade)
def reopen_hit(request: HttpRequest, hit_id: UUID) -> PenaltyHit:
    officer = officer_of(request)
    return actions.reopen_hit(hit=hit_for(officer, hit_id), by=officer, at=timezone.now())


@router.get("/removals/{notice_id}", response=RemovalNoticeOut)
def read_notice(request: HttpRequest, notice_id: UUID) -> PenaltyHit:
    return notice_for(officer_of(request), notice_id)


@router.post("/removals/{notice_id}/noted", response=RemovalNoticeOut)
def note_removal(request: HttpRequest, notice_id: UUID) -> PenaltyHit:
    officer = officer_of(request)
    return actions.note_removal(hit=notice_for(officer, notice_id), by=officer, at=timezone.now())
