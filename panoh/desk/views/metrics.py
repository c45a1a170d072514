"""The page for a machine that watches the server. There is none until whoever runs it has given a token."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_GET

from panoh.desk.metrics import metrics_text

LEAST = 32
"""Letters of a token. The address of whoever asks says nothing: behind a web server everybody comes from this machine."""


@require_GET
def metrics(request: HttpRequest) -> HttpResponse:
    token, given = _token(), request.headers.get("Authorization", "")
    if len(token) < LEAST or not constant_time_compare(given, f"Bearer {token}"):
        raise Http404
    text = metrics_text(folder=Path(settings.REQUEST_COUNTS), now=timezone.now())
    return HttpResponse(text, content_type="text/plain; version=0.0.4; charset=utf-8")


def _token() -> str:
    try:
        return Path(settings.METRICS_TOKEN_FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
