"""The texts of an interview: the person's words at the end, their words under each part, and the officer's own note."""

from __future__ import annotations

from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.screening.rules.path import QuestionPage

MAIN, NOTE, BEST_INTERESTS = "", "note", "best_interests"
"""The words at the end; what the officer saw and thinks; what is best for the child. The last two are not the person's."""


def subject_of(page: QuestionPage) -> str:
    """The part of the questions a page belongs to; its words stay together however the pages are cut."""
    first = page.questions[0]
    return first.dimension if isinstance(first, Item) else first.id


def subjects(instrument: ScreeningInstrument | None) -> frozenset[str]:
    """Everything words may be about."""
    parts: set[str] = set()
    if instrument is not None:
        parts = {each.code for each in instrument.dimensions} | {fact.id for fact in instrument.facts}
    return frozenset({MAIN, NOTE, BEST_INTERESTS, *parts})
