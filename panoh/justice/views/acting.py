"""What every page of an act on a criminal case shares: a form, the one call, and everything typed kept if it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from panoh.justice.models import CriminalCase, Defendant
from panoh.justice.queries.sentences import mark_of_sentences, sentences_of
from panoh.registry.pages import OfficerRequest, written_after
from panoh.registry.tried import form_page, led_on, tried


def act_page(
    request: OfficerRequest,
    case: CriminalCase | None,
    form: forms.Form,
    title: str,
    act: Callable[[dict[str, Any]], object],
    *,
    of: Defendant | None = None,
) -> HttpResponse:
    """Done, it leads back to the criminal case, or to the one just opened. `of`: whose sentences are written over; those that
    stand are beside the form, and the form knows which they were."""
    done, refusal = tried(form, lambda: act(form.cleaned_data))
    if done:
        opened = done.made if isinstance(done.made, CriminalCase) else case
        onward = ("justice:criminal_case", opened.pk) if opened else ("justice:criminal_cases",)
        return led_on(request, _("It is recorded."), *onward)
    beside: dict[str, Any] = {}
    if of is not None:
        beside["sentences"] = [each for each in sentences_of(of) if each.row.replaced_at is None]
        written_after(form, mark_of_sentences(of), refusal)
    return form_page(request, "justice/act.html", form, refusal, case=case, title=title, **beside)
