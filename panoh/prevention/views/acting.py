"""What every page of an act in prevention shares: a form, the one call, and everything typed kept if it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from panoh.registry.pages import OfficerRequest
from panoh.registry.refusals import Refused


def act_page(
    request: OfficerRequest, form: forms.Form, title: str, done: Callable[[Any], str], *, back: str, lead: str = ""
) -> HttpResponse:
    """`done` makes the one call and gives the address to go on at. `back`: where whoever changes their mind goes."""
    refusal = None
    if form.is_valid():
        try:
            onward = done(form)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("It is recorded."))
            return redirect(onward)
    context = {"form": form, "title": title, "refusal": refusal, "back": back, "lead": lead}
    status = refusal.status if refusal else 422 if form.is_bound else 200
    return render(request, "prevention/act.html", context, status=status)
