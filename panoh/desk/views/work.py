"""My work: what is mine to do, most urgent first, and what waits on whom."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.desk import work
from panoh.registry.pages import OfficerRequest, signed_in


@signed_in
def my_work(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    return render(request, "desk/my_work.html", {"work": work.my_work(request.user, now=now), "now": now})


@signed_in
def waiting(request: OfficerRequest) -> HttpResponse:
    """Everything that waits on others, by whom."""
    waits = work.waiting(request.user)
    shown = {"waiting": waits, "by_whom": work.by_whom(waits.items), "now": timezone.now()}
    return render(request, "desk/waiting.html", shown)
