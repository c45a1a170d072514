"""What every page of an act on a criminal case shares: a form, the one call, and everything typed kept if it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from panoh.justice.models import CriminalCase
from panoh.registry.pages import OfficerRequest
from panoh.registry.refusals import Refused


def act_page(
    request: OfficerRequest,
    case: CriminalCase | None,
    form: forms.Form,
    title: str,
    done: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """Done, it leads back to the criminal case, or to the one just opened."""
    refusal = None
    if form.is_valid():
        try:
            made = done(form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("It is recorded."))
            opened = made if isinstance(made, CriminalCase) else case
            return redirect("justice:criminal_case", opened.pk) if opened else redirect("justice:criminal_cases")
    context = {"case": case, "form": form, "title": title, "refusal": refusal}
    return render(request, "justice/act.html", context, status=refusal.status if refusal else 200)


def tried(form: forms.Form, done: Callable[[], object]) -> Refused | None:
    """The refusal, where what was filled in could not be done; everything typed stands in the form."""
    if not form.is_valid():
        return None
    try:
        done()
    except Refused as refused:
        return refused
    return None
