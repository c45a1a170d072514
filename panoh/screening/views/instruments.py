"""Pages of the sets of questions: the shelf, one set with its texts, what a short form tells, who held it to its text."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from panoh.instruments.library import refused_instruments
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page
from panoh.screening.actions import answer_second, hold_against, withdraw_confirmation
from panoh.screening.forms.instruments import HoldForm, MeaningForm, SecondForm
from panoh.screening.queries.instruments import confirmation_called, instrument_called, instrument_page, shelf
from panoh.screening.queries.meaning import meaning_of, published_rates


@require_GET
@open_to(Act.SEE_FIGURES)
def shelf_of_sets(request: OfficerRequest) -> HttpResponse:
    return render(request, "screening/instruments.html", {"shelf": shelf(), "refused": refused_instruments()})


@require_GET
@open_to(Act.SEE_FIGURES)
def one_set(request: OfficerRequest, instrument_id: str) -> HttpResponse:
    page = instrument_page(request.user, instrument_id)
    return render(request, "screening/one_instrument.html", {"page": page, "set": page.instrument})


@require_GET
@open_to(Act.SEE_FIGURES)
def meaning(request: OfficerRequest, instrument_id: str) -> HttpResponse:
    """Asked with figures of one's own, or shown with those published for a form of this kind."""
    first = published_rates(instrument_id)
    form = MeaningForm(request.GET or None, initial=first)
    given = form.cleaned_data if form.is_valid() else first
    found = meaning_of(instrument_id, given) if "sensitivity" in given else None
    one = instrument_called(instrument_id)
    return form_page(request, "screening/meaning.html", form, found=found, set=one)


@open_to(Act.CONFIRM_TEXT)
def hold(request: OfficerRequest, instrument_id: str) -> HttpResponse:
    one = instrument_called(instrument_id)
    form = HoldForm(request.POST or None, of=one)
    if form.is_valid():
        hold_against(instrument=one, **form.cleaned_data, by=request.user, at=timezone.now())
        return redirect("screening:one_instrument", instrument_id)
    return form_page(request, "screening/hold.html", form, set=one)


@require_POST
@open_to(Act.CONFIRM_TEXT)
def second(request: OfficerRequest, confirmation_id: int) -> HttpResponse:
    row, form = confirmation_called(confirmation_id), SecondForm(request.POST)
    if form.is_valid():
        agrees, words = form.cleaned_data["agrees"] == "yes", form.cleaned_data["words"]
        answer_second(confirmation=row, agrees=agrees, words=words, by=request.user, at=timezone.now())
    return redirect("screening:one_instrument", row.instrument)


@require_POST
@open_to(Act.CONFIRM_TEXT)
def withdraw(request: OfficerRequest, confirmation_id: int) -> HttpResponse:
    row = confirmation_called(confirmation_id)
    because = request.POST.get("because", "").replace("\0", "")[:300]
    withdraw_confirmation(confirmation=row, because=because, by=request.user, at=timezone.now())
    return redirect("screening:one_instrument", row.instrument)
