"""The page “What else happened”: facts beside the set of questions that tell trafficking from what it is taken for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from panoh.instruments import library
from panoh.instruments.kinds.palermo import NeighbourFact
from panoh.registry.models import Officer
from panoh.screening.models import Answer as AnswerRow
from panoh.screening.queries.interview import Interview
from panoh.screening.queries.reading import ANSWERS, Reading, read_answers
from panoh.screening.queries.screenings import age_of
from panoh.screening.rules import Answer
from panoh.screening.rules.findings import uses_child_rule
from panoh.screening.rules.path import QuestionPage


@dataclass(frozen=True)
class AskedBeside:
    """One fact that was asked, its answer, and what a correction replaced."""

    fact: NeighbourFact
    answer: Answer
    earlier: tuple[AnswerRow, ...]


def what_else_page(shown: Interview) -> QuestionPage | None:
    """What may be asked of this person; None while no set of questions is chosen."""
    if shown.instrument is None:
        return None
    child = uses_child_rule(shown.instrument, age_of(shown.screening))
    return QuestionPage(0, None, library.palermo().facts_for(child=child))


def what_else_asked(reading: Reading) -> tuple[AskedBeside, ...]:
    """What was asked beside the set, with what a correction replaced, to be checked."""
    given, earlier = reading.answers, reading.earlier
    return tuple(
        AskedBeside(fact, given[fact.id], earlier.get(fact.id, ()))
        for fact in library.palermo().facts
        if fact.id in given
    )


def what_else_answers(shown: Interview, page: QuestionPage, *, viewer: Officer, at: datetime) -> dict[str, str]:
    """The answers so far, for the officer who goes on with them."""
    reading = read_answers(shown.screening, viewer, at=at, fields=(ANSWERS,))
    return {item: str(value) for item, value in reading.answers.items() if item in page.ids}
