"""API of what is said: answers, the person's words, the officer's note. Each may be sent again without harm."""

from __future__ import annotations

from typing import Literal, TypeAlias
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Schema, Status

from panoh.registry.refusals import Conflict
from panoh.screening import actions
from panoh.screening.api.held import ScreeningOut, by_officer, router
from panoh.screening.models import Screening
from panoh.screening.queries import read_answers
from panoh.screening.queries.reading import Text, mark_of_words

AnswerOut: TypeAlias = Literal["yes", "no", "unknown"]
AnswerIn: TypeAlias = Literal["yes", "no", "unknown", "not_asked"]


class AnswersIn(Schema):
    """`seen`: the answers shown before. Where a colleague answered otherwise since, nothing is saved (409).
    `change`: a mark of the sender's own; sent again with the same mark, it does nothing twice. `version`: of the set."""

    answers: dict[str, AnswerIn]
    seen: dict[str, str] | None = None
    version: str = ""
    change: UUID | None = None


class WordsIn(Schema):
    """`about`: empty for the words at the end, `note`, or a part of the questions. `seen`: the mark of the text shown."""

    text: str = Field(max_length=20_000)
    about: str = Field("", max_length=40)
    seen: str = ""
    change: UUID | None = None


class TextOut(Schema):
    about: str
    text: str
    mark: str


class SavedText(Schema):
    about: str
    mark: str


class Theirs(Schema):
    """What a colleague answered or wrote meanwhile."""

    officer: str = ""
    value: str = ""
    text: str = ""
    mark: str = ""


class ConflictOut(Schema):
    reason: str
    way_forward: str
    code: str
    theirs: dict[str, Theirs]


@router.post("/{uuid:screening_id}/answers", response={200: ScreeningOut, 409: ConflictOut})
def answer(request: HttpRequest, screening_id: UUID, given: AnswersIn) -> Status[Screening] | Status[ConflictOut]:
    """One answer per question; a correction keeps the earlier one. This is also what a page sends as it is filled in."""
    held = by_officer(request, screening_id)
    try:
        return Status(200, actions.record_answers(**given.dict(), **held))
    except Conflict as conflict:
        read_answers(
            held["screening"], held["by"], at=held["at"], fields=("answers",)
        )  # what is told of them is a reading
        theirs = {item: Theirs(officer=row.by.name, value=row.value) for item, row in conflict.both.items()}
        return _conflict(conflict, theirs)


@router.get("/{uuid:screening_id}/answers", response={200: dict[str, AnswerOut]})
def answers(request: HttpRequest, screening_id: UUID) -> dict[str, str]:
    """Current answers by question. The read stands in the ledger."""
    held = by_officer(request, screening_id)
    reading = read_answers(held["screening"], held["by"], at=held["at"], fields=("answers",))
    return {item: value.value for item, value in reading.answers.items()}


@router.post("/{uuid:screening_id}/words", response={200: SavedText, 409: ConflictOut})
def words(request: HttpRequest, screening_id: UUID, given: WordsIn) -> Status[SavedText] | Status[ConflictOut]:
    """The person's words or the officer's note; the earlier wording is kept. `mark` is what the next change has seen."""
    held = by_officer(request, screening_id)
    try:
        actions.record_words(**given.dict(), **held)
        return Status(200, SavedText(about=given.about, mark=mark_of_words(given.text)))
    except Conflict as conflict:
        texts = read_answers(held["screening"], held["by"], at=held["at"], fields=("words",)).texts
        now = texts.get(given.about, Text())  # a colleague may have taken the words away altogether
        return _conflict(conflict, {given.about: Theirs(text=now.words, mark=mark_of_words(now.words))})


@router.get("/{uuid:screening_id}/words", response={200: list[TextOut]})
def all_words(request: HttpRequest, screening_id: UUID) -> list[TextOut]:
    """Every text of the interview. The read stands in the ledger."""
    held = by_officer(request, screening_id)
    texts = read_answers(held["screening"], held["by"], at=held["at"], fields=("words",)).texts
    return [TextOut(about=about, text=each.words, mark=mark_of_words(each.words)) for about, each in texts.items()]


def _conflict(told: Conflict, theirs: dict[str, Theirs]) -> Status[ConflictOut]:
    return Status(409, ConflictOut(reason=told.reason, way_forward=told.way_forward, code=told.code, theirs=theirs))
