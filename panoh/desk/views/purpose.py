"""Saying what names are opened for: once, for as long as the country's file lets it hold."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from panoh.desk.forms import PurposeForm
from panoh.desk.purpose_said import keep_purpose
from panoh.registry.pages import OfficerRequest, signed_in

LONGEST = 2000
_ONE_SLASH = re.compile(r"/(?![/\\])")


@require_POST
@signed_in
def say(request: OfficerRequest) -> HttpResponse:
    """`typed`: what stood in the page that asked, and was not taken: it is shown until the officer leads on."""
    form = PurposeForm(request.POST)
    if not form.is_valid():
        asked = {"form": form, "words": request.POST.getlist("typed")}
        return render(request, "desk/purpose.html", asked, status=422)
    keep_purpose(request.session, form.cleaned_data["purpose"], at=timezone.now())
    back, words = _back(request, form.cleaned_data["back"]), request.POST.getlist("typed")
    return render(request, "desk/purpose_kept.html", {"back": back, "words": words}) if words else redirect(back)


def _back(request: OfficerRequest, back: str) -> str:
    """A page of ours, or my work: an address with something else in it, or none that a page wrote, refuses nothing of what
    was said. Where the officer came from is a whole address."""
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    path = urlsplit(back)._replace(scheme="", netloc="").geturl() if ours else ""
    return path if _ONE_SLASH.match(path) and len(path) <= LONGEST else reverse("my_work")
