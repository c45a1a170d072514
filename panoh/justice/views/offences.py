"""Pages of the register of offences."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from panoh.justice.forms.offences import OffencesForm
from panoh.justice.queries.offences import offence_for, offences_for
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page


@open_to(Act.SEE_FIGURES)
def offences(request: OfficerRequest) -> HttpResponse:
    """All of them, or those asked for."""
    form = OffencesForm(request.GET or {"text": "", "book": "", "counted_as": ""})
    asked = form.cleaned_data if form.is_valid() else {"text": "", "book": "", "counted_as": ""}
    shown = offences_for(request.user, **asked, on=timezone.localdate())
    return form_page(request, "justice/offences.html", form, shown=shown)


@open_to(Act.SEE_FIGURES)
def offence(request: OfficerRequest, offence_key: str) -> HttpResponse:
    """One offence with everything that was seen of it, and where."""
    page = offence_for(request.user, offence_key, on=timezone.localdate())
    return render(request, "justice/offence.html", {"page": page, "offence": page.line.offence})
