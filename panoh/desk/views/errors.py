"""Pages for what does not work: plain words, no detail that names anyone, and what to do next."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.defaults import bad_request

from panoh.desk.readiness import UNANSWERED, database_answers, what_lacks
from panoh.registry.refusals import NotPermitted, Refused


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    refusal = NotPermitted(_("This was not allowed."), _("Go back to your work and try again from there."))
    return render(request, "refused.html", {"refusal": refusal}, status=403)


def not_taken(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Too much was sent and none of it read. What is no request to us, such as one for a strange host, gets a bare page."""
    if not isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return bad_request(request, exception)
    refusal = Refused(
        _("More was sent at once than is taken in."),
        _("Nothing was saved. Go back and send less of it at a time; a long text can be sent as a file."),
    )
    if request.path.startswith("/api/"):
        told = {"reason": refusal.reason, "way_forward": refusal.way_forward, "code": "unread"}
        return JsonResponse(told, status=413)
    return render(request, "refused.html", {"refusal": refusal}, status=413)


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
    if not database_answers():
        return JsonResponse({"status": UNANSWERED}, status=503)
    return JsonResponse({"status": "ok"})


def ready(request: HttpRequest) -> JsonResponse:
    """For whoever sends officers here: records are in the shape this release expects, and the keys are theirs."""
    lacks = what_lacks()
    return JsonResponse({"status": lacks or "ready"}, status=503 if lacks else 200)
