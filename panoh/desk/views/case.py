"""One case on one page, as far as the viewer may see."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.desk.queries import case_page
from panoh.registry.pages import OfficerRequest, signed_in


@signed_in
def one_case(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    return render(request, "desk/case.html", {"page": case_page(request.user, case_id, at=timezone.now())})
