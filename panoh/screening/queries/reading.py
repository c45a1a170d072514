"""Reading what a person answered and said: never without a line in the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from panoh.registry import ledger, vault
from panoh.registry.access import Act, may
from panoh.registry.models import Officer, SealedRecord
from panoh.registry.queries.purposes import of_reading
from panoh.screening.models import Answer as AnswerRow
from panoh.screening.models import Screening
from panoh.screening.queries.screenings import screening_for
from panoh.screening.rules import Answer
from panoh.screening.rules.texts import MAIN

ANSWERS, WORDS = "answers", "words"


@dataclass(frozen=True)
class Text:
    """One text with the wordings it had before, oldest first, and who wrote it last."""

    words: str = ""
    earlier: tuple[dict[str, Any], ...] = ()
    by: int | None = None

    def replaced_by(self, words: str, *, by: int, at: datetime) -> Text:
        """The text with new words; what stood there is kept with when and by whom it was replaced."""
        was = {"words": self.words, "replaced_at": at.isoformat(), "replaced_by": by}
        return Text(words, (*self.earlier, was) if self.words else self.earlier, by)


@dataclass(frozen=True)
class Reading:
    """What was asked for and is on record; `earlier` are the answers a correction replaced, oldest first."""

    answers: dict[str, Answer] = field(default_factory=dict)
    earlier: dict[str, tuple[AnswerRow, ...]] = field(default_factory=dict)
    words: str = ""
    texts: dict[str, Text] = field(default_factory=dict)
    """Every text of the interview by what it is about; `words` is the one at the end."""


def read_answers(
    screening: Screening, viewer: Officer, *, at: datetime, fields: Collection[str] = (ANSWERS, WORDS)
) -> Reading:
    """Answers and words of one screening for a viewer who may read them. Where there is nothing yet, nothing was read."""
    screening_for(viewer, screening.pk, Act.READ_SCREENING)
    with ledger.reading():
        reading = _read(screening, fields)
        shown = tuple(name for name, found in ((ANSWERS, reading.answers), (WORDS, reading.texts)) if found)
        if shown:
            kept = what_for(screening, viewer)
            ledger.write(
                act="read_screening", by=viewer, at=at, subject=f"screening:{screening.pk}", fields=shown, **kept
            )
        return reading


def holds(screening: Screening, viewer: Officer) -> bool:
    """Whether it is the viewer's desk that speaks or spoke with the person; or, while it is open, the viewer began it or was
    named to go on with it. That a post may screen in every case is not holding every interview."""
    if screening.desk_id == viewer.desk.pk:
        return True
    if screening.outcome != Screening.Outcome.OPEN or not may(viewer, Act.SCREEN, screening.case):
        return False
    return screening.started_by_id == viewer.pk or screening.pauses.filter(goes_on=viewer).exists()


def what_for(screening: Screening, viewer: Officer) -> dict[str, str]:
    """Asked of whoever reads an interview another desk held (`registry.queries.purposes`). Where an act shows it, before the act:
    what was done is never told as if it was not."""
    if screening.case is None or holds(screening, viewer):
        return {}
    return of_reading(viewer, Act.READ_SCREENING, screening.case)


def mark_of(record: SealedRecord) -> str:
    """A mark that changes whenever the sealed part does and tells nothing of it: how a page knows what it showed."""
    return hashlib.sha256(bytes(record.sealed or b"")).hexdigest()[:16]


def mark_of_words(words: str) -> str:
    """A keyed mark of one text, so that a page knows which wording it showed; it tells nothing of the words."""
    return vault.blind("words", words)


def is_mark_of(seen: str, words: str) -> bool:
    """Whether a page that showed these words was given this mark, also before the key of marks was turned."""
    return seen in vault.blind_forms("words", words)


def text_of(kept: dict[str, Any], about: str) -> Text:
    """One text out of what was sealed. The words at the end stand on top, the others below `texts`."""
    found = kept if about == MAIN else kept.get("texts", {}).get(about, {})
    return Text(found.get("words", ""), tuple(found.get("earlier", ())), found.get("by"))


def with_text(kept: dict[str, Any], about: str, text: Text) -> dict[str, Any]:
    """What is sealed next: everything that was, with this text changed."""
    put = {"words": text.words, "earlier": list(text.earlier), "by": text.by}
    return {**kept, **put} if about == MAIN else {**kept, "texts": {**kept.get("texts", {}), about: put}}


def _read(screening: Screening, fields: Collection[str]) -> Reading:
    kept = vault.unseal(screening) if WORDS in fields else {}
    texts = {about: text_of(kept, about) for about in (MAIN, *kept.get("texts", ()))}
    reading = Reading(words=texts[MAIN].words, texts={about: text for about, text in texts.items() if text.words})
    for row in screening.answers.select_related("by").order_by("pk") if ANSWERS in fields else ():
        if row.replaced_at is None:
            reading.answers[row.item] = Answer(row.value)
        else:
            reading.earlier[row.item] = (*reading.earlier.get(row.item, ()), row)
    return reading
