"""What the API answers where nothing could be read or nobody is signed in: in the shape of every other refusal."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from panoh.registry.refusals import NotPermitted, Refused


class Unread(Refused):
    """Something sent is missing or cannot be read."""

    code = "unread"


def refusal_answer(refused: Refused, *, status: int = 0) -> HttpResponse:
    told = {"reason": refused.reason, "way_forward": refused.way_forward, "code": refused.code}
    return JsonResponse(told, status=status or refused.status)


def answer_in_one_shape(api: NinjaAPI) -> None:
    api.add_exception_handler(ValidationError, _unread)  # type: ignore[arg-type]  # ninja types an instance or its class
    api.add_exception_handler(HttpError, _not_taken)  # type: ignore[arg-type]  # ninja types an instance or its class
    api.add_exception_handler(Http404, _not_there)  # type: ignore[arg-type]  # ninja types an instance or its class


def _unread(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Names every field. What was sent is never sent back: it may name somebody."""
    missing = _fields(each["loc"] for each in error.errors if each["type"] == "missing")
    wrong = _fields(each["loc"] for each in error.errors if each["type"] != "missing")
    told = [_("Missing: %(fields)s.") % {"fields": missing}] if missing else []
    told += [_("Cannot be read: %(fields)s.") % {"fields": wrong}] if wrong else []
    way = _("Nothing was done. Send it again with these fields as /api/openapi.json describes them.")
    return refusal_answer(Unread(" ".join(told), way))


def _fields(places: Iterable[tuple[object, ...]]) -> str:
    """`body.given.goals.0.goal` is `goals.0.goal` to whoever sent it; a whole body that is none is `body`."""
    names = [".".join(str(part) for part in place[2:] or place[-1:]) for place in places]
    return ", ".join(dict.fromkeys(names))


def _not_taken(request: HttpRequest, error: HttpError) -> HttpResponse:
    status = error.status_code
    if status == 401:
        refused: Refused = NotPermitted(_("Nobody is signed in."), _("Sign in, and send it again."))
    elif status == 403:
        refused = NotPermitted(
            _("This was sent without the secret of your session, or with an old one."),
            _("Nothing was done. Read the secret anew from the cookie and send it in the header X-CSRFToken."),
        )
    else:
        refused = Unread(
            _("What was sent cannot be read."), _("Nothing was done. Send JSON as /api/openapi.json describes it.")
        )
    return refusal_answer(refused, status=status)


def _not_there(request: HttpRequest, error: Http404) -> HttpResponse:
    refused = Unread(
        _("There is nothing under this address."), _("Look up the address again; it may have been taken back.")
    )
    return refusal_answer(refused, status=404)
