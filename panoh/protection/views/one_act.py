"""A page with one form: sent in full the act is done and leads on; refused, everything typed stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from panoh.registry.pages import OfficerRequest, written_after
from panoh.registry.refusals import Conflict, Refused


@dataclass(frozen=True)
class Beside:
    """What stands now, for the page of somebody who wrote over an older one: both versions are seen before it is sent again."""

    mark: object
    template: str
    page: object


def one_act(
    request: OfficerRequest,
    form: forms.Form,
    done: Callable[[], object],
    *,
    title: object,
    back: str,
    then: Callable[[object], str] | None = None,
    lead: object = "",
    after: object = "",
    beside: Callable[[], Beside] | None = None,
) -> HttpResponse:
    """`back`: the address it came from and leads to; `then`: another one, made of what was recorded. `after`: the mark of what
    stood when the form was drawn; `beside`: what stands, where somebody was first."""
    refusal = None
    written_after(form, after)
    if form.is_valid():
        try:
            made = done()
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("It is recorded."))
            return redirect(then(made) if then else back)
    now = beside() if beside and isinstance(refusal, Conflict) else None
    if now:
        written_after(form, now.mark, refusal)
    context = {"title": title, "back": back, "lead": lead, "form": form, "refusal": refusal, "beside": now}
    return render(request, "protection/one_act.html", context, status=refusal.status if refusal else 200)
