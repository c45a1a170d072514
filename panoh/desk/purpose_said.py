"""Where a said purpose is kept: in the session, until its time is over; a call of the API brings its own."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

from panoh.registry.moment import moment
from panoh.registry.queries.purposes import purposes

SAID = "purpose_said"
HEADER = "X-Purpose"


def keep_purpose(session: SessionBase, purpose: str, *, at: datetime) -> None:
    session[SAID] = [purpose, (at + purposes().asked_again).isoformat()]


def purpose_of(request: HttpRequest) -> str:
    """Empty where nothing was said, or too long ago."""
    if HEADER in request.headers:
        return request.headers[HEADER]
    said, until = request.session.get(SAID, ("", ""))
    ends = parse_datetime(until) if until else None
    return said if ends is not None and moment() < ends else ""
