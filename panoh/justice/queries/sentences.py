"""What a court said of a defendant, as it stands and as it stood, and the mark by which a page says what it saw."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.offence import Offence
from panoh.instruments.kinds.source import Words
from panoh.justice.models import Defendant, Sentence
from panoh.justice.queries.offences import register
from panoh.justice.rules.sentences import WORDING, Flag


@dataclass(frozen=True)
class SentenceShown:
    row: Sentence
    offence: Offence
    flags: tuple[Words, ...]


def sentences_of(row: Defendant) -> tuple[SentenceShown, ...]:
    """The oldest first, those that were replaced too."""
    return tuple(map(_shown, sorted(row.sentences.all(), key=lambda each: each.pk)))


def mark_of_sentences(row: Defendant) -> str:
    """Which sentences stand for the defendant, under any article: a court judges all of them on one day, and what fell with a
    stage taken back changes it too."""
    standing = sorted(each.pk for each in row.sentences.all() if each.replaced_at is None)
    return ".".join(map(str, standing))


def _shown(row: Sentence) -> SentenceShown:
    return SentenceShown(row, register().offence(row.offence), tuple(WORDING[Flag(each)] for each in row.flags))
