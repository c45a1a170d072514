"""Pages of second looks: whom to see again this week, and what came of each try."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries import case_for
from panoh.screening import actions
from panoh.screening.forms.roster import AttemptForm
from panoh.screening.models import LookAttempt
from panoh.screening.queries.looks import again_page
from panoh.screening.queries.roster import entry_for
from panoh.screening.queries.second_looks import planned_for

SEEN = LookAttempt.Outcome.SEEN


@require_GET
@open_to(Act.RUN_OPERATION)
def to_see_again(request: OfficerRequest) -> HttpResponse:
    page = again_page(by=request.user, at=timezone.now())
    return render(request, "screening/to_see_again.html", {"page": page, "form": AttemptForm()})


@require_POST
@open_to(Act.RUN_OPERATION)
def attempt(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    entry, form = entry_for(request.user, entry_id), AttemptForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what came of it; a day is written as a date. Nothing was recorded."))
        return redirect("screening:to_see_again")
    actions.record_attempt(entry=entry, **form.cleaned_data, by=request.user, at=timezone.now())
    if form.cleaned_data["outcome"] == SEEN:
        return redirect("screening:begin_for", entry_id)
    return redirect("screening:to_see_again")


@require_POST
@open_to(Act.SCREEN)
def case_attempt(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, outcome = case_for(request.user, case_id, Act.SCREEN), request.POST.get("outcome", "")
    actions.record_case_attempt(case=case, outcome=outcome, by=request.user, at=timezone.now())
    if outcome == SEEN:
        return redirect("screening:again", case_id)
    look = planned_for(request.user, case)
    if look is not None:
        return redirect("screening:second_look", look.pk)
    return redirect("screening:to_see_again" if may(request.user, Act.RUN_OPERATION) else "screening:home")
