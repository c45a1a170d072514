"""What every request passes: one writer at a time on SQLite, nothing kept by the browser, refusals as a kind page."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from panoh.desk.forms import PurposeForm
from panoh.desk.purpose_said import keep_purpose, purpose_of
from panoh.desk.request_counts import count
from panoh.registry import ledger
from panoh.registry.acts import record_refused_opening, record_refused_sending
from panoh.registry.met_refusals import gathering, last_noted, note
from panoh.registry.models import Officer
from panoh.registry.moment import moment
from panoh.registry.queries.cases import cases_for
from panoh.registry.queries.purposes import PurposeAsked, saying
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.web.log_facts import page_of
from panoh.web.typed import ASKED_BESIDE, typed_in, words_in
from panoh.web.unread import Unread, refusal_answer

Respond = Callable[[HttpRequest], HttpResponse]

_writing = threading.Lock()
_log = logging.getLogger("panoh.refused")


def requests_counted(respond: Respond) -> Respond:
    """How many and how long, for whoever watches the server. Outermost, so that all the others' time is in it."""
    folder = Path(settings.REQUEST_COUNTS)

    def middleware(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = respond(request)
        with contextlib.suppress(OSError, ValueError):  # a full disk must not keep an officer from their work
            count(folder, status=response.status_code, seconds=time.perf_counter() - began)
        return response

    return middleware


def one_writer_on_sqlite(respond: Respond) -> Respond:
    """SQLite lets a second writer sleep and retry without fairness; queueing writers here keeps waits short."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if connection.vendor != "sqlite":
            return respond(request)
        _let_go_of_a_file_that_is_gone()
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return respond(request)
        with _writing:
            return respond(request)

    return middleware


def _let_go_of_a_file_that_is_gone() -> None:
    """A connection that is kept goes on writing to a file that somebody took away, and all of it would be lost: where another
    stands in its place, such as a copy put back, that one is opened."""
    try:
        there = os.stat(connection.settings_dict["NAME"]).st_ino
    except (OSError, TypeError):
        there = 0
    if getattr(connection, "file_there", there) != there:
        connection.close()
    connection.file_there = there  # type: ignore[attr-defined]  # ours, kept with the connection


def nothing_kept_by_the_browser(respond: Respond) -> Respond:
    """Pages may name people: neither the browser nor a proxy may keep them, and `back` after leaving shows nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def nothing_lent_to_other_sites(respond: Respond) -> Respond:
    """No page elsewhere may load a page, picture or answer of ours on behalf of whoever is signed in here."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware


def purpose_said(respond: Respond) -> Respond:
    """What the officer said they open names for stands by while the request is answered. Said together with what was typed
    (`_asked_what_for`), it is kept first, and what was typed is then sent as it was."""

    class Middleware:
        def __call__(self, request: HttpRequest) -> HttpResponse:
            with saying(lambda: purpose_of(request)):
                return respond(request)

        def process_view(self, request: HttpRequest, *_view: object) -> None:
            if request.method == "POST" and f"{ASKED_BESIDE}-purpose" in request.POST:
                form = PurposeForm(request.POST, prefix=ASKED_BESIDE)
                if form.is_valid() and isinstance(request.user, Officer):
                    keep_purpose(request.session, form.cleaned_data["purpose"], at=moment())

    return Middleware()


def readings_on_record(respond: Respond) -> Respond:
    """Whatever a page opens of somebody stands in the ledger before the page leaves the house."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with ledger.before_the_answer():
            return respond(request)

    return middleware


def refusals_as_pages(respond: Respond) -> Respond:
    """An anticipated refusal that a view did not show itself becomes a page (or JSON) with reason and way forward. Where what was
    sent was refused and its page cannot be shown before something else was asked, it is the refusal that is told."""

    class Middleware:
        def __call__(self, request: HttpRequest) -> HttpResponse:
            with gathering() as met:
                response = respond(request)
            for refused in met:
                _on_record(request, refused)
            return response

        def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
            if not isinstance(error, Refused):
                return None
            if isinstance(error, NotPermitted):
                _log.warning("officer %s was refused %s %s", request.user.pk, request.method, page_of(request))
            if isinstance(error, PurposeAsked):
                return _as_page(request, last_noted() or error)
            note(error)
            return _as_page(request, error)

    return Middleware()


def _on_record(request: HttpRequest, refused: Refused) -> None:
    """Who was not let in, and whoever was refused what they sent; what cannot be read of an address is nobody's act."""
    if not isinstance(request.user, Officer):
        return
    route = request.resolver_match.view_name if request.resolver_match else ""
    if isinstance(refused, NotPermitted):
        record_refused_opening(refused, route=route, by=request.user, at=moment())
    elif request.method not in {"GET", "HEAD"}:
        record_refused_sending(refused, route=route, by=request.user, at=moment())


def _as_page(request: HttpRequest, error: Refused) -> HttpResponse:
    if request.path.startswith("/api/"):
        return refusal_answer(error)
    if isinstance(error, PurposeAsked):
        return _asked_what_for(request)
    told = {"refusal": error, "back": _page_before(request), "words": words_in(request)}
    return render(request, "refused.html", told | {"moved_on": _moved_on(request, error)}, status=error.status)


def _moved_on(request: HttpRequest, error: Refused) -> str:
    """The case that somebody else moved meanwhile, for whoever may see it."""
    about, key = error.subject[:5], error.subject[5:]
    if not (isinstance(error, Conflict) and about == "case:" and isinstance(request.user, Officer)):
        return ""
    return key if cases_for(request.user).filter(pk=key).exists() else ""


def _asked_what_for(request: HttpRequest) -> HttpResponse:
    """A page that asks first, and leads back to what was to be opened. What was typed is sent on with the answer."""
    if request.method != "POST":
        asked = {"form": PurposeForm(initial={"back": request.get_full_path()})}
        return render(request, "desk/purpose.html", asked)
    beside = {"back": _page_before(request), "words": words_in(request), **typed_in(request)}
    asked = {"form": PurposeForm(prefix=ASKED_BESIDE), **beside}
    return render(request, "desk/purpose_beside.html", asked, status=422)


def no_character_that_is_none(respond: Respond) -> Respond:
    """A zero byte is no character: no name, reference or number has one, and PostgreSQL keeps none. Whatever address, query or
    JSON has it is refused before anything reads it; forms say so beside the field."""

    class Middleware:
        def __call__(self, request: HttpRequest) -> HttpResponse:
            return respond(request)

        def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
            asked = (request.path, *request.GET, *(each for _, every in request.GET.lists() for each in every))
            written = request.content_type == "application/json" and _ZERO.search(request.body)
            if not written and not any("\0" in each for each in asked):
                return None
            told = gettext("What was sent has a character that is none (a zero byte).")
            return _as_page(request, Unread(told, gettext("Nothing was done. Type it anew instead of copying it.")))

    return Middleware()


_ZERO = re.compile(rb"\0|(?<!\\)(?:\\\\)*\\u0000")
"""As itself, or as JSON spells it; behind an even number of backslashes, or it is a backslash and the letters after it."""


def _page_before(request: HttpRequest) -> str:
    """Where the officer came from, if that was a page of ours: nobody is left with the way home alone."""
    before = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return before if ours else ""
