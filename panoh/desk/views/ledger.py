"""The ledger for the data-protection officer: who did and who read what, line by line, without names of people."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from panoh.desk.queries import ledger_lines
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to


@open_to(Act.READ_LEDGER)
def lines(request: OfficerRequest) -> HttpResponse:
    """The newest hundred lines before `before`; `subject` narrows them to one record."""
    before, subject = request.GET.get("before", ""), request.GET.get("subject", "")
    found = ledger_lines(before=int(before) if before.isdecimal() else None, subject=subject)
    return render(request, "desk/ledger.html", {"lines": found, "subject": subject})
