"""Answer files in the demonstration: last year's approved by two, this year's being answered. What is written is invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from panoh.assessment.actions import answers
from panoh.assessment.models import AnswerFile, ItemAnswer
from panoh.assessment.rules.answers.money import Money
from panoh.assessment.rules.answers.said import Kind, Said
from panoh.demo.clockwork import Life
from panoh.registry.models import Officer

SOURCE = "Invented for the demonstration"


def answer_files(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    yield _answered(officers, start=until - timedelta(days=16), until=until)


def _answered(officers: dict[str, Officer], *, start: datetime, until: datetime) -> Life:
    at = yield start
    newest = until.year + (until.month > 4)  # the period of a report begins in April of the year before
    analyst, prosecutor, commission = officers["analyst"], officers["prosecutor"], officers["commission"]
    last = answers.begin_answers(report=newest - 1, due_on=_due(at, 3), by=analyst, at=at)
    _hand_out(last, officers, at, days=3)
    at = yield at + timedelta(hours=20)
    for item, said in _of_last_year(at.date()):
        writer = commission if item.startswith("B") else prosecutor
        _checked(_answer(last, item, said, writer, at), analyst, at)
    at = yield at + timedelta(days=1)
    text = answers.put_up_answers(file=last, with_gaps=True, by=analyst, at=at)
    at = yield at + timedelta(hours=6)
    answers.sign_answers(text=text, approved=True, by=commission, at=at)
    at = yield at + timedelta(days=2)
    this = answers.begin_answers(report=newest, due_on=_due(until, 40), by=analyst, at=at)
    _hand_out(this, officers, at, days=40)
    at = yield at + timedelta(days=2)
    first, second = _of_this_year(at.date())
    _checked(_answer(this, *first, prosecutor, at), analyst, at)
    _answer(this, *second, prosecutor, at)


def _hand_out(file: AnswerFile, officers: dict[str, Officer], at: datetime, *, days: int) -> None:
    by, due_on = officers["analyst"], _due(at, days)
    prosecutor, commission = officers["prosecutor"].post, officers["commission"].post
    law = ("A02", "A16", "A17", "A21", "A22", "C13")
    answers.hand_out_items(file=file, items=law, post=prosecutor, due_on=due_on, by=by, at=at)
    policy = ("B13", "B14", "B31", "C03", "C12", "D01", "D06")
    answers.hand_out_items(file=file, items=policy, post=commission, due_on=due_on, by=by, at=at)


def _of_last_year(on: date) -> Iterator[tuple[str, Said]]:
    yield "A22", Said(Kind.NONE, source=SOURCE)
    yield "A16", Said(Kind.ANSWERED, number=2, text="Invented: both cases are before the court.", source=SOURCE)
    yield (
        "A17",
        Said(
            Kind.NOT_AVAILABLE,
            because="Invented: the ministry of defence keeps no such register.",
            plan="Invented: a register is to begin in January.",
        ),
    )
    yield "A21", Said(Kind.ANSWERED, number=5, text="Invented: five requests, three answered.", source=SOURCE)
    sums = (
        Money("Invented: shelters", Decimal("1132000.00"), "TJS", on, Decimal("11.32"), on, "Invented rate"),
        Money("Invented: training", Decimal("80000.00"), "TJS", on),
    )
    yield "B13", Said(Kind.ANSWERED, money=sums, source=SOURCE)


def _of_this_year(on: date) -> tuple[tuple[str, Said], tuple[str, Said]]:
    words = "Invented: seven requests, five answered."
    return (
        ("A21", Said(Kind.ANSWERED, number=7, text=words, source=SOURCE)),
        ("A16", Said(Kind.ANSWERED, number=3, text=f"Invented: one more charged before {on:%d.%m.%Y}.", source=SOURCE)),
    )


def _answer(file: AnswerFile, item: str, said: Said, by: Officer, at: datetime) -> ItemAnswer:
    return answers.answer_item(file=file, item=item, said=said, by=by, at=at)


def _checked(answer: ItemAnswer, by: Officer, at: datetime) -> None:
    answers.check_answer(answer=answer, holds=True, by=by, at=at)


def _due(at: datetime, days: int) -> date:
    return (at + timedelta(days=days)).date()
