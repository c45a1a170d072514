"""An interview as its pages show it: where it stands, the questions of one page, the answers to check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import Http404

from panoh.instruments import library
from panoh.instruments.kinds.screening import Fact, Form, Item, Population, ScreeningInstrument
from panoh.instruments.kinds.source import Verification
from panoh.registry.models import Case, Officer
from panoh.screening.models import Answer as AnswerRow
from panoh.screening.models import Screening
from panoh.screening.queries.reading import ANSWERS, Reading, read_answers
from panoh.screening.queries.screenings import answers_of, instrument_of, screening_for
from panoh.screening.rules import Answer
from panoh.screening.rules.needs_now import NeedNow, chosen
from panoh.screening.rules.path import QuestionPage, pages_to_ask
from panoh.screening.rules.texts import subject_of


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
    def needs_now(self) -> tuple[NeedNow, ...]:
        """What the person needs before anything else, on every page until it is taken off."""
        return chosen(self.screening.needs_now)

    @property
    def provisional(self) -> bool:
        """Whether the whole set rests on unseen texts; then each of its pages says so."""
        return self.instrument is not None and self.instrument.status is Verification.PROVISIONAL

    @property
    def last(self) -> int:
        """The number of the last page; pages that do not apply are left out, and the others keep their numbers."""
        return max((page.number for page in self.pages), default=0)

    def page(self, number: int) -> QuestionPage:
        """The page of this number; there is no other. The page after one whose questions do not apply stands for it."""
        found = next((page for page in self.pages if page.number >= number), None)
        if found is None or number < 1:
            raise Http404
        return found


@dataclass(frozen=True)
class Progress:
    """How many questions have which answer; what was not asked is not counted as no."""

    yes: int
    no: int
    unknown: int
    not_asked: int


@dataclass(frozen=True)
class Asked:
    """A question with its answer, and what a correction replaced."""

    question: Item | Fact
    answer: Answer
    earlier: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class AskedPage:
    """The questions of one page that were asked, and how many were not."""

    page: QuestionPage
    asked: tuple[Asked, ...]

    @property
    def about(self) -> str:
        return subject_of(self.page)

    @property
    def left(self) -> int:
        return len(self.page.questions) - len(self.asked)


def interview(viewer: Officer, screening_id: UUID) -> Interview:
    """A screening the viewer may work on."""
    screening = screening_for(viewer, screening_id)
    instrument = instrument_of(screening)
    if instrument is None:
        return Interview(screening, None, ())
    conditional = any(item.ask_if for item in instrument.items)
    answers = answers_of(screening) if conditional else {}
    return Interview(screening, instrument, pages_to_ask(instrument, answers))


def questions_page(shown: Interview, number: int, *, viewer: Officer, at: datetime) -> dict[str, str]:
    """The answers so far to the questions of one page."""
    page = shown.page(number)
    reading = read_answers(shown.screening, viewer, at=at, fields=(ANSWERS,))
    return {item: str(value) for item, value in reading.answers.items() if item in page.ids}


def asked(shown: Interview, reading: Reading) -> tuple[AskedPage, ...]:
    """Every question that was asked with its answer, page by page, to be checked."""
    given, earlier = reading.answers, reading.earlier
    return tuple(
        AskedPage(
            page,
            tuple(Asked(each, given[each.id], earlier.get(each.id, ())) for each in page.questions if each.id in given),
        )
        for page in shown.pages
    )


def progress(shown: Interview, reading: Reading) -> Progress:
    """How far the questions have come."""
    asked_about = frozenset().union(*(page.ids for page in shown.pages))
    given = [answer for item, answer in reading.answers.items() if item in asked_about]
    left = len(asked_about) - len(given)
    return Progress(given.count(Answer.YES), given.count(Answer.NO), given.count(Answer.UNKNOWN), left)


def instruments_for(*, child: bool) -> dict[str, ScreeningInstrument]:
    """The set that tells trafficking, for each form of exploitation, for a child or an adult."""
    wanted = Population.CHILD if child else Population.ADULT
    sets = library.published_instruments()
    return {each.form.value: each for each in sets if each.population is wanted and tells_trafficking(each)}


def sets_for(*, child: bool) -> tuple[ScreeningInstrument, ...]:
    """Every set that may be used: for a child those written for children or for anyone, for an adult all of them,
    because the person may have been a child when it happened."""
    sets = (each for each in library.screening_instruments() if each.country in ("", settings.COUNTRY, library.HERE))
    return tuple(each for each in sets if not child or each.population is not Population.ADULT)


def first_line_for(*, child: bool) -> ScreeningInstrument:
    """The short form for borders, raids and inspections."""
    return library.screening_instrument("first_line_child" if child else "first_line_adult")


def full_sets(instrument: ScreeningInstrument, *, child: bool) -> tuple[ScreeningInstrument, ...]:
    """The sets a short form leads on to: on work or services, and on sexual exploitation."""
    return tuple(instruments_for(child=child or instrument.population is Population.CHILD).values())


def tells_trafficking(instrument: ScreeningInstrument) -> bool:
    """Whether the set asks for means and purpose; a set on forced labour alone does not."""
    return {"means", "purpose"} <= {each.element for each in instrument.dimensions}


def other_instrument(instrument: ScreeningInstrument) -> ScreeningInstrument | None:
    """The set on the other form of exploitation for the same people."""
    other = Form.SEXUAL if instrument.form is Form.LABOUR else Form.LABOUR
    return instruments_for(child=instrument.population is Population.CHILD).get(other.value)
