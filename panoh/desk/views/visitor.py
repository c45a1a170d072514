"""What a request tells of the device it comes from: its secret, if we gave it one; its kind; the address it came by."""

from __future__ import annotations

import json
import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from panoh.desk import brakes
from panoh.desk.devices import known_mark
from panoh.registry.models import sign_in_name
from panoh.registry.rules.devices import described

KEPT = 180 * 24 * 3600
_SALT = "known-device"


def secret_of(request: HttpRequest) -> str:
    """The secret in the device's cookie; empty where there is none, or one that we did not sign."""
    try:
        return signing.loads(request.COOKIES.get(settings.KNOWN_DEVICE_COOKIE_NAME, ""), salt=_SALT)["device"]  # type: ignore[no-any-return]  # what we signed
    except signing.BadSignature:
        return ""


def remember(response: HttpResponse, secret: str) -> None:
    response.set_cookie(
        settings.KNOWN_DEVICE_COOKIE_NAME,
        signing.dumps({"device": secret}, salt=_SALT),
        max_age=KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def new_secret() -> str:
    return secrets.token_urlsafe(24)


def kind_of(request: HttpRequest) -> str:
    return described(request.headers.get("User-Agent", ""))


def address_of(request: HttpRequest) -> str:
    """Behind TLS the last address the web server in front wrote down, which no client can choose; empty where it wrote
    none, for then everybody would seem to come from one place. It is counted under a digest and kept nowhere else."""
    if settings.HTTPS:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def sent_json(request: HttpRequest) -> dict[str, Any]:
    """What a page's own script sent; empty where it cannot be read."""
    try:
        given = json.loads(request.body or b"{}")
    except (ValueError, RecursionError):  # lists in lists, deeper than Python goes, are no ValueError
        return {}
    return given if isinstance(given, dict) else {}


def sides_of(request: HttpRequest, *, step: str, username: str) -> tuple[brakes.Counted, ...]:
    """On which sides a try to come in as `username` is counted."""
    name = sign_in_name(username)
    device = known_mark(name=name, secret=secret_of(request))
    return brakes.sides_of(step=step, name=name, device=device, address=address_of(request))
