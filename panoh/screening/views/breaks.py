"""A break, stopping kindly, and going on again, also with what a colleague began."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page
from panoh.screening.actions import pause, resume
from panoh.screening.forms import PauseForm, ResumeForm
from panoh.screening.queries import interview
from panoh.screening.rules.breaks import asks_again
from panoh.screening.views.begin import to_page


@open_to(Act.SCREEN)
def pause_page(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """With `?reason=distressed` it says first what to do for the person."""
    shown, reason = interview(request.user, screening_id), request.GET.get("reason", "")
    form = PauseForm(request.POST or None, screening=shown.screening, initial={"reason": reason})
    if form.is_valid():
        pause(screening=shown.screening, **form.cleaned_data, by=request.user, at=timezone.now())
        return redirect("screening:paused", screening_id)
    return form_page(request, "screening/pause.html", form, shown=shown, kindly=reason == "distressed")


@open_to(Act.SCREEN)
def paused(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    shown, now = interview(request.user, screening_id), timezone.now()
    open_now = shown.screening.pauses.filter(resumed_at=None).select_related("by", "goes_on").first()
    if open_now is None:
        return to_page(shown.screening)
    sent = request.POST if request.method == "POST" else None  # after a short break nothing is asked
    form = ResumeForm(sent, asks_again=asks_again(paused_at=open_now.at, now=now))
    if form.is_valid():
        held = resume(screening=shown.screening, **form.told(), by=request.user, at=now)
        return redirect("screening:safety", held.pk) if held.in_danger else to_page(held)
    return form_page(request, "screening/paused.html", form, shown=shown, pause=open_now)


@require_POST
@open_to(Act.SCREEN)
def take_over(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """From a roster: a colleague's interview is gone on with at once; one that rests, on the page that asks first."""
    held = interview(request.user, screening_id).screening
    if not held.pauses.filter(resumed_at=None).exists():
        resume(screening=held, by=request.user, at=timezone.now())
    return to_page(held)
