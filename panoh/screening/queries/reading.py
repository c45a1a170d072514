"""Reading what a person answered and said: never without a line in the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from panoh.registry import ledger, vault
from panoh.registry.access import Act
from panoh.registry.models import Officer, SealedRecord
from panoh.screening.models import Answer as AnswerRow
from panoh.screening.models import Screening
from panoh.screening.queries.screenings import screening_for
from panoh.screening.rules import Answer

ANSWERS, WORDS = "answers", "words"


@dataclass(frozen=True)
class Reading:
    """What was asked for and is on record; `earlier` are the answers a correction replaced, oldest first."""

    answers: dict[str, Answer] = field(default_factory=dict)
    earlier: dict[str, tuple[AnswerRow, ...]] = field(default_factory=dict)
    words: str = ""


def read_answers(
    screening: Screening, viewer: Officer, *, at: datetime, fields: Collection[str] = (ANSWERS, WORDS)
) -> Reading:
    """Answers and words of one screening for a viewer who may read them. Where there is nothing yet, nothing was read."""
    screening_for(viewer, screening.pk, Act.READ_SCREENING)
    with transaction.atomic():
        reading = _read(screening, fields)
        shown = tuple(name for name, found in ((ANSWERS, reading.answers), (WORDS, reading.words)) if found)
        if shown:
            ledger.write(act="read_screening", by=viewer, at=at, subject=f"screening:{screening.pk}", fields=shown)
        return reading


def mark_of(record: SealedRecord) -> str:
    """A mark that changes whenever the sealed part does and tells nothing of it: how a page knows what it showed."""
    return hashlib.sha256(bytes(record.sealed or b"")).hexdigest()[:16]


def _read(screening: Screening, fields: Collection[str]) -> Reading:
    reading = Reading(words=vault.unseal(screening).get("words", "") if WORDS in fields else "")
    for row in screening.answers.select_related("by").order_by("pk") if ANSWERS in fields else ():
        if row.replaced_at is None:
            reading.answers[row.item] = Answer(row.value)
        else:
            reading.earlier[row.item] = (*reading.earlier.get(row.item, ()), row)
    return reading
