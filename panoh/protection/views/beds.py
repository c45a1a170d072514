"""Pages about the beds of the house: more of them, one that is closed or changed, a room that is for others."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from panoh.protection import actions
from panoh.protection.forms import AddPlacesForm, ClosePlaceForm, PlaceForm, RoomForm
from panoh.protection.queries import place_for
from panoh.protection.queries.places import last_beds
from panoh.protection.queries.upkeep import own_shelter
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.GIVE_PLACE)
def add_places(request: OfficerRequest) -> HttpResponse:
    by = request.user
    form = AddPlacesForm(request.POST or None, beds=last_beds(by))

    def done() -> object:
        given = form.cleaned_data["rooms"]
        return actions.add_places(shelter=own_shelter(by), places=given, by=by, at=timezone.now())

    return _asked(request, form, gettext_lazy("More places"), done)


@open_to(Act.GIVE_PLACE)
def change_place(request: OfficerRequest, place_id: int) -> HttpResponse:
    place = place_for(request.user, place_id)
    form = PlaceForm(request.POST or None, initial={"step_free": place.step_free, "long_term": place.long_term})

    def done() -> object:
        return actions.change_place(place=place, **form.cleaned_data, by=request.user, at=timezone.now())

    return _asked(request, form, gettext_lazy("What this place is like"), done, about=place)


@open_to(Act.GIVE_PLACE)
def close_place(request: OfficerRequest, place_id: int) -> HttpResponse:
    place, form = place_for(request.user, place_id), ClosePlaceForm(request.POST or None)

    def done() -> object:
        return actions.close_place(place=place, **form.cleaned_data, by=request.user, at=timezone.now())

    return _asked(request, form, gettext_lazy("Close this place"), done, about=place)


@require_POST
@open_to(Act.GIVE_PLACE)
def reopen_place(request: OfficerRequest, place_id: int) -> HttpResponse:
    actions.reopen_place(place=place_for(request.user, place_id), by=request.user, at=timezone.now())
    return led_on(request, _("The place is in use again."), "protection:places")


@open_to(Act.GIVE_PLACE)
def change_room(request: OfficerRequest, place_id: int) -> HttpResponse:
    """The room of this bed."""
    place = place_for(request.user, place_id)
    form = RoomForm(request.POST or None, initial={"kind": place.kind})

    def done() -> object:
        kind, at = form.cleaned_data["kind"], timezone.now()
        return actions.change_room(shelter=place.shelter, room=place.room, kind=kind, by=request.user, at=at)

    return _asked(request, form, gettext_lazy("For whom this room is"), done, about=place)


def _asked(
    request: OfficerRequest, form: forms.Form, title: object, act: Callable[[], object], *, about: object = ""
) -> HttpResponse:
    """Sent in full it is done and leads back; refused, everything typed stands in it. An unticked box is an answer too."""
    form.is_bound = request.method == "POST"
    done, refusal = tried(form, act)
    if done:
        return led_on(request, _("It is recorded. What stood before is kept."), "protection:places")
    return form_page(request, "protection/bed_form.html", form, refusal, title=title, about=about)
