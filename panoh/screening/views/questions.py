"""The questions page by page, the person's own words, and the page where all of it is checked."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Conflict
from panoh.screening.actions import record_answers, record_words
from panoh.screening.forms import AnswersForm, WordsForm
from panoh.screening.queries import Interview, interview, questions_page, read_answers
from panoh.screening.queries.earlier import earlier_cases
from panoh.screening.queries.interview import asked, progress
from panoh.screening.queries.reading import WORDS, mark_of
from panoh.screening.queries.screenings import screening_for
from panoh.screening.queries.what_else import what_else_asked


@open_to(Act.SCREEN)
def questions(request: OfficerRequest, screening_id: UUID, number: int) -> HttpResponse:
    """One page, saved when left. What a colleague answered meanwhile is shown, not overwritten."""
    shown, now = interview(request.user, screening_id), timezone.now()
    page = shown.page(number)
    if request.method != "POST":
        form = AnswersForm(page, questions_page(shown, page.number, viewer=request.user, at=now))
        return render(request, "screening/questions.html", {"shown": shown, "page": page, "form": form})
    form = AnswersForm(page, {}, request.POST)
    if form.is_valid():
        try:
            record_answers(screening=shown.screening, answers=form.answers, seen=form.seen, by=request.user, at=now)
            return _leave(request, shown, page.number)
        except Conflict as conflict:
            form = form.beside(conflict.both)
    return render(request, "screening/questions.html", {"shown": shown, "page": page, "form": form})


@open_to(Act.SCREEN)
def words(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    shown, now = interview(request.user, screening_id), timezone.now()
    form, theirs = WordsForm(request.POST or None), ""
    if form.is_valid():
        text, seen = form.cleaned_data["words"], form.cleaned_data["seen"]
        try:
            record_words(screening=shown.screening, text=text, seen=seen, by=request.user, at=now)
            return _leave(request, shown, None)
        except Conflict as conflict:
            latest = screening_for(request.user, screening_id)
            theirs = read_answers(latest, request.user, at=now, fields=(WORDS,)).words
            form = form.beside(mark_of(latest), conflict.reason)
    elif not form.is_bound:
        said = read_answers(shown.screening, request.user, at=now, fields=(WORDS,)).words
        form = WordsForm(initial={"words": said, "seen": mark_of(shown.screening)})
    return render(request, "screening/words.html", {"shown": shown, "form": form, "theirs": theirs})


@open_to(Act.SCREEN)
def check(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    shown = interview(request.user, screening_id)
    reading = read_answers(shown.screening, request.user, at=timezone.now())
    case = shown.screening.case
    context = {
        "shown": shown,
        "pages": asked(shown, reading),
        "progress": progress(shown, reading),
        "what_else": what_else_asked(reading),
        "reading": reading,
        "earlier": earlier_cases(case, request.user)[:5] if case else (),
    }
    return render(request, "screening/check.html", context)


def _leave(request: OfficerRequest, shown: Interview, number: int | None) -> HttpResponse:
    """Where the officer wanted to go from the page just saved; None after the last one. An answer may have made
    questions further on pointless, so the way is computed anew."""
    wish, screening = request.POST.get("go", "next"), shown.screening
    if wish == "stop":
        return redirect("screening:home")
    if wish == "check" or number is None:
        return redirect("screening:check", screening.pk)
    numbers = [page.number for page in interview(request.user, screening.pk).pages]
    before = [each for each in numbers if each < number]
    after = [each for each in numbers if each > number]
    if wish == "back":
        return redirect("screening:questions", screening.pk, max(before, default=1))
    return (
        redirect("screening:questions", screening.pk, after[0])
        if after
        else redirect("screening:what_else", screening.pk)
    )
