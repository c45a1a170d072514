"""Pages for what does not work: plain words, no detail that names anyone, and what to do next."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from panoh.registry.refusals import NotPermitted


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    refusal = NotPermitted(_("This was not allowed."), _("Go back to your work and try again from there."))
    return render(request, "refused.html", {"refusal": refusal}, status=403)


def page_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent without its secret: the page stood open too long, or someone signed in again in another window."""
    refusal = NotPermitted(
        _("This page was open for too long."), _("Nothing was saved. Open the page again and send it once more.")
    )
    return render(request, "refused.html", {"refusal": refusal}, status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Works without the database or a session: nothing here may fail again."""
    return HttpResponse(render_to_string("failed.html"), status=500)


def health(request: HttpRequest) -> JsonResponse:
    """For whoever watches the server: the process answers and reaches its database."""
    connection.ensure_connection()
    return JsonResponse({"status": "ok"})


def ready(request: HttpRequest) -> JsonResponse:
    """For whoever sends officers here: records are in the shape this release expects, and the keys are in place."""
    try:
        executor = MigrationExecutor(connection)
        behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except Error:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    if behind:
        return JsonResponse({"status": "the records are of another release: start it with panoh serve"}, status=503)
    if not Path(settings.KEY_RING_FILE).exists():
        return JsonResponse({"status": "the keys are not in the data folder: panoh keys put-back"}, status=503)
    return JsonResponse({"status": "ready"})
