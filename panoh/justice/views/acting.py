"""What every page of an act on a criminal case shares: a form, the one call, and everything typed kept if it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from panoh.justice.models import CriminalCase
from panoh.registry.pages import OfficerRequest
from panoh.registry.tried import form_page, led_on, tried


def act_page(
    request: OfficerRequest,
    case: CriminalCase | None,
    form: forms.Form,
    title: str,
    act: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """Done, it leads back to the criminal case, or to the one just opened."""
    done, refusal = tried(form, lambda: act(form.cleaned_data))
    if done:
        opened = done.made if isinstance(done.made, CriminalCase) else case
        onward = ("justice:criminal_case", opened.pk) if opened else ("justice:criminal_cases",)
        return led_on(request, _("It is recorded."), *onward)
    return form_page(request, "justice/act.html", form, refusal, case=case, title=title)
