"""Where I am signed in: the list, and ending one or all others."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.desk import devices
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.tried import led_on


@signed_in
def all_devices(request: OfficerRequest) -> HttpResponse:
    mine = devices.open_sessions(request.user)
    told = {"sessions": mine, "here": request.session.session_key, "rule": devices.lengths_of(request.user)}
    return render(request, "desk/devices.html", told)


@signed_in
@require_POST
def end(request: OfficerRequest, session_number: UUID) -> HttpResponse:
    devices.end_session(number=session_number, by=request.user, at=timezone.now())
    return led_on(request, _("That device is signed out."), "devices")


@signed_in
@require_POST
def end_others(request: OfficerRequest) -> HttpResponse:
    devices.end_other_sessions(here=request.session.session_key, by=request.user, at=timezone.now())
    return led_on(request, _("On every other device you are signed out."), "devices")
