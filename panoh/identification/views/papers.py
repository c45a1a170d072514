"""The papers of a decision as downloads, in the language asked for or the officer's own."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from panoh.identification.actions import print_certificate, print_decision
from panoh.identification.queries import decision_for
from panoh.registry.access import Act
from panoh.registry.pages import PDF, OfficerRequest, download, signed_in, spoken_in


@require_GET
@signed_in
def decision(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    found = decision_for(request.user, decision_id)
    with spoken_in(request.GET.get("language", "")):
        made = print_decision(decision=found, by=request.user, at=timezone.now())
    return download(made, kind=PDF, name=f"{found.case.reference}.pdf")


@require_GET
@signed_in
def certificate(request: OfficerRequest, decision_id: UUID) -> HttpResponse:
    """Its file name says nothing of what it is: it may lie in a list of downloads."""
    found = decision_for(request.user, decision_id, Act.PRINT_CERTIFICATE)
    with spoken_in(request.GET.get("language", "")):
        made = print_certificate(decision=found, by=request.user, at=timezone.now())
    return download(made, kind=PDF, name=f"{found.case.reference}.pdf")
