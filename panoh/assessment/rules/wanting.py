"""Finds what a narrative holds against a government: what it did not do, lacked, did too little of, or did to victims.

Each is an exact slice of the text; of a sentence that tells several, each is one, so that each can be followed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from panoh.assessment.rules.advice import Advice
from panoh.assessment.rules.wanting_pieces import halves, pieces
from panoh.assessment.rules.wanting_words import is_wanting
from panoh.narratives.layout import INTRODUCTION, OUT_OF_SCOPE, Paragraph, paragraphs
from panoh.narratives.sentences import sentences

_TURN = re.compile(
    r"^(?:However,? |But |Despite these (?:achievements|efforts)|Although the government meets the minimum standards)"
    r"|\b[Hh]owever,? the government did not (?:meet|demonstrate)"
)
"""From here to the end of its paragraph an introduction tells what is wanting, in whatever words."""
_NO_EFFORTS = re.compile(r"\bis not making significant efforts\b")
_SOME_STEPS = re.compile(r"\bDespite the lack of significant efforts\b")
_VERDICT = re.compile(
    r"\b(?:does|do|did) not (?:yet )?fully (?:meet|comply with) (?:the )?minimum standards"
    r"|\bfully (?:meets|complies)\b"
    r"|^Therefore\b|\bTherefore,? [^.]{2,60} (?:remained on|was (?:up|down)graded to) Tier"
    r"|\bgranted a waiver\b|^For the purposes of this report\b|^Despite the lack of significant efforts\b"
    r"|\bAlthough [^,]{2,40} meets the criteria for Tier 2 Watch List\b"
    r"|\bthese efforts were not serious and sustained\b"
    r"|\bdid not demonstrate (?:overall )?increasing efforts\b"
)
"""What the report concludes: the placement tells it, and nobody can be its owner."""
_LEAD = re.compile(
    r"^(?:Although the government meets the minimum standards,"
    r"|(?:However,? )?(?:the government )?did not meet the minimum standards(?: in several (?:key )?areas)?,?"
    r" (?:as|because|since)"
    r"|Despite these (?:achievements|efforts),(?: however,)?"
    r"|(?:However|Nonetheless|In addition|Additionally|Finally|In particular),|However(?= the)|(?:and|but|yet|however,)(?= ))\s+",
    re.I,
)
_BARE_LEAD = re.compile(r"\bdid not meet the minimum standards(?: in several (?:key )?areas)?\.?$")


def shortcomings(text: str) -> tuple[Advice, ...]:
    """Of the introduction and of the sections on what was done, in the order of the text."""
    return tuple(
        found for each in paragraphs(text) if each.section not in OUT_OF_SCOPE for found in _of_paragraph(text, each)
    )


def section_of(text: str) -> Callable[[int], str]:
    """Where a place of the text stands: "introduction" for the grounds of the tier, or the section."""
    told = tuple(paragraphs(text))
    return lambda start: next((each.section for each in told if each.start <= start < each.end), INTRODUCTION)


def _of_paragraph(text: str, paragraph: Paragraph) -> Iterator[Advice]:
    told = list(sentences(text, paragraph.start, paragraph.end))
    turned = False
    some_steps = any(_SOME_STEPS.match(text, start) for start, _ in told)
    for start, end in told:
        words = text[start:end]
        if paragraph.section == INTRODUCTION:
            turned = turned or bool(_TURN.search(words))
        if not (_VERDICT.search(words) or _BARE_LEAD.search(words)):
            yield from _of_sentence(text, start, end, whole=turned)
        turned = turned or (bool(_NO_EFFORTS.search(words)) and not some_steps)


def _of_sentence(text: str, start: int, end: int, *, whole: bool) -> Iterator[Advice]:
    """`whole`: every half of it counts, as it stands among the grounds."""
    for first, last in halves(text, start, end):
        if not (whole or is_wanting(text[first:last])):
            continue
        for begin, stop in pieces(text, first, last):
            lead = _LEAD.match(text[begin:stop])
            begin += lead.end() if lead else 0
            yield Advice(text[begin:stop], begin, stop)
