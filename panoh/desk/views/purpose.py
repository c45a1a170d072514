"""Saying what names are opened for: once, for as long as the country's file lets it hold."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from panoh.desk.forms import PurposeForm
from panoh.desk.purpose_said import keep_purpose
from panoh.registry.pages import OfficerRequest, signed_in


@require_POST
@signed_in
def say(request: OfficerRequest) -> HttpResponse:
    form = PurposeForm(request.POST)
    if not form.is_valid():
        return render(request, "desk/purpose.html", {"form": form}, status=422)
    keep_purpose(request.session, form.cleaned_data["purpose"], at=timezone.now())
    back = form.cleaned_data["back"]
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if ours else "my_work")
