"""A text cut up for its page: paragraphs of stretches, each with the facts that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Stretch:
    """Words that belong to the same facts, by their keys; to none where it is empty. `starts`: facts that begin here."""

    words: str
    facts: tuple[int, ...]
    starts: tuple[int, ...] = ()


def marked(text: str, spans: Iterable[tuple[int, int, int]]) -> tuple[tuple[Stretch, ...], ...]:
    """Paragraphs in order; a span is (fact, start, end) with the end behind its last letter."""
    placed = tuple(spans)
    found = (tuple(_cut(text, line.start(), line.end(), placed)) for line in re.finditer(r"[^\n]*\S[^\n]*", text))
    return tuple(paragraph for paragraph in found if paragraph)


def stands_at(text: str, quote: str) -> tuple[int, ...]:
    """Every place the quote begins at, word for word."""
    return tuple(each.start() for each in re.finditer(re.escape(quote), text)) if quote else ()


def _cut(text: str, begin: int, end: int, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Stretch]:
    here = [span for span in spans if span[1] < end and span[2] > begin]
    edges = sorted({begin, end, *(max(begin, s) for _, s, _ in here), *(min(end, e) for _, _, e in here)})
    for first, last in pairwise(edges):
        inside = tuple(fact for fact, start, stop in here if start <= first and stop >= last)
        yield Stretch(text[first:last], inside, tuple(fact for fact, start, _ in here if start == first))
