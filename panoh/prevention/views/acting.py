"""What every page of an act in prevention shares: a form, the one call, and everything typed kept if it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from panoh.registry.pages import OfficerRequest, written_after
from panoh.registry.refusals import Refused


def act_page(
    request: OfficerRequest,
    form: forms.Form,
    title: str,
    done: Callable[[Any], str],
    *,
    back: str,
    lead: str = "",
    provisional: bool = False,
    stands: Callable[[], object] | None = None,
) -> HttpResponse:
    """`done` makes the one call and gives the address to go on at. `back`: where whoever changes their mind goes. `stands`: the
    newest key of what may be written over, where the form says what was seen."""
    onward: list[str] = []
    refusal = tried(form, lambda _given: onward.append(done(form)))
    if onward:
        messages.success(request, _("It is recorded."))
        return redirect(onward[0])
    if stands and (refusal or not form.is_bound):
        written_after(form, stands())
    context = {
        "form": form,
        "title": title,
        "refusal": refusal,
        "back": back,
        "lead": lead,
        "provisional": provisional,
    }
    return render(request, "prevention/act.html", context, status=status_of(form, refusal))


def tried(form: forms.Form, act: Callable[[dict[str, Any]], object]) -> Refused | None:
    """The one call, if the form can be read; why it was refused, if it was."""
    if not form.is_valid():
        return None
    try:
        act(form.cleaned_data)
    except Refused as refused:
        return refused
    return None


def status_of(form: forms.Form, refusal: Refused | None) -> int:
    return refusal.status if refusal else 422 if form.is_bound else 200
