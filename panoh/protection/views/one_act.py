"""A page with one form: sent in full the act is done and leads on; refused, everything typed stands in it."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from panoh.registry.pages import OfficerRequest
from panoh.registry.refusals import Refused


def one_act(
    request: OfficerRequest,
    form: forms.Form,
    done: Callable[[], object],
    *,
    title: object,
    back: str,
    then: Callable[[object], str] | None = None,
    lead: object = "",
) -> HttpResponse:
    """`back`: the address it came from and leads to; `then`: another one, made of what was recorded."""
    refusal = None
    if form.is_valid():
        try:
            made = done()
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("It is recorded."))
            return redirect(then(made) if then else back)
    context = {"title": title, "back": back, "lead": lead, "form": form, "refusal": refusal}
    return render(request, "protection/one_act.html", context, status=refusal.status if refusal else 200)
