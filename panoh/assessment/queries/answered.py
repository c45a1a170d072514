"""What the approved answer file of a report says of the things a standard or criterion asks for: data, approved by two people."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.assessment.models import AnswerText
from panoh.assessment.queries.answers.files import approved_for
from panoh.assessment.rules.answers.counts import in_words
from panoh.assessment.rules.answers.standing import Line, State
from panoh.assessment.rules.answers.text import read
from panoh.assessment.rules.evidence import Answered
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.values import NoneCounted, Number


def answered(report: int) -> dict[str, Answered]:
    """By figure and by item; only what has data in the version that stands. A figure in several items is told of the one that
    is counted whole."""
    text = approved_for(report)
    if text is None:
        return {}
    found: dict[str, Answered] = {}
    for line in sorted(read(text.text).lines, key=lambda each: each.state is not State.COUNTED):
        for key, says in _told(line):
            found.setdefault(key, _answered(text, line, says))
    return found


def _told(line: Line) -> Iterator[tuple[str, Words]]:
    for each in line.counts:
        if isinstance(each.value, Number | NoneCounted):
            yield each.source, in_words(each.value)
    given = next((each for each in line.counts if not each.missing), None)
    if given is not None and line.gap is None:
        yield line.id, in_words(given.value)


def _answered(text: AnswerText, line: Line, says: Words) -> Answered:
    return Answered(says, line.id, text.file.number, text.file_id)
