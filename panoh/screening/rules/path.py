"""The way through an interview, computed from the set of questions and what has been answered; it is not stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from panoh.instruments.kinds.screening import Fact, Item, ScreeningInstrument
from panoh.instruments.kinds.source import Words
from panoh.screening.rules.answers import Answer
from panoh.screening.rules.applies import skipped

PER_PAGE = 5


class Page(StrEnum):
    """The pages in the order of legal importance: nothing personal before agreement."""

    CONDITIONS = "conditions"
    AGREEMENT = "agreement"
    PERSON = "person"
    INSTRUMENT = "instrument"
    QUESTIONS = "questions"
    CHECK = "check"
    PAUSED = "paused"
    FINDING = "finding"
    DECLINED = "declined"


@dataclass(frozen=True)
class QuestionPage:
    """A short list of questions of one dimension; `heading` is empty for the facts beside the indicators."""

    number: int
    heading: Words | None
    questions: tuple[Item | Fact, ...]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(each.id for each in self.questions)


@dataclass(frozen=True)
class Standing:
    """How far an interview has come."""

    declined: bool
    finished: bool
    conditions_told: bool
    agreed: bool
    instrument: ScreeningInstrument | None
    answered: Mapping[str, Answer]
    paused: bool = False


def question_pages(instrument: ScreeningInstrument) -> tuple[QuestionPage, ...]:
    """Who brought the person comes first, then dimension by dimension, and the most intimate fact last."""
    parts: list[tuple[Words | None, tuple[Item | Fact, ...]]] = [(None, instrument.facts[:1])]
    for dimension in instrument.dimensions:
        parts += [(dimension.label, part) for part in _evenly(instrument.items_of(dimension.code))]
    parts += [(None, (fact,)) for fact in instrument.facts[1:]]
    filled = [(heading, questions) for heading, questions in parts if questions]
    return tuple(QuestionPage(number, *part) for number, part in enumerate(filled, start=1))


def pages_to_ask(instrument: ScreeningInstrument, answers: Mapping[str, Answer]) -> tuple[QuestionPage, ...]:
    """The pages without the questions that do not apply. Each keeps its number, so that a link stays good."""
    out = skipped(instrument, answers)
    pages = question_pages(instrument)
    if not out:
        return pages
    left = (replace(page, questions=tuple(each for each in page.questions if each.id not in out)) for page in pages)
    return tuple(page for page in left if page.questions)


def where_to_go_on(standing: Standing) -> tuple[Page, int]:
    """The first page with something left to do, and for questions its number."""
    for holds, page in (
        (standing.declined, Page.DECLINED),
        (standing.finished, Page.FINDING),
        (standing.paused, Page.PAUSED),
        (not standing.conditions_told, Page.CONDITIONS),
        (not standing.agreed, Page.AGREEMENT),
    ):
        if holds:
            return page, 0
    if standing.instrument is None:
        return Page.PERSON, 0
    pages = pages_to_ask(standing.instrument, standing.answered)
    left = next((page.number for page in pages if page.ids - standing.answered.keys()), 0)
    return (Page.QUESTIONS, left) if left else (Page.CHECK, 0)


def _evenly(items: tuple[Item, ...]) -> list[tuple[Item | Fact, ...]]:
    """Parts of at most PER_PAGE, none much shorter than the others."""
    parts = -(-len(items) // PER_PAGE)
    bounds = [round(number * len(items) / parts) for number in range(parts + 1)] if parts else []
    return [items[start:end] for start, end in pairwise(bounds)]
