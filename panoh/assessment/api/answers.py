"""API of answer files: the same acts as the pages, with every value, its days, what it rests on and last year's."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema, Status

from panoh.assessment.actions import answers as actions
from panoh.assessment.api.criteria import AssessmentMade
from panoh.assessment.api.router import router
from panoh.assessment.models import AnswerFile, AnswerSignature, AnswerText, ItemAnswer, ItemCheck
from panoh.assessment.queries.answers.files import answer_for, file_for, text_waiting
from panoh.assessment.queries.answers.pages import file_page, files_for, item_page
from panoh.assessment.rules.answers.money import Money
from panoh.assessment.rules.answers.said import Kind, Said
from panoh.assessment.rules.answers.standing import Line
from panoh.assessment.rules.answers.text import line_as_json
from panoh.registry import access
from panoh.registry.models import Post
from panoh.registry.pages import PDF, download, officer_of, spoken_in
from panoh.registry.refusals import OutOfOrder


class AnswerFileOut(Schema):
    id: int
    report: int
    number: int
    state: str
    due_on: date
    corrects: int | None

    @staticmethod
    def of(file: AnswerFile) -> AnswerFileOut:
        return AnswerFileOut(
            id=file.pk,
            report=file.report,
            number=file.number,
            state=file.state,
            due_on=file.due_on,
            corrects=file.corrects_id,
        )


class AnswerLineOut(Schema):
    """`counts`, `said` and `before` as they are frozen: a number, none, not available and hidden are different things."""

    id: str
    state: str
    gap: bool
    presumed_not_done: bool
    counts: list[dict[str, Any]]
    said: dict[str, Any] | None
    before: dict[str, Any]
    answer: int | None = None

    @staticmethod
    def of(line: Line, answer: int | None = None) -> AnswerLineOut:
        told = line_as_json(line)
        return AnswerLineOut(
            id=line.id,
            state=line.state.value,
            gap=line.gap is not None,
            presumed_not_done=line.presumed_not_done,
            counts=told["counts"],
            said=told["said"],
            before=told["before"],
            answer=answer,
        )


class AnswerFileWhole(AnswerFileOut):
    """`digest`: of the text that was put up; empty while the file is being answered."""

    first: date
    last: date
    cut_off: datetime
    digest: str
    lines: list[AnswerLineOut]


class BeginAnswersIn(Schema):
    report: int
    due_on: date


class HandOutItemsIn(Schema):
    """`post_code`: the code of a post."""

    items: list[str]
    post_code: str
    due_on: date


class AnswerMoneyIn(Schema):
    """`rate`: how much of the currency one US dollar cost on `rate_on`; all three of the rate or none."""

    what: str = Field("", max_length=300)
    amount: Decimal
    currency: str
    on: date
    rate: Decimal | None = None
    rate_on: date | None = None
    rate_source: str = Field("", max_length=300)


class ItemAnswerIn(Schema):
    """`kind`: answered, none or not_available. `after`: the number of the answer that stood when this one was written."""

    kind: Literal["answered", "none", "not_available"]
    number: int | None = None
    text: str = ""
    yes: bool | None = None
    on: date | None = None
    money: list[AnswerMoneyIn] = []
    source: str = ""
    because: str = ""
    plan: str = ""
    after: int | None = None

    def said(self) -> Said:
        plain = self.dict(exclude={"kind", "money", "after"})
        return Said(**plain, kind=Kind(self.kind), money=tuple(Money(**each.dict()) for each in self.money))


class AnswerCheckIn(Schema):
    holds: bool
    because: str = Field("", max_length=2000)


class PutUpAnswersIn(Schema):
    """`with_gaps`: it is known that there are gaps, and what is missing is read as not done."""

    with_gaps: bool = False


class AnswerApprovalIn(Schema):
    approved: bool
    because: str = Field("", max_length=2000)


class CorrectAnswersIn(Schema):
    because: str = Field(max_length=2000)
    due_on: date


@router.get("/answers", response=list[AnswerFileOut])
def answer_files(request: HttpRequest) -> list[AnswerFileOut]:
    """Every report and version."""
    return [AnswerFileOut.of(each) for each in files_for(officer_of(request)).files]


@router.post("/answers", response={201: AssessmentMade})
def begin_answers(request: HttpRequest, given: BeginAnswersIn) -> Status[AnswerFile]:
    made = actions.begin_answers(**given.dict(), by=officer_of(request), at=timezone.now())
    return Status(201, made)


@router.get("/answers/{answer_file_id}", response=AnswerFileWhole)
def answer_file(request: HttpRequest, answer_file_id: int) -> AnswerFileWhole:
    """As it was approved or put up, else as it stands now."""
    page = file_page(officer_of(request), answer_file_id, now=timezone.now())
    text = page.approved or page.waiting
    return AnswerFileWhole(
        **AnswerFileOut.of(page.file).dict(),
        first=page.whole.first,
        last=page.whole.last,
        cut_off=page.whole.cut_off,
        digest=text.digest if text else "",
        lines=[AnswerLineOut.of(each) for each in page.whole.lines],
    )


@router.post("/answers/{answer_file_id}/hand-out", response={201: list[AssessmentMade]})
def hand_out_items(request: HttpRequest, answer_file_id: int, given: HandOutItemsIn) -> Status[Any]:
    """Items to a post, by a day."""
    officer = officer_of(request)
    file, post = file_for(officer, answer_file_id), get_object_or_404(Post, code=given.post_code)
    now = timezone.now()
    made = actions.hand_out_items(file=file, items=given.items, post=post, due_on=given.due_on, by=officer, at=now)
    return Status(201, made)


@router.get("/answers/{answer_file_id}/items/{item_id}", response=AnswerLineOut)
def answer_item_out(request: HttpRequest, answer_file_id: int, item_id: str) -> AnswerLineOut:
    """What is counted, what was written, and the number of the answer that stands."""
    page = item_page(officer_of(request), answer_file_id, item_id, now=timezone.now())
    return AnswerLineOut.of(page.line, page.newest.pk if page.newest else None)


@router.post("/answers/{answer_file_id}/items/{item_id}", response={201: AssessmentMade})
def answer_item(request: HttpRequest, answer_file_id: int, item_id: str, given: ItemAnswerIn) -> Status[ItemAnswer]:
    officer = officer_of(request)
    file, said = file_for(officer, answer_file_id), given.said()
    made = actions.answer_item(file=file, item=item_id, said=said, after=given.after, by=officer, at=timezone.now())
    return Status(201, made)


@router.post("/answers/check/{answer_id}", response={201: AssessmentMade})
def check_answer(request: HttpRequest, answer_id: int, given: AnswerCheckIn) -> Status[ItemCheck]:
    """By another person than wrote it."""
    officer = officer_of(request)
    answer = answer_for(officer, answer_id)
    return Status(201, actions.check_answer(answer=answer, **given.dict(), by=officer, at=timezone.now()))


@router.post("/answers/{answer_file_id}/text", response={201: AssessmentMade})
def put_up_answers(request: HttpRequest, answer_file_id: int, given: PutUpAnswersIn) -> Status[AnswerText]:
    """The first signature."""
    officer = officer_of(request)
    file = file_for(officer, answer_file_id)
    return Status(201, actions.put_up_answers(file=file, **given.dict(), by=officer, at=timezone.now()))


@router.post("/answers/{answer_file_id}/signature", response={201: AssessmentMade})
def sign_answers(request: HttpRequest, answer_file_id: int, given: AnswerApprovalIn) -> Status[AnswerSignature]:
    """The second, by another person."""
    officer = officer_of(request)
    access.require(officer, access.Act.KEEP_ASSESSMENT)
    text = text_waiting(file_for(officer, answer_file_id))
    if text is None:
        raise OutOfOrder(_("Nothing waits for a signature here."), _("Open the file again and see where it stands."))
    return Status(201, actions.sign_answers(text=text, **given.dict(), by=officer, at=timezone.now()))


@router.post("/answers/{answer_file_id}/correction", response={201: AssessmentMade})
def correct_answers(request: HttpRequest, answer_file_id: int, given: CorrectAnswersIn) -> Status[AnswerFile]:
    """A new version, which names this one."""
    officer = officer_of(request)
    file = file_for(officer, answer_file_id)
    return Status(201, actions.correct_answers(file=file, **given.dict(), by=officer, at=timezone.now()))


@router.get("/answers/{answer_file_id}/paper")
def answer_paper(request: HttpRequest, answer_file_id: int, language: str = "") -> HttpResponse:
    """As PDF, in the language asked for."""
    officer = officer_of(request)
    file = file_for(officer, answer_file_id)
    with spoken_in(language):
        made = actions.print_answers(file=file, by=officer, at=timezone.now())
    return download(made, kind=PDF, name=f"answers-{file.report}-{file.number}.pdf")
