"""Finding a case by its reference, a name in any script, or a document number."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from panoh.desk.forms import FindForm
from panoh.desk.queries import find_cases
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries.finding import MOST_FOUND
from panoh.registry.tried import form_page


@signed_in
def find(request: OfficerRequest) -> HttpResponse:
    """Sent by POST, so that what was searched for stands in no address, history or log."""
    form = FindForm(request.POST or None)
    found = find_cases(request.user, text=form.cleaned_data["text"], at=timezone.now()) if form.is_valid() else None
    groups = [(by.label, list(cases)) for by, cases in groupby(found or (), key=lambda each: each.by)]
    shown: dict[str, Any] = {"found": found, "groups": groups, "most": MOST_FOUND}
    shown["may_open_in_emergency"] = may(request.user, Act.OPEN_IN_EMERGENCY)
    return form_page(request, "desk/find.html", form, **shown)
