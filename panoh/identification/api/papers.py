"""The papers of a decision through the API: the same PDF by the same acts."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from panoh.identification import actions
from panoh.identification.api.routes import router
from panoh.identification.queries import decision_for
from panoh.registry.access import Act
from panoh.registry.pages import PDF, download, officer_of, spoken_in

AS_PDF = {
    "responses": {
        200: {"description": "The paper.", "content": {PDF: {"schema": {"type": "string", "format": "binary"}}}}
    }
}


@router.get("/decisions/{decision_id}/paper", response={200: None}, openapi_extra=AS_PDF)
def decision_paper(request: HttpRequest, decision_id: UUID, language: str = "") -> HttpResponse:
    """The decision with its reasons, in `language` (tg, ru, en) or the officer's own. It is on record."""
    officer = officer_of(request)
    decision = decision_for(officer, decision_id)
    with spoken_in(language):
        made = actions.print_decision(decision=decision, by=officer, at=timezone.now())
    return download(made, kind=PDF, name=f"{decision.case.reference}.pdf")


@router.get("/decisions/{decision_id}/certificate", response={200: None}, openapi_extra=AS_PDF)
def certificate(request: HttpRequest, decision_id: UUID, language: str = "") -> HttpResponse:
    """That the person has the status, and nothing of what happened. It is on record."""
    officer = officer_of(request)
    decision = decision_for(officer, decision_id, Act.PRINT_CERTIFICATE)
    with spoken_in(language):
        made = actions.print_certificate(decision=decision, by=officer, at=timezone.now())
    return download(made, kind=PDF, name=f"{decision.case.reference}.pdf")
