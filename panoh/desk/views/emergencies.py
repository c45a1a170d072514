"""Opening a case in an emergency, and what follows: noticed by the responsible desk, reviewed by the data-protection officer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.desk.forms import EmergencyForm, ReviewEmergencyForm
from panoh.registry.access import Act
from panoh.registry.actions import end_emergency, notice_emergency, open_in_emergency, review_emergency
from panoh.registry.actions.emergencies import lasts
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries.emergencies import opening_for, words_of
from panoh.registry.refusals import Refused


@open_to(Act.OPEN_IN_EMERGENCY)
def open_case(request: OfficerRequest) -> HttpResponse:
    """Reference and reason; the case opens for some hours and two others see that it did."""
    form, refusal = EmergencyForm(request.POST or None), None
    if form.is_valid():
        try:
            opening = open_in_emergency(**form.cleaned_data, by=request.user, at=timezone.now())
        except Refused as refused:
            refusal = refused
        else:
            return redirect("case", opening.case_id)
    context = {"form": form, "refusal": refusal, "hours": int(lasts().total_seconds() // 3600)}
    return render(request, "desk/emergency.html", context, status=refusal.status if refusal else 200)


@signed_in
@require_POST
def end(request: OfficerRequest, opening_id: UUID) -> HttpResponse:
    end_emergency(opening=opening_for(request.user, opening_id), by=request.user, at=timezone.now())
    messages.success(request, _("The case is shut again."))
    return redirect("my_work")


@signed_in
@require_POST
def notice(request: OfficerRequest, opening_id: UUID) -> HttpResponse:
    opening = opening_for(request.user, opening_id)
    notice_emergency(opening=opening, by=request.user, at=timezone.now())
    messages.success(request, _("It is on record that your desk has seen it."))
    return redirect("case", opening.case_id)


@open_to(Act.READ_LEDGER)
def review(request: OfficerRequest, opening_id: UUID) -> HttpResponse:
    """Why the case was opened, and what came of asking."""
    opening, at, refusal = opening_for(request.user, opening_id), timezone.now(), None
    form = ReviewEmergencyForm(request.POST or None)
    if form.is_valid():
        try:
            review_emergency(opening=opening, **form.cleaned_data, by=request.user, at=at)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("It is kept what came of it."))
            return redirect("unusual_readings")
    words = words_of(opening, viewer=request.user, at=at)
    context = {"opening": opening, "words": words, "form": form, "refusal": refusal}
    return render(request, "desk/review_emergency.html", context, status=refusal.status if refusal else 200)
