"""What every view shares: a request whose officer is known, and the time of the act."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse

from panoh.registry import access
from panoh.registry.models import Officer

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
