"""The texts of the procedure through the API: read them, put up a draft, comment, answer, propose and adopt."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema

from panoh.identification.api.routes import router
from panoh.identification.queries import one_text, text_page
from panoh.registry import actions
from panoh.registry.models import Agency, ProcedureComment, ProcedureText
from panoh.registry.pages import officer_of
from panoh.registry.queries import texts


class TextLine(Schema):
    id: int
    version: str
    status: str
    document: str
    document_on: date | None


class BrokenPromise(Schema):
    key: str
    promise: str
    says: str
    path: list[str]


class TextShown(TextLine):
    """`may_be_adopted`: nothing stands between this draft and its adoption; `changes` against the version before."""

    content: str
    broken: list[BrokenPromise]
    changes: list[str]
    less_protection: list[str]
    may_be_adopted: bool
    comments: list[dict[str, Any]]


class ContentGiven(Schema):
    content: str


class CommentGiven(Schema):
    words: str
    step: str = ""


class AnswerGiven(Schema):
    taken_up: bool
    answer: str


class GroupGiven(Schema):
    """`agencies` by their codes."""

    name: str
    agencies: list[str]
    until: date


class AdoptionGiven(Schema):
    document: str
    document_on: date


class AsideGiven(Schema):
    because: str


@router.get("/procedure/texts", response=list[TextLine])
def all_texts(request: HttpRequest) -> list[ProcedureText]:
    return list(texts())


@router.post("/procedure/texts", response=TextShown)
def put_up(request: HttpRequest, given: ContentGiven) -> dict[str, Any]:
    made = actions.put_up_procedure(content=given.content, by=officer_of(request), at=timezone.now())
    return _shown(request, made.pk)


@router.get("/procedure/texts/{text_id}", response=TextShown)
def one(request: HttpRequest, text_id: int) -> dict[str, Any]:
    return _shown(request, text_id)


@router.post("/procedure/texts/{text_id}/comments", response=TextShown)
def comment(request: HttpRequest, text_id: int, given: CommentGiven) -> dict[str, Any]:
    actions.comment_on_procedure(text=one_text(text_id), by=officer_of(request), at=timezone.now(), **given.dict())
    return _shown(request, text_id)


@router.post("/procedure/comments/{comment_id}/answer", response=TextShown)
def answer(request: HttpRequest, comment_id: int, given: AnswerGiven) -> dict[str, Any]:
    held = get_object_or_404(ProcedureComment, pk=comment_id)
    actions.answer_comment(comment=held, by=officer_of(request), at=timezone.now(), **given.dict())
    return _shown(request, held.text_id)


@router.post("/procedure/texts/{text_id}/groups", response=TextShown)
def convene(request: HttpRequest, text_id: int, given: GroupGiven) -> dict[str, Any]:
    asked = list(Agency.objects.filter(code__in=given.agencies))
    actions.convene_group(
        text=one_text(text_id),
        name=given.name,
        agencies=asked,
        until=given.until,
        by=officer_of(request),
        at=timezone.now(),
    )
    return _shown(request, text_id)


@router.post("/procedure/texts/{text_id}/proposal", response=TextShown)
def propose(request: HttpRequest, text_id: int, given: AdoptionGiven) -> dict[str, Any]:
    actions.propose_adoption(text=one_text(text_id), by=officer_of(request), at=timezone.now(), **given.dict())
    return _shown(request, text_id)


@router.post("/procedure/texts/{text_id}/adoption", response=TextShown)
def adopt(request: HttpRequest, text_id: int) -> dict[str, Any]:
    actions.adopt_procedure(text=one_text(text_id), by=officer_of(request), at=timezone.now())
    return _shown(request, text_id)


@router.post("/procedure/texts/{text_id}/set-aside", response=TextShown)
def set_aside(request: HttpRequest, text_id: int, given: AsideGiven) -> dict[str, Any]:
    actions.set_procedure_aside(
        text=one_text(text_id), because=given.because, by=officer_of(request), at=timezone.now()
    )
    return _shown(request, text_id)


def _shown(request: HttpRequest, text_id: int) -> dict[str, Any]:
    page = text_page(officer_of(request), one_text(text_id), language="en", on=timezone.localdate())
    text = page.text
    return {
        "id": text.pk,
        "version": text.version,
        "status": text.status,
        "document": text.document,
        "document_on": text.document_on,
        "content": text.content,
        "broken": [
            {"key": p.key, "promise": p.promise.en, "says": p.breaches[0].sentence.en, "path": list(p.counter_example)}
            for p in page.broken
        ],
        "changes": [change.sentence.en for change in page.changes],
        "less_protection": [point.sentence.en for point in page.weaker],
        "may_be_adopted": text.status == ProcedureText.Status.DRAFT and not page.hindrances,
        "comments": [_comment(said.comment) for said in page.said],
    }


def _comment(row: ProcedureComment) -> dict[str, Any]:
    return {
        "id": row.pk,
        "step": row.step,
        "words": row.words,
        "agency": row.by.desk.agency.code,
        "answered": row.answered,
        "answer": row.answer,
    }
