"""The page of one act: where the case stands, the form, and on refusal the reason and way forward beside what was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.forms import CharField, Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from panoh.identification.queries import as_seen, case_block
from panoh.registry.met_refusals import note
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.tried import led_back, status_of, tried


def act_page(
    request: OfficerRequest,
    case: Case,
    form: Form,
    *,
    page: str,
    do: Callable[[Case, dict[str, Any]], object],
    said: str | Promise,
    at: datetime,
    then: str = "case",
    more: Callable[[], dict[str, Any]] = dict,
) -> HttpResponse:
    """`do` gets the case as the officer saw it and what the form gave. `more` is read only when the page is shown."""
    done, refusal = tried(form, lambda: do(as_seen(case, form.cleaned_data["seen"]), form.cleaned_data))
    if done:
        return led_back(request, said, f"identification:{then}", case.pk)
    refusal = refusal or _moved_on(case, form)
    block = case_block(request.user, case, now=at)
    doors = [door for door in (*block.doors, *block.beside) if door.page == page]
    possible = form.is_bound or any(not door.shut for door in doors)
    context = {"case": case, "identification": block, "form": form, "refusal": refusal, "possible": possible}
    context |= {"doors_here": doors, "words": _written(form) if refusal else [], **more()}
    return render(request, f"identification/{page}.html", context, status=status_of(form, refusal))


def _written(form: Form) -> list[str]:
    """For a page that may have no place left for the form that was sent: what was written in it, to be copied."""
    asked = [name for name, each in form.fields.items() if isinstance(each, CharField) and not each.widget.is_hidden]
    return [text for name in asked if (text := form.data.get(name, "").strip())]


def _moved_on(case: Case, form: Form) -> Refused | None:
    """Also of a form that cannot be read: nobody fills in what is missing on a page the case has left behind."""
    seen = form.data.get("seen") if form.errors else None
    try:
        as_seen(case, str(seen or case.state))
    except Conflict as refusal:
        note(refusal)
        return refusal
    return None
