"""What else happened: asked after the set of questions, with the same three answers, and left out freely."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Conflict
from panoh.registry.tried import status_of
from panoh.screening.actions import record_answers
from panoh.screening.forms import AnswersForm
from panoh.screening.models import Screening
from panoh.screening.queries import Interview, interview
from panoh.screening.queries.what_else import what_else_answers, what_else_page
from panoh.screening.views.begin import to_page


@open_to(Act.SCREEN)
def what_else(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    """What a colleague answered meanwhile is shown, not overwritten."""
    shown, now = interview(request.user, screening_id), timezone.now()
    page = what_else_page(shown)
    if page is None:
        return to_page(shown.screening)
    if request.method != "POST":
        form = AnswersForm(page, what_else_answers(shown, page, viewer=request.user, at=now))
        return render(request, "screening/what_else.html", {"shown": shown, "form": form})
    form, clash = AnswersForm(page, {}, request.POST), None
    if form.is_valid():
        try:
            record_answers(screening=shown.screening, answers=form.answers, seen=form.seen, by=request.user, at=now)
            return _leave(request, shown)
        except Conflict as conflict:
            what_else_answers(shown, page, viewer=request.user, at=now)  # what is shown of a colleague's is a reading
            form, clash = form.beside(conflict.both), conflict
    return render(request, "screening/what_else.html", {"shown": shown, "form": form}, status=status_of(form, clash))


def _leave(request: OfficerRequest, shown: Interview) -> HttpResponse:
    """On to the person's own words, or back to the finding where there is one already."""
    wish, screening = request.POST.get("go", "next"), shown.screening
    if wish == "stop":
        return redirect("screening:home")
    if wish == "back":
        return redirect("screening:questions", screening.pk, len(shown.pages))
    if screening.outcome == Screening.Outcome.FINISHED:
        return redirect("screening:finding", screening.pk)
    return redirect("screening:check" if wish == "check" else "screening:words", screening.pk)
