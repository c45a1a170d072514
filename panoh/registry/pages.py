"""What every view shares: a request whose officer is known, and files that leave the house safely."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import translation

from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, Refused

P = ParamSpec("P")


class OfficerRequest(HttpRequest):
    """A request by a signed-in officer."""

    user: Officer


def officer_of(request: HttpRequest) -> Officer:
    """The officer of an API request, which the API has let in already."""
    return cast(Officer, request.user)


def signed_in(
    view: Callable[Concatenate[OfficerRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Only for signed-in officers; the view's own action or query asks the access table."""
    return login_required(view)  # type: ignore[return-value]  # login_required keeps the signature, its stub does not


def open_to(
    act: access.Act,
) -> Callable[
    [Callable[Concatenate[OfficerRequest, P], HttpResponse]], Callable[Concatenate[HttpRequest, P], HttpResponse]
]:
    """Only for posts that may do `act` at all; raises NotPermitted, shown as a page with a way forward."""

    def for_view(
        view: Callable[Concatenate[OfficerRequest, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @functools.wraps(view)
        def asked(request: OfficerRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            access.require(request.user, act)
            return view(request, *args, **kwargs)

        return signed_in(asked)  # type: ignore[arg-type]  # wraps() hides that the request comes first

    return for_view


def too_large_to_be_read(request: HttpRequest) -> bool:
    """A file sent in such a request was not read; whoever takes files says so."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE


PDF = "application/pdf"


def download(content: bytes, *, kind: str, name: str) -> HttpResponse:
    """A file to be saved, never shown in the page: a browser neither guesses its kind nor runs anything in it."""
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    response.headers["Cache-Control"] = "no-store"
    return response


def spoken_in(language: str) -> translation.override:
    """The language of a paper: one of the pages' languages, or the reader's own where another is asked for."""
    known = dict(settings.LANGUAGES)
    return translation.override(language if language in known else translation.get_language())


def written_after(form: Form, version: object, refusal: Refused | None = None, *, mark: str = "after") -> None:
    """What the page showed when the form was drawn. Sent and refused because somebody was first, what was typed stays, and may be
    sent again after what stands now. Refused for anything else, the mark stays as it was: nobody was told of what a colleague
    wrote, and the form sent again is to be a conflict. `mark`: the field that carries it."""
    if not form.is_bound:
        form.initial[mark] = version
        return
    if not isinstance(refusal, Conflict):
        return
    given = form.data.copy() if isinstance(form.data, QueryDict) else QueryDict(mutable=True)
    given[mark] = str(version or "")
    form.data = given
