"""API of publications: the list, what would be shown, proposing and answering."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from panoh.exchange.public import actions
from panoh.exchange.public.queries import proposed_for, publication_for, publications_for
from panoh.registry.pages import OfficerRequest, officer_of
from panoh.statistics.models import Publication
from panoh.statistics.queries.editions import edition_for
from panoh.statistics.rules.publication.shown import said_of

router = Router()


class PublicationOut(Schema):
    """`digest` is the SHA-256 of the text. `agreed` is empty as long as nobody answered."""

    id: int
    edition: int
    period_start: date
    period_end: date
    digest: str
    proposed_at: datetime
    agreed: bool | None
    because: str

    @staticmethod
    def of(found: Publication) -> PublicationOut:
        answer, period = found.answered, found.edition.period
        return PublicationOut(
            id=found.pk,
            edition=found.edition_id,
            period_start=period.first,
            period_end=period.last,
            digest=found.digest,
            proposed_at=found.proposed_at,
            agreed=answer.agreed if answer else None,
            because=answer.because if answer else "",
        )


class PublicationWhole(Schema):
    publication: PublicationOut
    still_stands: bool
    figures: list[dict[str, Any]]


class ProposalIn(Schema):
    edition_id: int


class PublicationAnswerIn(Schema):
    agreed: bool
    because: str = ""


@router.get("/publications", response=list[PublicationOut])
def publications(request: OfficerRequest) -> list[PublicationOut]:
    """Proposed, public and refused, newest first."""
    return [PublicationOut.of(each) for each in publications_for(request.user).publications]


@router.post("/publications", response={201: PublicationOut})
def propose(request: HttpRequest, payload: ProposalIn) -> Status[PublicationOut]:
    """Work out what of an edition may be shown, for another officer to agree to."""
    by = officer_of(request)
    edition = edition_for(by, payload.edition_id)
    return Status(201, PublicationOut.of(actions.propose_publication(edition=edition, by=by, at=timezone.now())))


@router.get("/publications/{publication_id}", response=PublicationWhole)
def publication(request: OfficerRequest, publication_id: int) -> PublicationWhole:
    """What is shown, or would be. A value that stays inside is “hidden”."""
    page = proposed_for(request.user, publication_id)
    return PublicationWhole(
        publication=PublicationOut.of(page.opened.publication),
        still_stands=page.still_stands,
        figures=[said_of(each) for each in page.opened.said.figures],
    )


@router.post("/publications/{publication_id}/answer", response={201: PublicationOut})
def answer(request: HttpRequest, publication_id: int, payload: PublicationAnswerIn) -> Status[PublicationOut]:
    """Agree, and it is public; or not, with reasons. Whoever proposed it does not answer."""
    by = officer_of(request)
    found = publication_for(by, publication_id)
    actions.answer_publication(
        publication=found, agreed=payload.agreed, because=payload.because, by=by, at=timezone.now()
    )
    return Status(201, PublicationOut.of(publication_for(by, publication_id)))
