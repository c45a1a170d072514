"""Giving a place, and recording a service that reached the person."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.forms import GivePlaceForm, ServiceForm
from panoh.protection.models import Place, ServiceGiven
from panoh.protection.queries import guest_for
from panoh.protection.queries.giving import giving_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries import case_for
from panoh.registry.refusals import Refused


@open_to(Act.GIVE_PLACE)
def give(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """When a colleague was faster the page shows the places still free, with what was chosen kept."""
    case, refusal = guest_for(request.user, case_id), None
    page = giving_page(request.user, case)
    give_or_move = actions.move if page.moves else actions.give_place
    form = GivePlaceForm(request.POST or None, free=page.fitting, residents=page.residents)
    if form.is_valid():
        place = get_object_or_404(Place, pk=form.cleaned_data["place"], shelter__desk=request.user.desk)
        try:
            give_or_move(case=case, place=place, family=form.family(), by=request.user, at=timezone.now())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The place is given: %s.") % place)
            return redirect("protection:residents")
    context = {"page": page, "form": form, "refusal": refusal}
    return render(request, "protection/give.html", context, status=refusal.status if refusal else 200)


@signed_in
def service(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at, refusal = case_for(request.user, case_id, Act.RECORD_SERVICE), timezone.now(), None
    form = ServiceForm(request.POST or None, initial={"on": timezone.localdate(at)})
    if form.is_valid():
        try:
            given = actions.record_service(case=case, **form.cleaned_data, by=request.user, at=at)
        except Refused as refused:
            refusal = refused
        else:
            _say(request, charged=given.payer == ServiceGiven.Payer.VICTIM)
            return redirect("case", case.pk)
    context = {"case": case, "form": form, "refusal": refusal}
    return render(request, "protection/service.html", context, status=refusal.status if refusal else 200)


def _say(request: OfficerRequest, *, charged: bool) -> None:
    if charged:
        messages.warning(request, _("Recorded, with a warning: the victim paid for a service that should be free."))
    else:
        messages.success(request, _("The service is recorded."))
