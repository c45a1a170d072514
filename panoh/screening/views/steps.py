"""The pages before the questions, in the order of legal importance: conditions, agreement, person, set of questions."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Conflict
from panoh.registry.tried import form_page, status_of
from panoh.screening.actions import choose_instrument, decline, describe_person, record_agreement, tell_conditions
from panoh.screening.forms import AgreementForm, ConditionsForm, DeclineForm, InstrumentForm, PersonForm, initial_of
from panoh.screening.queries import interview
from panoh.screening.queries.earlier import earlier_cases
from panoh.screening.queries.explaining import explanation_of
from panoh.screening.queries.interview import sets_for
from panoh.screening.queries.person import known_person, said_on_list
from panoh.screening.views.begin import to_page


@open_to(Act.SCREEN)
def conditions(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    shown = interview(request.user, screening_id)
    form = ConditionsForm(request.POST or None)
    if form.is_valid():
        told = tell_conditions(screening=shown.screening, **form.told(), by=request.user, at=timezone.now())
        return to_page(told)
    return form_page(request, "screening/conditions.html", form, shown=shown)


@open_to(Act.SCREEN)
def agreement(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    shown = interview(request.user, screening_id)
    form = AgreementForm(request.POST or None)
    if shown.screening.agreed_at or not shown.screening.language:
        return to_page(shown.screening)
    if not form.is_valid():
        return form_page(request, "screening/agreement.html", form, **explanation_of(shown))
    if not form.answer and not shown.child:
        return redirect("screening:decline", screening_id)
    now = timezone.now()
    given = said_on_list(shown.screening, viewer=request.user, at=now)
    told = {"given": given, "agreed": form.answer, "wish": form.cleaned_data["agreed"]}
    record_agreement(screening=shown.screening, **told, by=request.user, at=now)
    return redirect("screening:person", screening_id)


@open_to(Act.SCREEN)
def explanation(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """The explanation alone, in large type and the person's language, to turn the phone round."""
    return render(request, "screening/explanation.html", explanation_of(interview(request.user, screening_id)))


@open_to(Act.SCREEN)
def person_declines(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    shown = interview(request.user, screening_id)
    form = DeclineForm(request.POST or None)
    if form.is_valid():
        decline(screening=shown.screening, **form.cleaned_data, by=request.user, at=timezone.now())
        return redirect("screening:declined", screening_id)
    return form_page(request, "screening/decline.html", form, shown=shown)


@open_to(Act.SCREEN)
def declined(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    return render(request, "screening/declined.html", {"shown": interview(request.user, screening_id)})


@open_to(Act.SCREEN)
def person(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """A colleague's change in between is shown beside what was typed; nothing of either is lost."""
    shown, now = interview(request.user, screening_id), timezone.now()
    form = PersonForm(request.POST or None)
    known = theirs = clash = None
    if form.is_valid():
        screening, seen = shown.screening, form.cleaned_data["seen"]
        try:
            describe_person(screening=screening, given=form.given(), seen=seen, by=request.user, at=now)
            return redirect("screening:instrument", screening_id)
        except Conflict as conflict:
            theirs = known_person(screening, request.user, at=now)
            form, clash = form.beside(theirs, conflict.reason), conflict
    elif not form.is_bound:
        known = known_person(shown.screening, request.user, at=now)
        form = PersonForm(initial=initial_of(known, child=shown.child))
    context = {"shown": shown, "form": form, "known": known, "theirs": theirs}
    return render(request, "screening/person.html", context, status=status_of(form, clash))


@open_to(Act.SCREEN)
def instrument(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    shown = interview(request.user, screening_id)
    form = InstrumentForm(None if "instrument" in request.POST else request.POST or None, child=shown.child)
    chosen = form.instrument if form.is_valid() else request.POST.get("instrument", "")
    if chosen:
        held = choose_instrument(screening=shown.screening, instrument=chosen, by=request.user, at=timezone.now())
        return to_page(held)
    case = shown.screening.case
    context = {
        "shown": shown,
        "form": form,
        "sets": sets_for(child=shown.child),
        "earlier": earlier_cases(case, request.user) if case else (),
    }
    return render(request, "screening/instrument.html", context)
