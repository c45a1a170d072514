"""What the door asks of every request of a signed-in officer: is somebody still there, and is it not too fast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.middleware import get_user
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from panoh.desk import call_limit
from panoh.desk import second_step as step
from panoh.desk import sign_in as door
from panoh.desk.views.visitor import sides_of
from panoh.registry.models import Officer, sign_in_rule
from panoh.registry.moment import moment
from panoh.registry.queries.installation import is_demonstration
from panoh.registry.sessions import SessionStore
from panoh.web.typed import CAME_BY, PASSWORD, typed_in
from panoh.web.unread import refusal_answer

Respond = Callable[[HttpRequest], HttpResponse]

OPEN = frozenset(
    {"sign_in", "sign_in_demo", "sign_out", "leave", "first_administrator", "invitation", "health", "ready"}
    | {"set_language", "screening:worker", "second_step", "passkey_asked"}
    | {"ministry", "ministry_back", "invitation_by_ministry"}
    | {f"public:{each}" for each in ("door", "home", "figures", "definitions", "table", "text", "readme", "catalogue")}
)
"""Open whoever is signed in, and however long ago they worked."""
TO_ADD_ONE = frozenset({"factors", "start_app", "add_app", "new_sheet", "devices", "end_session", "end_other_sessions"})
"""Open to whoever has no second step yet and needs one: nothing of anybody but themselves."""
LOOK_UPS = frozenset({"POST find", "GET screening:compare"})
LOOK_UPS_BY_API = ("/matches", "/find")
LIVE = "X-Live"
"""Sent by numbers that ask for themselves again: a screen nobody touches is no work."""
OWN_FACTORS = "/api/desk/factors"


class AtTheDoor:
    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        if LIVE not in request.headers:
            cast(SessionStore, request.session).note_work()
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in OPEN or not isinstance(request.user, Officer):
            return None
        # themselves: asked behind a stand-in, each of some hundred answers costs twice as much
        request.user = officer = cast(Officer, get_user(request))
        return (
            _left_alone(request, officer)
            or _without_second_step(request, officer, name)
            or _too_fast(request, officer, name)
        )


def _left_alone(request: HttpRequest, officer: Officer) -> HttpResponse | None:
    """Asks for the password and keeps the page: what was typed stands in it, and is sent on with the password."""
    session = cast(SessionStore, request.session)
    if not session.is_left_alone():
        return None
    if request.path.startswith("/api/"):
        return refusal_answer(door.left_alone(), status=401)
    given = request.POST.get(PASSWORD, "")
    sides = sides_of(request, step="password", username=officer.username)
    if given and door.is_still_there(password=given, sides=sides, by=officer, at=moment()):
        session.note_work(now=True)
        return redirect(request.get_full_path()) if request.POST.get(CAME_BY) == "GET" else None
    return _asked_again(request, wrong=bool(given))


def _asked_again(request: HttpRequest, *, wrong: bool) -> HttpResponse:
    told = {**typed_in(request), "came_by": request.POST.get(CAME_BY, request.method), "wrong": wrong}
    return render(request, "desk/left_alone.html", told, status=401 if request.method == "POST" else 200)


def _without_second_step(request: HttpRequest, officer: Officer, name: str) -> HttpResponse | None:
    """A post that reads names opens nothing before there is a second step to its sign-in. Whoever holds one takes it in every
    session, also where it began by a link or before there was one: nobody adds another in their place."""
    if step.is_proven(request.session) or is_demonstration():
        return None
    through_api = request.path.startswith("/api/")
    if step.is_asked_of(officer):
        if through_api:
            return refusal_answer(step.take_it_first(), status=401)
        step.be_half_in(request.session, officer, at=moment())
        return redirect("second_step")
    own = name in TO_ADD_ONE or request.path.startswith(OWN_FACTORS)
    if own or not step.must_add_one(officer, request.session):
        return None
    return refusal_answer(step.add_one_first()) if through_api else redirect("factors")


def _too_fast(request: HttpRequest, officer: Officer, name: str) -> HttpResponse | None:
    """One limit for all calls of the API, one for pages, which nobody who reads comes to, a smaller one for looking people up."""
    rule, through_api = sign_in_rule(officer), request.path.startswith("/api/")
    try:
        if through_api:
            call_limit.count(officer, call_limit.CALL, limit=rule.calls_a_minute, at=moment())
        elif settings.PAGES_ARE_COUNTED:
            call_limit.count(officer, call_limit.PAGE, limit=rule.pages_a_minute, at=moment())
        if f"{request.method} {name}" in LOOK_UPS or (through_api and request.path.endswith(LOOK_UPS_BY_API)):
            call_limit.count(officer, call_limit.LOOK_UP, limit=rule.look_ups_a_minute, at=moment())
    except call_limit.TooFast as refused:
        answer = refusal_answer(refused) if through_api else _braked(request, refused)
        answer.headers["Retry-After"] = str(refused.retry_after)
        return answer
    return None


def _braked(request: HttpRequest, refused: call_limit.TooFast) -> HttpResponse:
    """Nothing was lost: what was typed is sent again from here."""
    told = {"refusal": refused, "back": "", **typed_in(request)}
    return render(request, "refused.html", told, status=refused.status)
