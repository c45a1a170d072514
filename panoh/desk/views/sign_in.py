"""Signing in and out, the first administrator of a new installation, and leaving a page quickly."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from panoh.desk import second_step as step
from panoh.desk import sign_in as door
from panoh.desk.devices import begin_session, mark_of, recognise
from panoh.desk.forms import FirstAdministratorForm, OwnPasswordForm, SignInForm
from panoh.desk.ministries import connected
from panoh.desk.views.visitor import kind_of, new_secret, remember, secret_of, sides_of
from panoh.registry import vault
from panoh.registry.models import Officer
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries.installation import is_demonstration
from panoh.registry.sessions import PROVEN, SessionStore
from panoh.registry.tried import form_page

NOT_LET_IN = gettext_lazy(
    "This name and password do not fit, or there were too many tries. Wait some minutes and try again; a device you "
    "have signed in with before waits a minute at most."
)


def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    if form.is_valid():
        sides = sides_of(request, step="password", username=form.cleaned_data["username"])
        officer = door.admit(**form.cleaned_data, sides=sides, at=timezone.now())
        if officer is not None:
            return first_step_taken(request, officer)
        form.add_error(None, NOT_LET_IN)
    return render(request, "desk/sign_in.html", {"form": form, "posts": door.demo_posts(), "ministries": connected()})


def first_step_taken(request: HttpRequest, officer: Officer) -> HttpResponse:
    """In, or half in where there is a second step to take."""
    if step.is_asked_of(officer):
        step.be_half_in(request.session, officer, at=timezone.now())
        return redirect("second_step")
    door.come_in(by=officer, at=timezone.now())
    return welcome(request, officer)


@require_POST
def sign_in_as_demo_post(request: HttpRequest) -> HttpResponse:
    """One click, in a demonstration only: everyone there is invented."""
    return welcome(request, door.demo_officer(post=request.POST.get("post", "")))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return _forgotten(redirect("sign_in"))


def leave_quickly(request: HttpRequest) -> HttpResponse:
    """End the session and show a harmless page at once. What was saved stays saved."""
    logout(request)
    return _forgotten(redirect(settings.LEAVE_QUICKLY_TO))


def first_administrator(request: HttpRequest, token: str) -> HttpResponse:
    """Opened once, with the link `panoh serve` prints on an empty database."""
    door.check_first_link(token)
    form = FirstAdministratorForm(request.POST or None)
    if form.is_valid():
        return welcome(request, door.set_up(**form.cleaned_data, at=timezone.now()))
    return form_page(request, "desk/first_administrator.html", form)


@signed_in
def own_password(request: OfficerRequest) -> HttpResponse:
    form = OwnPasswordForm(request.POST or None, officer=request.user)
    if form.is_valid():
        sides = sides_of(request, step="password", username=request.user.username)
        if door.change_own_password(**form.cleaned_data, sides=sides, by=request.user, at=timezone.now()):
            messages.success(request, _("Your password is changed. On every other device you are signed out."))
            return welcome(request, request.user, proven=request.session.get(PROVEN, ""))
        form.add_error("current", _("This is not your password until now, or there were too many tries."))
    return form_page(request, "desk/own_password.html", form)


def _forgotten(response: HttpResponse) -> HttpResponse:
    """The browser erases what an interview kept on the device: the questions, and answers not sent yet."""
    response.headers["Clear-Site-Data"] = '"storage"'
    return response


def welcome(request: HttpRequest, officer: Officer, *, proven: str = "") -> HttpResponse:
    """What another officer's interview keeps on this device is erased; an officer's own waits for them to come back.
    The device keeps a mark of who signed in last, which tells nobody who that was, and a secret by which we know it."""
    request.session.flush()  # a new secret for whoever was signed in already, too
    login(request, officer)
    secret, kind = secret_of(request) or new_secret(), kind_of(request)
    recognise(secret=secret, described=kind, by=officer, at=timezone.now())
    session = cast(SessionStore, request.session)
    session[PROVEN] = proven
    begin_session(
        session, officer=officer, mark=mark_of(secret), described=kind, asked_when_idle=not is_demonstration()
    )
    response, mine = redirect("my_work"), vault.blind_forms("device", str(officer.pk))
    if request.COOKIES.get(settings.DEVICE_COOKIE_NAME, mine[-1]) not in mine:
        _forgotten(response)
    age, secure = 2 * settings.SESSION_COOKIE_AGE, settings.SESSION_COOKIE_SECURE
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME, mine[-1], max_age=age, secure=secure, httponly=True, samesite="Lax"
    )
    remember(response, secret)
    return response
