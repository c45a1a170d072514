"""Giving a place, and recording a service that reached the person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.protection import actions
from panoh.protection.forms import GivePlaceForm, ServiceForm
from panoh.protection.models import Place, ServiceGiven
from panoh.protection.queries import guest_for, offer_for
from panoh.protection.queries.giving import GivingPage, giving_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, signed_in, written_after
from panoh.registry.queries import case_for
from panoh.registry.tried import form_page, led_on, tried
from panoh.registry.wording import day_and_time


@open_to(Act.GIVE_PLACE)
def give(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """When a colleague was faster the page shows the places still free, with what was chosen kept."""
    case, at = guest_for(request.user, case_id), timezone.now()
    page = giving_page(request.user, case, now=at)
    form = GivePlaceForm(request.POST or None, page=page)
    done, refusal = tried(form, lambda: _give_or_hold(request, page, form))
    if done:
        return led_on(request, done.made, "protection:home" if "hold" in request.POST else "protection:residents")
    written_after(form, page.stay, refusal)
    return form_page(request, "protection/give.html", form, refusal, page=page)


def _give_or_hold(request: OfficerRequest, page: GivingPage, form: GivePlaceForm) -> str:
    by, at = request.user, timezone.now()
    place = get_object_or_404(Place, pk=form.cleaned_data["place"], shelter__desk=by.desk)
    if "hold" in request.POST:
        offer = actions.offer_place(case=page.case, place=place, turn=form.turn(), by=by, at=at)
        until = day_and_time(offer.until_at)
        return _("The place is held until %(until)s: %(place)s.") % {"until": until, "place": place}
    given: dict[str, Any] = {"case": page.case, "place": place, "family": form.family(), "turn": form.turn()}
    if after := form.cleaned_data["after"]:
        actions.move(**given, after=after, by=by, at=at)
    else:  # it stood there that they had no place; one given meanwhile is told of, and nobody is moved out of it
        actions.give_place(**given, by=by, at=at)
    return _("The place is given: %s.") % place


@require_POST
@open_to(Act.GIVE_PLACE)
def end_offer(request: OfficerRequest, offer_id: int) -> HttpResponse:
    actions.end_offer(offer=offer_for(request.user, offer_id), by=request.user, at=timezone.now())
    return led_on(request, _("The place is free for the next. The person keeps their turn."), "protection:home")


@signed_in
def service(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.RECORD_SERVICE), timezone.now()
    form = ServiceForm(request.POST or None, initial={"on": timezone.localdate(at)})
    done, refusal = tried(form, lambda: actions.record_service(case=case, **form.cleaned_data, by=request.user, at=at))
    if done:
        _say(request, charged=done.made.payer == ServiceGiven.Payer.VICTIM)
        return redirect("case", case.pk)
    return form_page(request, "protection/service.html", form, refusal, case=case)


def _say(request: OfficerRequest, *, charged: bool) -> None:
    if charged:
        messages.warning(request, _("Recorded, with a warning: the victim paid for a service that should be free."))
    else:
        messages.success(request, _("The service is recorded."))
