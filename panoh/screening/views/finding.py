"""Finishing an interview, its finding, and the doors that open from there."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries import case_for
from panoh.screening.actions import finish, print_finding, screen_also
from panoh.screening.queries import finding_page, person_findings, screening_for
from panoh.screening.queries.reading import what_for
from panoh.screening.views.begin import to_page


@require_POST
@open_to(Act.SCREEN)
def finished(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """With `on_judgement` the officer presumes whatever the answers come to."""
    screening = screening_for(request.user, screening_id)
    finish(screening=screening, on_judgement="on_judgement" in request.POST, by=request.user, at=timezone.now())
    return redirect("screening:finding", screening_id)


@open_to(Act.READ_SCREENING)
def finding(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    page = finding_page(request.user, screening_id, at=timezone.now())
    return render(request, "screening/finding.html", {"page": page})


@open_to(Act.READ_SCREENING)
def paper(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """For a case file: without what could be used against the person, and marked with who took it out and when."""
    now, screening = timezone.now(), screening_for(request.user, screening_id, Act.READ_SCREENING)
    what_for(screening, request.user)
    print_finding(screening=screening, by=request.user, at=now)
    page = finding_page(request.user, screening_id, at=now, for_paper=True)
    return render(request, "screening/finding_paper.html", {"page": page, "printed_at": now})


@open_to(Act.READ_SCREENING)
def person(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Every finding on one person side by side."""
    case = case_for(request.user, case_id, Act.READ_SCREENING)
    page = person_findings(request.user, case, at=timezone.now())
    return render(request, "screening/findings.html", {"page": page})


@require_POST
@open_to(Act.SCREEN)
def also(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """The other set of questions, in the same talk."""
    screening = screening_for(request.user, screening_id)
    chosen = request.POST.get("instrument", "")
    return to_page(screen_also(screening=screening, instrument=chosen, by=request.user, at=timezone.now()))
