"""What every page of an act on a criminal case shares: a form, the one call, and everything typed kept if it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from panoh.justice.models import CriminalCase, Defendant
from panoh.justice.queries.sentences import mark_of_sentences, sentences_of
from panoh.registry.pages import OfficerRequest, written_after
from panoh.registry.refusals import Refused


def act_page(
    request: OfficerRequest,
    case: CriminalCase | None,
    form: forms.Form,
    title: str,
    done: Callable[[dict[str, Any]], object],
    *,
    of: Defendant | None = None,
) -> HttpResponse:
    """Done, it leads back to the criminal case, or to the one just opened. `of`: whose sentences are written over; those that
    stand are beside the form, and the form knows which they were."""
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
    context: dict[str, Any] = {"case": case, "form": form, "title": title, "refusal": refusal}
    if of is not None:
        context["sentences"] = [each for each in sentences_of(of) if each.row.replaced_at is None]
        if refusal or not form.is_bound:
            written_after(form, mark_of_sentences(of))
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
