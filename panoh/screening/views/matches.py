"""Pages for comparing people on lists with those on record: the queue, both side by side, and the decision."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import led_on
from panoh.screening.actions import decide_match
from panoh.screening.queries.matches import comparison, match_for, to_compare


@require_GET
@open_to(Act.COMPARE)
def matches(request: OfficerRequest) -> HttpResponse:
    page = to_compare(request.user, page=request.GET.get("page", "1"))
    return render(request, "screening/matches.html", {"page": page})


@require_GET
@open_to(Act.COMPARE)
def compare(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    shown = comparison(request.user, entry_id, at=timezone.now())
    return render(request, "screening/compare.html", {"shown": shown})


@require_POST
@open_to(Act.COMPARE)
def decide(request: OfficerRequest, match_id: int) -> HttpResponse:
    match, state, seen = match_for(request.user, match_id), request.POST.get("state", ""), request.POST.get("seen", "")
    decided = decide_match(match=match, state=state, seen=seen, by=request.user, at=timezone.now())
    said = _("Kept: %(state)s.") % {"state": decided.get_state_display()}
    return led_on(request, said, "screening:compare", decided.entry_id)
