"""The worklist of identification, one case in it, and the written procedure."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from panoh.identification.forms.calendar import asked_year
from panoh.identification.queries import calendar_page, case_block, procedure_page, worklist
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries import case_for


@open_to(Act.SEE_CASE)
def home(request: OfficerRequest) -> HttpResponse:
    return render(
        request,
        "identification/home.html",
        {"list": worklist(request.user, now=timezone.now()), "may_take_signals": may(request.user, Act.SCREEN)},
    )


@signed_in
def case(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Where the case stands and what this post can do now."""
    block = case_block(request.user, case_for(request.user, case_id), now=timezone.now())
    return render(request, "identification/case.html", {"identification": block, "case": block.case})


@signed_in
def procedure(request: OfficerRequest) -> HttpResponse:
    """In force here, or the version a case runs under."""
    page = procedure_page(language=get_language() or "en", version=request.GET.get("version", ""))
    return render(request, "identification/procedure.html", {"page": page})


@signed_in
def calendar(request: OfficerRequest) -> HttpResponse:
    """Which days are working days, in one year."""
    year = asked_year(request.GET.get("year", ""), this_year=timezone.localdate().year)
    return render(request, "identification/calendar.html", {"page": calendar_page(year)})
