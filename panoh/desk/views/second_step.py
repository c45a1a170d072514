"""Pages of the second step: giving it when signing in, and looking after what one takes it with."""

from __future__ import annotations

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.desk import passkey_answers
from panoh.desk import second_step as step
from panoh.desk import sign_in as door
from panoh.desk.forms import AppForm, CodeForm, StillMeForm
from panoh.desk.own_factors import app_to_prove, own_factors
from panoh.desk.views.sign_in import welcome
from panoh.desk.views.visitor import sent_json, sides_of
from panoh.registry.actions import factors
from panoh.registry.models import Factor
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries.installation import is_demonstration
from panoh.registry.sessions import PROVEN, SECOND_STEP
from panoh.registry.tried import form_page, led_on, tried_within


def give(request: HttpRequest) -> HttpResponse:
    """After the password. Whoever comes here without is sent back to the first page."""
    officer = step.half_in(request.session, at=timezone.now())
    if officer is None:
        return redirect("sign_in")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        sides = sides_of(request, step="second", username=officer.username)
        if step.takes_code(officer, form.cleaned_data["code"], sides=sides, at=timezone.now()):
            door.come_in(by=officer, at=timezone.now())
            return welcome(request, officer, proven=SECOND_STEP)
        form.add_error("code", _("This code does not fit, was used before, or there were too many tries."))
    return render(request, "desk/second_step.html", {"form": form, "passkey": step.has_passkey(officer)})


@require_POST
def passkey(request: HttpRequest) -> HttpResponse:
    """First without an answer, which gets the question; then with one. The browser's script goes on where `to` says."""
    officer = step.half_in(request.session, at=timezone.now())
    if officer is None:
        return JsonResponse({"to": reverse("sign_in")})
    given = sent_json(request)
    if "answer" not in given:
        return JsonResponse(passkey_answers.ask_to_prove(request, officer))
    sides = sides_of(request, step="second", username=officer.username)
    if not passkey_answers.takes(request, officer, given["answer"], sides=sides, at=timezone.now()):
        return JsonResponse({"taken": False}, status=422)
    door.come_in(by=officer, at=timezone.now())
    came = welcome(request, officer, proven=SECOND_STEP)
    came.status_code, came.content = 200, json.dumps({"to": reverse("my_work")}).encode()
    return came


@signed_in
def own(request: OfficerRequest) -> HttpResponse:
    """How I sign in."""
    told = own_factors(
        request.user, must_add=step.must_add_one(request.user, request.session) and not is_demonstration()
    )
    passkeys = passkey_answers.work_here(request)
    return render(
        request, "desk/factors.html", {"own": told, "form": StillMeForm(officer=request.user), "passkeys": passkeys}
    )


@signed_in
@require_POST
def start_app(request: OfficerRequest) -> HttpResponse:
    factors.start_app(by=request.user, at=timezone.now())
    return redirect("add_app")


@signed_in
def add_app(request: OfficerRequest) -> HttpResponse:
    """A square picture for an app (or its letters, to be typed), then a code to prove that it was taken."""
    app = app_to_prove(request.user)
    if app is None:
        return redirect("factors")
    form = AppForm(request.POST or None, officer=request.user)
    if tried_within(form, lambda: _confirm_app(request, form)):
        return _taken(request, _("Your app is added. From now on a code of it is asked for."))
    return form_page(request, "desk/add_app.html", form, app=app)


@signed_in
@require_POST
def sheet(request: OfficerRequest) -> HttpResponse:
    """Ten codes, shown once, to be written down or printed."""
    _require_password(request, request.POST.get("password", ""))
    codes = factors.new_sheet(by=request.user, at=timezone.now())
    return render(request, "desk/sheet.html", {"codes": codes, "whose": request.user})


@signed_in
@require_POST
def remove(request: OfficerRequest, factor_id: UUID) -> HttpResponse:
    _require_password(request, request.POST.get("password", ""))
    factor = get_object_or_404(Factor, pk=factor_id, officer=request.user)
    factors.remove_factor(factor=factor, by=request.user, at=timezone.now())
    return led_on(request, _("It is taken away."), "factors")


def _require_password(request: OfficerRequest, password: str) -> None:
    sides = sides_of(request, step="password", username=request.user.username)
    session = request.session.session_key
    door.require_password(password=password, session=session, sides=sides, by=request.user, at=timezone.now())


def _confirm_app(request: OfficerRequest, form: AppForm) -> None:
    _require_password(request, form.cleaned_data.get("password", ""))
    given = {"code": form.cleaned_data["code"], "name": form.cleaned_data["name"]}
    factors.confirm_app(**given, by=request.user, at=timezone.now())


def _taken(request: OfficerRequest, words: str) -> HttpResponse:
    """The session is one with a second step from here on."""
    request.session[PROVEN] = SECOND_STEP
    return led_on(request, words, "factors")
