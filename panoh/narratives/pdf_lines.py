"""Puts the drawn pieces of a page together to lines, and leaves out what runs at the head and foot of every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from panoh.narratives.pdf_pen import Piece

_GAP = 0.15
"""Of a letter's height: further apart are two words. Letters spaced out stand closer, the narrowest space of a line wider."""
_SAME_LINE = 0.4
"""Of a letter's height: a raised mark of a footnote stands in its line."""
_SMALL = 0.8
"""Of a line's letters: so small a number marks a footnote and is no part of the word."""
_NO_SPACE_BEFORE = " .,;:)-"
_AT_EDGE = 3
"""Lines at the top and the foot of a page among which a running head is looked for."""
# What a browser prints above and below: "11/27/26, 8:13 PM Malta", "https://example.org/malta 1/3".
_STAMP = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d\b|^(?:https?|file|about):\S+ \d+/\d+$")


@dataclass
class Line:
    """From `x` to `end` at the height `y`, in points of the page, its letters `size` high."""

    x: float
    y: float
    end: float
    size: float
    parts: list[str]

    @cached_property
    def words(self) -> str:
        """To be asked for when the line is whole."""
        return " ".join("".join(self.parts).split())

    def holds(self, piece: Piece) -> bool:
        """Whether it goes on with this piece. One letter's height back is still the same: some are drawn tightly."""
        begin = self.end - piece.size if piece.sure else self.x
        return abs(self.y - piece.y) < _SAME_LINE * self.size and piece.x >= begin

    def take(self, piece: Piece) -> None:
        """What is placed anew after letters of no known width is another word, if it is one."""
        far = piece.x - self.end > _GAP * piece.size
        apart = far if piece.sure else piece.words[:1] not in _NO_SPACE_BEFORE
        apart = apart or (piece.size < _SMALL * self.size and piece.words[:1].isdigit())
        self.parts += [" ", piece.words] if apart else [piece.words]
        self.end = max(self.end, piece.end)


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Pieces at one height are one line."""
    found: list[Line] = []
    for piece in pieces:
        if found and found[-1].holds(piece):
            found[-1].take(piece)
        elif piece.words.strip():
            found.append(Line(piece.x, piece.y, piece.end, piece.size, [piece.words]))
    return found


def without_running(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """What stands at the same place of at least half the pages, its numbers aside, is no part of the text."""
    edges = [_at_edges(page) for page in pages]
    often = Counter(key for page in edges for key in {_key(line) for line in page})
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        running = {id(line) for line in edge if often[_key(line)] >= max(2, len(pages) / 2) or _STAMP.match(line.words)}
        kept += [line for line in page if id(line) not in running]
    return kept


def _at_edges(page: Sequence[Line]) -> list[Line]:
    down = sorted(page, key=lambda line: -line.y)
    return down if len(down) <= 2 * _AT_EDGE else down[:_AT_EDGE] + down[-_AT_EDGE:]


def _key(line: Line) -> tuple[int, str]:
    return round(line.y), re.sub(r"\d+", "0", line.words)
