"""Opening a case in an emergency, and what follows: noticed by the responsible desk, reviewed by the data-protection officer."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.desk.forms import EmergencyForm, ReviewEmergencyForm
from panoh.registry.access import Act
from panoh.registry.actions import end_emergency, notice_emergency, open_in_emergency, review_emergency
from panoh.registry.actions.emergencies import lasts
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries.emergencies import opening_for, words_of
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.OPEN_IN_EMERGENCY)
def open_case(request: OfficerRequest) -> HttpResponse:
    """Reference and reason; the case opens for some hours and two others see that it did."""
    form = EmergencyForm(request.POST or None)
    done, refusal = tried(form, lambda: open_in_emergency(**form.cleaned_data, by=request.user, at=timezone.now()))
    if done:
        return redirect("case", done.made.case_id)
    return form_page(request, "desk/emergency.html", form, refusal, hours=int(lasts().total_seconds() // 3600))


@signed_in
@require_POST
def end(request: OfficerRequest, opening_id: UUID) -> HttpResponse:
    end_emergency(opening=opening_for(request.user, opening_id), by=request.user, at=timezone.now())
    return led_on(request, _("The case is shut again."), "my_work")


@signed_in
@require_POST
def notice(request: OfficerRequest, opening_id: UUID) -> HttpResponse:
    opening = opening_for(request.user, opening_id)
    notice_emergency(opening=opening, by=request.user, at=timezone.now())
    return led_on(request, _("It is on record that your desk has seen it."), "case", opening.case_id)


@open_to(Act.READ_LEDGER)
def review(request: OfficerRequest, opening_id: UUID) -> HttpResponse:
    """Why the case was opened, and what came of asking."""
    opening, at = opening_for(request.user, opening_id), timezone.now()
    form = ReviewEmergencyForm(request.POST or None)
    done, refusal = tried(form, lambda: review_emergency(opening=opening, **form.cleaned_data, by=request.user, at=at))
    if done:
        return led_on(request, _("It is kept what came of it."), "unusual_readings")
    words = words_of(opening, viewer=request.user, at=at)
    return form_page(request, "desk/review_emergency.html", form, refusal, opening=opening, words=words)
