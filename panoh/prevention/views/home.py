"""The page prevention opens to."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.prevention.queries import worklist
from panoh.prevention.queries.seasons import seasons
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to


@open_to(Act.SEE_FIGURES)
def home(request: OfficerRequest) -> HttpResponse:
    context = {
        "list": worklist(request.user, now=timezone.now()),
        "watches": may(request.user, Act.WATCH_SITES),
        "keeps": may(request.user, Act.KEEP_MONITORING),
        "seasons": seasons(timezone.localdate()),
    }
    return render(request, "prevention/home.html", context)
