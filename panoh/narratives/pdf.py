"""Takes the text out of a PDF that is set in letters: lines where they stand, put together to paragraphs.

Read in the order it is drawn, which in reports is column by column. What no table of letters explains stays out; nothing is
recognised from pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from statistics import median

from panoh.narratives.pdf_hyphens import Hyphens
from panoh.narratives.pdf_letters import Letters, letters_of
from panoh.narratives.pdf_lines import Line, lines_of, without_running
from panoh.narratives.pdf_objects import PdfObject, PdfObjects
from panoh.narratives.pdf_pen import STRAIGHT, Sheet, drawn, last_six

_MOST_PIECES = 300_000
"""A browser can draw each letter by itself; the longest narrative has 50,000."""
_WIDER, _TURNED = 1.35, 4.0
"""Steps from line to line, in steps as most are: a wider one begins a paragraph, a far one is another column or page."""
_ENDED = re.compile(r"[.!?:][\"”’)\]]*$")
_LARGER = 1.15
"""Letters that change by more are a title's, or no longer."""
_INDENT = 0.8
"""Of a letter's height: a line that begins further in than the one before is the first of a paragraph."""


def text_in_pdf(raw: bytes) -> str:
    """Empty where there is none: pictures of pages, a locked file, or letters without a table."""
    objects = PdfObjects(raw)
    if objects.locked:
        return ""
    book = _Book(objects)
    pages, left = list[list[Line]](), _MOST_PIECES
    for page in objects.pages:
        pieces = list(islice(drawn(book.page(page), book.form), left))
        left -= len(pieces)
        pages.append(lines_of(pieces))
    return "\n".join(_paragraphs(without_running(pages)))


@dataclass
class _Book:
    """Its sheets, with the letters of each font found out once."""

    objects: PdfObjects
    known: dict[bytes, Letters] = field(default_factory=dict)

    def page(self, page: PdfObject) -> Sheet:
        return Sheet(self.objects.drawn(page), self._letters(page), self.objects.forms(page))

    def form(self, number: int) -> Sheet:
        form = self.objects.get(number)
        told = tuple(float(each) for each in re.findall(rb"[-+]?\d*\.?\d+", self.objects.array("Matrix", form)))
        turn = last_six(told) if len(told) == 6 else STRAIGHT
        return Sheet(form.stream, self._letters(form), self.objects.forms(form), turn)

    def _letters(self, holder: PdfObject) -> dict[str, Letters]:
        fonts = self.objects.fonts(holder)
        for font in fonts.values():
            if font.head not in self.known:
                self.known[font.head] = letters_of(font, self.objects)
        return {name: self.known[font.head] for name, font in fonts.items()}


def _paragraphs(lines: list[Line]) -> list[str]:
    """Where a page or column turns, a sentence that is not over goes on."""
    usual = median(abs(one.y - other.y) for one, other in pairwise(lines)) if len(lines) > 1 else 0.0
    hyphens = Hyphens.of([line.words for line in lines])
    told: list[str] = []
    for column in _columns(lines, usual):
        begun = list(_within(column, usual, hyphens))
        if told and not (_ended(told[-1]) or _heading(told[-1]) or _heading(begun[0])):
            begun[0] = hyphens.joined(told.pop(), begun[0])
        told += begun
    return told


def _columns(lines: list[Line], usual: float) -> Iterator[list[Line]]:
    """Lines drawn one below the other."""
    begun = 0
    for at, (before, line) in enumerate(pairwise(lines), start=1):
        if not -_WIDER * usual <= before.y - line.y <= _TURNED * usual:
            yield lines[begun:at]
            begun = at
    if lines:
        yield lines[begun:]


def _within(column: list[Line], usual: float, hyphens: Hyphens) -> Iterator[str]:
    """A wider step than most begins a paragraph, or a line that was left off where a word more had room, or an indented one."""
    right = max(line.end for line in column)
    words = column[0].words
    for before, line in pairwise(column):
        said = line.words
        wider = abs(before.y - line.y) > _WIDER * usual or _other_size(before, line)
        if wider or _heading(words) or _heading(said) or _left_off(before, line, words, right):
            yield words
            words = said
        else:
            words = hyphens.joined(words, said)
    yield words


def _left_off(before: Line, line: Line, words: str, right: float) -> bool:
    """Lines of a paragraph are filled; a sentence that ends one that is not, or a title, is the last of its paragraph."""
    if not _ended(words) and words != before.words:
        return False
    first = len(line.words.split()[0]) / len(line.words) * (line.end - line.x)
    room = right - before.end > first + line.size
    indented = line.x - before.x > _INDENT * line.size
    return (room or indented) if _ended(words) else room and line.words[:1].isupper()


def _ended(words: str) -> bool:
    return _ENDED.search(words[-9:]) is not None


def _other_size(one: Line, other: Line) -> bool:
    return max(one.size, other.size) > _LARGER * min(one.size, other.size)


def _heading(words: str) -> bool:
    return len(words) < 80 and words.upper() == words and any(letter.isalpha() for letter in words)
