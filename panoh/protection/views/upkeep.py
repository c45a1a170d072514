"""The house's own numbers: who works there, its money year by year, its nights month by month."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection import actions
from panoh.protection.forms import BudgetForm, StaffForm
from panoh.protection.queries.nights import own_occupancy
from panoh.protection.queries.places import shelter_of
from panoh.protection.queries.upkeep import budget_lines, newest_line, own_shelter, staff_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to, written_after
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.SEE_SHELTERS)
def staff(request: OfficerRequest) -> HttpResponse:
    at = timezone.now()
    form = StaffForm(request.POST or None, initial={"on": timezone.localdate(at)})

    def done() -> object:
        return actions.record_staff(shelter=own_shelter(request.user), **form.cleaned_data, by=request.user, at=at)

    def shown() -> tuple[object, int | None]:
        page = staff_page(request.user, today=timezone.localdate(at))
        return page, page.newest

    return _page(request, form, "staff", done, shown)


@open_to(Act.SEE_SHELTERS)
def budget(request: OfficerRequest) -> HttpResponse:
    at = timezone.now()
    form = BudgetForm(request.POST or None, initial={"year": timezone.localdate(at).year})

    def done() -> object:
        return actions.record_budget(shelter=own_shelter(request.user), **form.cleaned_data, by=request.user, at=at)

    def shown() -> tuple[object, int | None]:
        lines = budget_lines(request.user)
        return lines, newest_line(lines)

    return _page(request, form, "budget", done, shown)


@open_to(Act.SEE_SHELTERS)
def nights(request: OfficerRequest) -> HttpResponse:
    runs_one = shelter_of(request.user) is not None
    page = own_occupancy(request.user, today=timezone.localdate()) if runs_one else None
    return render(request, "protection/nights.html", {"page": page})


def _page(
    request: OfficerRequest,
    form: forms.Form,
    name: str,
    act: Callable[[], object],
    shown: Callable[[], tuple[object, int | None]],
) -> HttpResponse:
    """Sent in full it is done and leads back; refused, everything typed stands in it, beside what stands now. `shown`: the
    page, and the newest key on it."""
    done, refusal = tried(form, act)
    if done:
        return led_on(request, _("It is recorded."), f"protection:{name}")
    page, newest = shown() if shelter_of(request.user) else (None, None)
    written_after(form, newest, refusal)
    return form_page(request, f"protection/{name}.html", form, refusal, page=page, runs_one=page is not None)
