"""The waiting list seen from both sides: who went before others and why; what became of the place we asked for."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.queries import offer_sent_for
from panoh.protection.queries.offers import house_shown, standing
from panoh.protection.queries.places import shelter_of
from panoh.protection.queries.turns import read_turns
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import led_on, pressed, status_of


@open_to(Act.SEE_SHELTERS)
def turns(request: OfficerRequest) -> HttpResponse:
    runs_one = shelter_of(request.user) is not None
    found = read_turns(request.user, at=timezone.now()) if runs_one else ()
    return render(request, "protection/turns.html", {"found": found, "runs_one": runs_one})


@open_to(Act.REFER)
def offered(request: OfficerRequest, offer_id: int) -> HttpResponse:
    """To whoever sent the person: a place is offered, or what became of it. Read, it leaves their work."""
    offer, now = offer_sent_for(request.user, offer_id), timezone.now()
    done, refusal = pressed(request, lambda: actions.note_offer(offer=offer, by=request.user, at=now))
    if done:
        return led_on(request, _("Noted. Whatever comes next stands in your work again."), "my_work")
    over = offer.ended_at is not None or offer.until_at <= now
    house = house_shown(request.user, offer)
    context = {"offer": offer, "house": house, "how": standing(offer, now=now), "over": over, "refusal": refusal}
    return render(request, "protection/offered.html", context, status=status_of(None, refusal))
