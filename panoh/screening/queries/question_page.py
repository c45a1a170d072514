"""One page of questions with what stands on it: answers, what the person said about it, the officer's note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from panoh.registry.models import Officer
from panoh.registry.wording import spoken
from panoh.screening.queries.interview import Interview
from panoh.screening.queries.reading import WORDS, Reading, Text, mark_of_words, read_answers
from panoh.screening.queries.talk import talking_since
from panoh.screening.rules.breaks import rest_due
from panoh.screening.rules.path import QuestionPage
from panoh.screening.rules.texts import BEST_INTERESTS, MAIN, NOTE, subject_of


@dataclass(frozen=True)
class Asking:
    """`rest`: the talk has gone on for so long that a break is offered."""

    shown: Interview
    page: QuestionPage
    about: str
    answers: dict[str, str]
    said: dict[str, str]
    rest: bool

    @property
    def marks(self) -> dict[str, str]:
        """How the page knows which wording it showed."""
        return {f"{name}_seen": mark_of_words(text) for name, text in self.said.items()}

    @property
    def texts(self) -> dict[str, str]:
        return {**self.said, **self.marks}

    def beside(self, **more: Any) -> dict[str, Any]:
        """What the page is rendered with."""
        return {"shown": self.shown, "page": self.page, "about": self.about, "rest": self.rest, **more}


def asking_page(shown: Interview, number: int, *, viewer: Officer, at: datetime) -> Asking:
    """A page of an interview the viewer may work on. The read stands in the ledger."""
    page = shown.page(number)
    reading, about = read_answers(shown.screening, viewer, at=at), subject_of(page)
    return Asking(
        shown=shown,
        page=page,
        about=about,
        answers={item: str(value) for item, value in reading.answers.items() if item in page.ids},
        said={name: reading.texts.get(key, Text()).words for name, key in (("said", about), ("note", NOTE))},
        rest=rest_due(since=talking_since(shown.screening), now=at, track=shown.screening.track),
    )


@dataclass(frozen=True)
class WordsPage:
    """The page at the end: the person's words, and for a child the note on what is best."""

    words: str
    best: str

    @property
    def marks(self) -> dict[str, str]:
        return {"seen": mark_of_words(self.words), "best_seen": mark_of_words(self.best)}

    @property
    def initial(self) -> dict[str, str]:
        return {"words": self.words, "best": self.best, **self.marks}


def words_page(shown: Interview, *, viewer: Officer, at: datetime) -> WordsPage:
    """The read stands in the ledger."""
    texts = read_answers(shown.screening, viewer, at=at, fields=(WORDS,)).texts
    return WordsPage(*(texts.get(about, Text()).words for about in (MAIN, BEST_INTERESTS)))


@dataclass(frozen=True)
class TextShown:
    """One text beside the answers, under the heading it belongs to."""

    title: str
    text: Text


def texts_beside(shown: Interview, reading: Reading) -> tuple[TextShown, ...]:
    """What was said part by part, then what the officer wrote; the words at the end stand on their own."""
    titles = {
        subject_of(page): spoken(page.heading) if page.heading else _("One more question") for page in shown.pages
    }
    titles |= {NOTE: _("The officer's note"), BEST_INTERESTS: _("What is best for the child")}
    return tuple(TextShown(title, reading.texts[about]) for about, title in titles.items() if about in reading.texts)
