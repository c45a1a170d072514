"""An interview as its pages show it: where it stands, the questions of one page, the answers to check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404

from panoh.instruments import library
from panoh.instruments.kinds.screening import Fact, Form, Item, Population, ScreeningInstrument
from panoh.instruments.kinds.source import Verification
from panoh.registry.models import Case, Officer
from panoh.screening.models import Screening
from panoh.screening.queries.reading import ANSWERS, Reading, read_answers
from panoh.screening.queries.screenings import instrument_of, screening_for
from panoh.screening.rules.path import QuestionPage, question_pages


@dataclass(frozen=True)
class Interview:
    """One screening with its set of questions, as every page of it shows."""

    screening: Screening
    instrument: ScreeningInstrument | None
    pages: tuple[QuestionPage, ...]

    @property
    def child(self) -> bool:
        return self.screening.track == Case.Track.CHILD

    @property
    def provisional(self) -> bool:
        """Whether the whole set rests on unseen texts; then each of its pages says so."""
        return self.instrument is not None and self.instrument.status is Verification.PROVISIONAL

    def page(self, number: int) -> QuestionPage:
        """The page of this number; there is no other."""
        if not 1 <= number <= len(self.pages):
            raise Http404
        return self.pages[number - 1]


@dataclass(frozen=True)
class Asked:
    """A question with its answer so far, and the page it stands on."""

    question: Item | Fact
    answer: str
    page: int


def interview(viewer: Officer, screening_id: UUID) -> Interview:
    """A screening the viewer may work on."""
    screening = screening_for(viewer, screening_id)
    instrument = instrument_of(screening)
    return Interview(screening, instrument, question_pages(instrument) if instrument else ())


def questions_page(
    shown: Interview, number: int, *, viewer: Officer, at: datetime
) -> tuple[QuestionPage, dict[str, str]]:
    """One page of questions with the answers they have so far."""
    page = shown.page(number)
    reading = read_answers(shown.screening, viewer, at=at, fields=(ANSWERS,))
    return page, {item: str(value) for item, value in reading.answers.items() if item in page.ids}


def asked(shown: Interview, reading: Reading) -> tuple[tuple[QuestionPage, tuple[Asked, ...]], ...]:
    """Every question with its answer, page by page, to be checked."""
    return tuple(
        (page, tuple(Asked(each, str(reading.answers.get(each.id, "")), page.number) for each in page.questions))
        for page in shown.pages
    )


def instruments_for(*, child: bool) -> dict[str, ScreeningInstrument]:
    """The set for each form of exploitation, for a child or an adult."""
    wanted = Population.CHILD if child else Population.ADULT
    return {each.form.value: each for each in library.screening_instruments() if each.population is wanted}


def other_instrument(instrument: ScreeningInstrument) -> ScreeningInstrument | None:
    """The set on the other form of exploitation for the same people."""
    other = Form.SEXUAL if instrument.form is Form.LABOUR else Form.LABOUR
    return instruments_for(child=instrument.population is Population.CHILD).get(other.value)
