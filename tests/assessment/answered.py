"""An answer file on its way: begun, handed out, answered, checked, put up, approved."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from panoh.assessment.actions import answers as actions
from panoh.assessment.models import AnswerFile, AnswerText, ItemAnswer
from panoh.assessment.rules.answers.said import Kind, Said
from panoh.registry.models import Post
from tests.cast import Cast
from tests.conftest import NOON

REPORT = NOON.year + 1
"""Its period began on 1 April of this year."""
DUE = (NOON + timedelta(days=30)).date()


def begun(cast: Cast, report: int = REPORT) -> AnswerFile:
    return actions.begin_answers(report=report, due_on=DUE, by=cast.alisher, at=NOON)


def handed(file: AnswerFile, cast: Cast, *items: str, to: Post | None = None) -> None:
    post = to or cast.jamshed.post
    actions.hand_out_items(file=file, items=items, post=post, due_on=DUE, by=cast.alisher, at=NOON)


def said(**more: Any) -> Said:
    return Said(**{"kind": Kind.ANSWERED, "text": "A unit of nine began in May.", "source": "Order 12", **more})


def answered(file: AnswerFile, cast: Cast, item: str = "A25", **more: Any) -> ItemAnswer:
    """By the investigator, to whom it was handed."""
    handed(file, cast, item)
    return actions.answer_item(file=file, item=item, said=said(**more), by=cast.jamshed, at=NOON)


def checked(file: AnswerFile, cast: Cast, item: str = "A25", **more: Any) -> ItemAnswer:
    answer = answered(file, cast, item, **more)
    actions.check_answer(answer=answer, holds=True, by=cast.alisher, at=NOON)
    return answer


def put_up(file: AnswerFile, cast: Cast) -> AnswerText:
    return actions.put_up_answers(file=file, with_gaps=True, by=cast.alisher, at=NOON)


def approved(cast: Cast, report: int = REPORT) -> AnswerFile:
    file = begun(cast, report)
    checked(file, cast)
    actions.sign_answers(text=put_up(file, cast), approved=True, by=cast.rustam, at=NOON)
    return file


def by_name(cast: Cast) -> dict[str, object]:
    """A file being answered for the access tables, by the names of their arguments: one item of it, and its answer."""
    answer = answered(begun(cast), cast)
    return {
        "answer_file_id": answer.file_id,
        "item_id": answer.item,
        "answer_id": answer.pk,
        "post_code": cast.jamshed.post.code,
    }
