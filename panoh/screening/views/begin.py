"""The first pages: what waits at this desk, the question about danger, and whom to call."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from panoh.registry.access import Act, may
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.queries import case_for
from panoh.screening.actions import begin_screening
from panoh.screening.forms import DangerForm
from panoh.screening.models import RosterEntry, Screening
from panoh.screening.queries import go_on, interview, worklist
from panoh.screening.queries.roster import entry_for


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
    return _begin(request, case_for(request.user, case_id, Act.SCREEN))


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
    return render(request, "screening/safety.html", {"shown": interview(request.user, screening_id)})


def to_page(screening: Screening) -> HttpResponse:
    page, number = go_on(screening)
    return redirect(f"screening:{page}", screening.pk, *filter(None, (number,)))


def _begin(request: OfficerRequest, case: Case | None, entry: RosterEntry | None = None) -> HttpResponse:
    form = DangerForm(request.POST or None)
    if form.is_valid():
        screening = begin_screening(
            in_danger=form.answer, case=case, roster_entry=entry, by=request.user, at=timezone.now()
        )
        return redirect("screening:safety" if form.answer else "screening:conditions", screening.pk)
    return render(request, "screening/begin.html", {"form": form, "case": case})
