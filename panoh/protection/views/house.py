"""The shelter's pages: who waits, places, residents, opening it, and its address."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.protection import actions
from panoh.protection.forms import DoorForm, OpenShelterForm
from panoh.protection.queries import at_the_door, read_address, shelter_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused


@open_to(Act.SEE_SHELTERS)
def home(request: OfficerRequest) -> HttpResponse:
    """Who waits, how many places are free, and the door for someone who stands outside now."""
    form, refusal = DoorForm(request.POST or None), None
    if form.is_valid():
        try:
            return redirect("protection:give", at_the_door(request.user, form.cleaned_data["reference"]).pk)
        except Refused as refused:
            refusal = refused
    now = timezone.now()
    context = {"page": shelter_page(request.user, now=now), "form": form, "refusal": refusal, "now": now}
    return render(request, "protection/home.html", context, status=refusal.status if refusal else 200)


@open_to(Act.SEE_SHELTERS)
def places(request: OfficerRequest) -> HttpResponse:
    return render(request, "protection/places.html", {"page": shelter_page(request.user, now=timezone.now())})


@open_to(Act.SEE_SHELTERS)
def residents(request: OfficerRequest) -> HttpResponse:
    return render(request, "protection/residents.html", {"page": shelter_page(request.user, now=timezone.now())})


@require_POST
@open_to(Act.SEE_SHELTERS)
def address(request: OfficerRequest) -> HttpResponse:
    """Opened by a button, never by looking at another page, so that it stands on no screen by chance."""
    return render(request, "protection/address.html", {"address": read_address(request.user, at=timezone.now())})


@open_to(Act.GIVE_PLACE)
def open_shelter(request: OfficerRequest) -> HttpResponse:
    form, refusal, by = OpenShelterForm(request.POST or None), None, request.user
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.open_shelter(
                desk=by.desk,
                code=given["code"],
                address=given["address"],
                places=given["rooms"],
                by=by,
                at=timezone.now(),
            )
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The shelter is open. Its address is sealed."))
            return redirect("protection:home")
    context = {"form": form, "refusal": refusal}
    return render(request, "protection/open_shelter.html", context, status=refusal.status if refusal else 200)
