"""The shelter's pages: who waits, places, residents, opening it, and its address."""

from __future__ import annotations

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
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.SEE_SHELTERS)
def home(request: OfficerRequest) -> HttpResponse:
    """Who waits, how many places are free, and the door for someone who stands outside now."""
    form = DoorForm(request.POST or None)
    done, refusal = tried(form, lambda: at_the_door(request.user, form.cleaned_data["reference"]))
    if done:
        return redirect("protection:give", done.made.pk)
    now = timezone.now()
    return form_page(request, "protection/home.html", form, refusal, page=shelter_page(request.user, now=now), now=now)


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
    form, by = OpenShelterForm(request.POST or None), request.user
    done, refusal = tried(
        form,
        lambda: actions.open_shelter(
            desk=by.desk,
            code=form.cleaned_data["code"],
            address=form.cleaned_data["address"],
            places=form.cleaned_data["rooms"],
            by=by,
            at=timezone.now(),
        ),
    )
    if done:
        return led_on(request, _("The shelter is open. Its address is sealed."), "protection:home")
    return form_page(request, "protection/open_shelter.html", form, refusal)
