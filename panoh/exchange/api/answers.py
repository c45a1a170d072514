"""API of the answer file as a workbook: the same act as the page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router

from panoh.assessment.queries.answers.files import file_for
from panoh.exchange.answer_book import take_answers
from panoh.exchange.writing import WORKBOOK
from panoh.registry.pages import download, officer_of, spoken_in

router = Router()


@router.get("/answers/{answer_file_id}/workbook")
def answer_workbook(request: HttpRequest, answer_file_id: int, language: str = "") -> HttpResponse:
    """Every value of the file, one a row, in the language asked for."""
    officer = officer_of(request)
    told = file_for(officer, answer_file_id)
    with spoken_in(language):
        made = take_answers(file=told, by=officer, at=timezone.now())
    return download(made, kind=WORKBOOK, name=f"answers-{told.report}-{told.number}.xlsx")
