"""The questions page by page, the person's own words, and the page where all of it is checked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Conflict
from panoh.registry.tried import status_of
from panoh.screening.actions import record_page
from panoh.screening.forms import AnswersForm, TextsForm, WordsForm
from panoh.screening.queries import Interview, interview, read_answers
from panoh.screening.queries.earlier import earlier_cases
from panoh.screening.queries.interview import asked, progress
from panoh.screening.queries.question_page import Asking, asking_page, texts_beside, words_page
from panoh.screening.queries.reading import Text
from panoh.screening.queries.talk import talk_of
from panoh.screening.queries.what_else import what_else_asked
from panoh.screening.rules.path import QuestionPage
from panoh.screening.rules.texts import subject_of


@open_to(Act.SCREEN)
def questions(request: OfficerRequest, screening_id: UUID, number: int) -> HttpResponse:
    """One page, saved when left. What a colleague answered or wrote meanwhile is shown, not overwritten."""
    shown, now = interview(request.user, screening_id), timezone.now()
    if request.method == "POST":
        return _sent(request, shown, shown.page(number), now)
    asking = asking_page(shown, number, viewer=request.user, at=now)
    form, texts = AnswersForm(asking.page, asking.answers), TextsForm(initial=asking.texts)
    return render(request, "screening/questions.html", asking.beside(form=form, texts=texts))


def _sent(request: OfficerRequest, shown: Interview, page: QuestionPage, now: datetime) -> HttpResponse:
    """What is on record is opened only where the page is shown again."""
    form, texts = AnswersForm(page, {}, request.POST), TextsForm(request.POST)
    clash: Conflict | None = None
    theirs = dict[str, str]()
    read = [form.is_valid(), texts.is_valid()]  # both say what cannot be read of them
    if all(read):
        given, said = form.answers, texts.texts(subject_of(page))
        try:
            record_page(screening=shown.screening, answers=given, seen=form.seen, texts=said, by=request.user, at=now)
            return _leave(request, shown, page.number)
        except Conflict as conflict:
            clash = conflict
    asking = asking_page(shown, page.number, viewer=request.user, at=now)
    if clash:
        form, texts, theirs = _beside(form, texts, clash, asking)
    context = asking.beside(form=form, texts=texts, theirs=theirs)
    return render(request, "screening/questions.html", context, status=status_of(texts if read[0] else form, clash))


@open_to(Act.SCREEN)
def words(request: OfficerRequest, screening_id: UUID) -> HttpResponse:
    shown, now = interview(request.user, screening_id), timezone.now()
    form, theirs = WordsForm(request.POST or None, child=shown.child), ""
    clash: Conflict | None = None
    if form.is_valid():
        try:
            record_page(screening=shown.screening, answers={}, seen=None, texts=form.texts, by=request.user, at=now)
            return _leave(request, shown, None)
        except Conflict as conflict:
            clash = conflict
    said = words_page(shown, viewer=request.user, at=now)
    if clash:
        form, theirs = form.beside(said.marks, clash.reason), said.words
    elif not form.is_bound:
        form = WordsForm(initial=said.initial, child=shown.child)
    context = {"shown": shown, "form": form, "theirs": theirs}
    return render(request, "screening/words.html", context, status=status_of(form, clash))


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
        "earlier": earlier_cases(case, request.user) if case else (),
        "texts": texts_beside(shown, reading),
        "talk": talk_of(shown.screening, now=timezone.now()),
    }
    return render(request, "screening/check.html", context)


def _beside(
    form: AnswersForm, texts: TextsForm, conflict: Conflict, asking: Asking
) -> tuple[AnswersForm, TextsForm, dict[str, str]]:
    """What was typed stays; what stands there now is shown beside it, and counts as seen from now on."""
    if not isinstance(conflict.both, Text):
        return form.beside(conflict.both), texts, {}
    return form, texts.beside(asking.marks, conflict.reason), asking.said


def _leave(request: OfficerRequest, shown: Interview, number: int | None) -> HttpResponse:
    """Where the officer wanted to go from the page just saved; None after the last one. An answer may have made
    questions further on pointless, so the way is computed anew."""
    wish, screening = request.POST.get("go", "next"), shown.screening
    if wish == "stop":
        return redirect("screening:home")
    if wish in {"pause", "kindly"}:
        reason = "?reason=distressed" if wish == "kindly" else ""
        return redirect(reverse("screening:pause", args=[screening.pk]) + reason)
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
