"""Pages about a stay: arriving, its end and the second signature, going out and coming back, the wish to move."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from panoh.protection import actions
from panoh.protection.forms import AskAgainForm, EndStayForm, IntakeForm, MoveWishForm, TellMoreForm
from panoh.protection.models import Departure, Intake, Stay
from panoh.protection.queries import departure_for, read_departure, read_things, stay_for
from panoh.protection.rules.house_rules import still_to_tell
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, pressed, status_of, tried


@open_to(Act.GIVE_PLACE)
def end_stay(request: OfficerRequest, stay_id: int) -> HttpResponse:
    stay, form = stay_for(request.user, stay_id), EndStayForm(request.POST or None)

    def done() -> str:
        departure = actions.end_stay(stay=stay, **form.cleaned_data, by=request.user, at=timezone.now())
        return _said(departure)

    return asked(request, stay, form, gettext_lazy("The person leaves"), done)


@open_to(Act.GIVE_PLACE)
def move_wish(request: OfficerRequest, stay_id: int) -> HttpResponse:
    stay, form = stay_for(request.user, stay_id), MoveWishForm(request.POST or None)

    def done() -> str:
        actions.ask_to_move(stay=stay, **form.cleaned_data, by=request.user, at=timezone.now())
        return _("The wish is on record; the place here stays theirs until another house takes them over.")

    return asked(request, stay, form, gettext_lazy("The person wishes to move to another shelter"), done)


@open_to(Act.GIVE_PLACE)
def departure(request: OfficerRequest, departure_id: UUID) -> HttpResponse:
    """What a colleague asked for. Two buttons: sign it, or let the person stay."""
    found, at = departure_for(request.user, departure_id), timezone.now()
    decide = actions.sign_departure if "sign" in request.POST else actions.refuse_departure
    done, refusal = pressed(request, lambda: decide(departure=found, by=request.user, at=at))
    if done:
        return led_on(request, _said(done.made), "protection:residents")
    words = read_departure(request.user, found, at=at)
    context = {"departure": found, "words": words, "refusal": refusal}
    return render(request, "protection/departure.html", context, status=status_of(None, refusal))


@open_to(Act.GIVE_PLACE)
def arrival(request: OfficerRequest, stay_id: int) -> HttpResponse:
    """The first time what was told and what the house keeps; later what is still to be told."""
    stay, by = stay_for(request.user, stay_id), request.user
    form: forms.Form = IntakeForm(request.POST or None)
    if (intake := Intake.objects.filter(stay=stay).first()) is not None:
        if not still_to_tell(intake.told):
            messages.info(request, _("The person was told everything."))
            return redirect("protection:residents")
        form = TellMoreForm(request.POST or None, untold=still_to_tell(intake.told))

    def done() -> str:
        record = actions.record_intake if intake is None else actions.tell_more
        record(stay=stay, **form.cleaned_data, by=by, at=timezone.now())
        return _("It is on record what the person was told.")

    return asked(request, stay, form, gettext_lazy("The person arrives"), done)


@open_to(Act.GIVE_PLACE)
def ask_again(request: OfficerRequest, stay_id: int) -> HttpResponse:
    """Whether the house may go on knowing who lives there, asked in time or later."""
    stay, form = stay_for(request.user, stay_id), AskAgainForm(request.POST or None)

    def done() -> str:
        actions.ask_resident_again(stay=stay, **form.cleaned_data, by=request.user, at=timezone.now())
        return _("The answer is on record. The bed stays theirs.")

    return asked(request, stay, form, gettext_lazy("Ask the person again"), done)


@open_to(Act.GIVE_PLACE)
def things(request: OfficerRequest, stay_id: int) -> HttpResponse:
    """What the house keeps for the person, and the button with which all of it is back with them."""
    stay, at = stay_for(request.user, stay_id), timezone.now()
    done, refusal = pressed(request, lambda: actions.return_things(stay=stay, by=request.user, at=at))
    if done:
        return led_on(request, _("Everything the house kept is back with the person."), "protection:residents")
    context = {"stay": stay, "things": read_things(request.user, stay, at=at), "refusal": refusal}
    return render(request, "protection/things.html", context, status=status_of(None, refusal))


@require_POST
@open_to(Act.GIVE_PLACE)
def goes_out(request: OfficerRequest, stay_id: int) -> HttpResponse:
    actions.goes_out(stay=stay_for(request.user, stay_id), by=request.user, at=timezone.now())
    return redirect("protection:residents")


@require_POST
@open_to(Act.GIVE_PLACE)
def comes_back(request: OfficerRequest, stay_id: int) -> HttpResponse:
    actions.comes_back(stay=stay_for(request.user, stay_id), by=request.user, at=timezone.now())
    return redirect("protection:residents")


def asked(request: OfficerRequest, stay: Stay, form: forms.Form, title: object, act: Callable[[], str]) -> HttpResponse:
    """One form about a stay: sent in full it is done and leads back; refused, everything typed stands in it."""
    done, refusal = tried(form, act)
    if done:
        return led_on(request, done.made, "protection:residents")
    return form_page(request, "protection/stay_form.html", form, refusal, stay=stay, title=title)


def _said(departure: Departure) -> str:
    if departure.decided_at is None:
        return _("It waits for a colleague's signature; until then the person stays.")
    if departure.refused:
        return _("The person stays.")
    return _("The stay has ended and the place is free.")
