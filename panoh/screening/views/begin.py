"""The first pages: what waits at this desk, the question about danger, and whom to call."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from panoh.registry.access import Act, may
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries.cases import named_case_for
from panoh.registry.refusals import Conflict
from panoh.registry.tried import form_page, status_of
from panoh.screening.actions import begin_screening, tell_needs_now
from panoh.screening.forms import DangerForm, NeedsNowForm
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.queries import go_on, interview, worklist
from panoh.screening.queries.roster import entry_for
from panoh.screening.queries.together import together
from panoh.screening.rules.needs_now import chosen


@open_to(Act.SCREEN)
def home(request: OfficerRequest) -> HttpResponse:
    work = worklist(request.user, now=timezone.now())
    return render(request, "screening/home.html", {"list": work, "lists": may(request.user, Act.RUN_OPERATION)})


@open_to(Act.SCREEN)
def begin(request: OfficerRequest) -> HttpResponse:
    return _begin(request, None)


@open_to(Act.SCREEN)
def again(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """A person on record is screened once more, from the first question on."""
    return _begin(request, named_case_for(request.user, case_id, Act.SCREEN))


@open_to(Act.SCREEN)
def begin_for(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    """A person on a roster is screened. What the list says of them is taken over only after they agreed."""
    return _begin(request, None, entry_for(request.user, entry_id))


@open_to(Act.SCREEN)
def resume(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """To the page with something left to do."""
    return to_page(interview(request.user, screening_id).screening)


@open_to(Act.SCREEN)
def safety(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """What to do now, before any question: for the danger, and for each thing the person needs at once."""
    shown = interview(request.user, screening_id)
    form = NeedsNowForm(request.POST or None, initial={"needs_now": shown.screening.needs_now})
    if request.method == "POST" and form.is_valid():
        tell_needs_now(screening=shown.screening, **form.cleaned_data, by=request.user, at=timezone.now())
        return redirect("screening:safety", screening_id)
    needs = chosen(shown.screening.needs_now)
    return form_page(request, "screening/safety.html", form, shown=shown, needs=needs)


def to_page(screening: Screening) -> HttpResponse:
    page, number = go_on(screening)
    return redirect(f"screening:{page}", screening.pk, *filter(None, (number,)))


def _begin(request: OfficerRequest, case: Case | None, entry: RosterEntry | None = None) -> HttpResponse:
    """A colleague who called the person, or has an interview open with them, is told before a second one begins."""
    form, there, refusal = DangerForm(request.POST or None), None, None
    if form.is_valid():
        given = form.cleaned_data
        told = {"in_danger": form.answer, "needs_now": given["needs_now"], "knowingly": given["knowingly"]}
        try:
            begun = begin_screening(**told, case=case, roster_entry=entry, by=request.user, at=timezone.now())
            return redirect("screening:safety" if form.answer or begun.needs_now else "screening:conditions", begun.pk)
        except Conflict as conflict:
            talking = isinstance(conflict.both, Screening)
            there, refusal = (together(request.user, conflict.both), None) if talking else (None, conflict)
    context = {"form": form, "case": case, "there": there, "refusal": refusal, "entry": entry}
    return render(request, "screening/begin.html", context, status=status_of(form, refusal))
