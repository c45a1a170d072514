"""A passkey between browser and house: the question waits in the session, is answered once, and only over a safe connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from panoh.desk import brakes, second_step
from panoh.desk.brakes import Counted
from panoh.registry.actions import passkeys
from panoh.registry.models import Factor, Officer
from panoh.registry.refusals import Refused

_ASKED = "passkey_asked"


def work_here(request: HttpRequest) -> bool:
    """Browsers allow passkeys over https, and on `localhost` for trying things out; never by an address of numbers."""
    host = _host(request)
    return host == "localhost" or (request.is_secure() and not host.replace(".", "").isdigit() and ":" not in host)


def ask_to_add(request: HttpRequest, officer: Officer) -> dict[str, Any]:
    _require_safe(request)
    asked, request.session[_ASKED] = passkeys.question_to_add(officer, **_place(request))
    return asked


def take_new(request: HttpRequest, answer: Mapping[str, Any], *, name: str, by: Officer, at: datetime) -> Factor:
    kept = request.session.pop(_ASKED, None) or {}
    return passkeys.add_passkey(answer=answer, kept=kept, name=name, **_place(request), by=by, at=at)


def ask_to_prove(request: HttpRequest, officer: Officer) -> dict[str, Any]:
    asked, request.session[_ASKED] = passkeys.question_to_prove(officer, **_place(request))
    return asked


def takes(
    request: HttpRequest, officer: Officer, answer: Mapping[str, Any], *, sides: Sequence[Counted], at: datetime
) -> bool:
    """Whether the officer's key answered the question asked in this session. A wrong answer is counted and on record."""
    kept = request.session.pop(_ASKED, None) or {}
    if brakes.must_wait(sides, at=at):
        return False
    if passkeys.proves(officer, answer=answer, kept=kept, **_place(request), at=at):
        second_step.passed(kind=Factor.Kind.PASSKEY, by=officer, at=at)
        brakes.forget_failures(sides)
        return True
    brakes.count_failure(sides, at=at)
    second_step.failed(by=officer, at=at)
    return False


def _require_safe(request: HttpRequest) -> None:
    if not work_here(request):
        raise Refused(
            _("Passkeys work only where Panoh is reached by a name over https."),
            _("Use codes from an app here, or ask whoever runs the server for https."),
        )


def _host(request: HttpRequest) -> str:
    return request.get_host().rsplit(":", 1)[0] if "]" not in request.get_host() else request.get_host()


def _place(request: HttpRequest) -> dict[str, str]:
    return {"origin": f"{request.scheme}://{request.get_host()}", "host": _host(request)}
