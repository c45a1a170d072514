"""My work: what is mine to do, most urgent first, and what waits on whom."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.desk import work
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.rules.numbers_sent import whole_number


@signed_in
def my_work(request: OfficerRequest) -> HttpResponse:
    """Of all stages or of the one asked for, page by page."""
    now, stage = timezone.now(), request.GET.get("stage", "")
    if stage and stage not in work.STAGES:
        raise Http404(stage)
    page = whole_number(request.GET.get("page", ""), least=1, most=work.MOST_PAGES) or 1
    found = work.my_work(request.user, now=now, stage=stage, page=page)
    return render(request, "desk/my_work.html", {"work": found, "now": now})


@signed_in
def waiting(request: OfficerRequest) -> HttpResponse:
    """Everything that waits on others, by whom."""
    waits = work.waiting(request.user)
    shown = {"waiting": waits, "by_whom": work.by_whom(waits.items), "now": timezone.now()}
    return render(request, "desk/waiting.html", shown)
