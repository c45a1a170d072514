"""The ledger for the data-protection officer: who did and who read what, line by line, without names of people."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from panoh.desk.printing import record_print
from panoh.desk.queries import ledger_lines
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.rules.numbers_sent import whole_number


@open_to(Act.READ_LEDGER)
def lines(request: OfficerRequest) -> HttpResponse:
    """The newest hundred lines before `before`; `subject` narrows them to one record."""
    before, subject = request.GET.get("before", ""), request.GET.get("subject", "")
    found = ledger_lines(before=whole_number(before), subject=subject)
    return render(request, "desk/ledger.html", {"lines": found, "subject": subject})


@require_POST
@signed_in
def printed(request: OfficerRequest) -> HttpResponse:
    """A page is being put on paper; the browser says which. Its address names no person."""
    record_print(page=request.POST.get("page", ""), by=request.user, at=timezone.now())
    return HttpResponse(status=204)
