"""My work: what is mine to do, most urgent first, from every stage."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.desk.queries import my_worklists
from panoh.registry.pages import OfficerRequest, signed_in


@signed_in
def my_work(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    return render(request, "desk/my_work.html", {"worklists": my_worklists(request.user, now=now), "now": now})
