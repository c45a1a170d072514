"""Takes the text out of a PDF that is set in letters: lines where they stand, put together to paragraphs.

Read in the order it is drawn, which in reports is column by column. What no table of letters explains stays out; nothing is
recognised from pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from panoh.narratives.pdf_letters import WESTERN, Letters, letters_of
from panoh.narratives.pdf_objects import PdfObjects

_TOKEN = re.compile(
    rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>|/[^\s/<>\[\]()]+|[-+]?\d*\.?\d+|\[|\]|[A-Za-z'\"*]+[0-9*]?",
    re.DOTALL,
)
_NUMBER = re.compile(rb"[-+]?\d*\.?\d+")
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_GAP = -180.0
"""In thousandths of a letter's height: further apart are two words."""
_WIDER, _TURNED = 1.35, 4.0
"""Steps from line to line, in steps as most are: a wider one begins a paragraph, a far one is another column or page."""
_ENDED = re.compile(r"[.!?:][\"”’)\]]*$")
_KEPT_HYPHEN = re.compile(r"\b(?:anti|non|self|co|cross|well|long|short|high|low|multi|victim|government)-$", re.I)


@dataclass
class _Line:
    x: float
    y: float
    words: str


def text_in_pdf(raw: bytes) -> str:
    """Empty where there is none: pictures of pages, a locked file, or letters without a table."""
    objects = PdfObjects(raw)
    if objects.locked:
        return ""
    lines: list[_Line] = []
    for page in objects.pages:
        letters = {name: letters_of(font, objects) for name, font in objects.fonts(page).items()}
        lines += _lines(_drawn(objects.drawn(page), letters))
    return "\n".join(_paragraphs(lines))


@dataclass
class _Pen:
    """Where text is shown: `origin` as the page was moved and turned, `at` within the piece of text."""

    letters: Mapping[str, Letters]
    font: Letters = WESTERN
    origin: tuple[float, ...] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    at: tuple[float, float] = (0.0, 0.0)
    leading: float = 0.0
    kept: list[tuple[float, ...]] = field(default_factory=list)

    def follow(self, token: bytes, before: list[bytes], numbers: list[float]) -> None:
        """Only what moves or sets text; numbers that are missing move nothing."""
        if token == b"q":
            self.kept.append(self.origin)
        elif token == b"Q" and self.kept:
            self.origin = self.kept.pop()
        elif token == b"cm" and len(numbers) >= 6:
            self.origin = _turned(numbers[-6:], self.origin)
        elif token == b"Tf" and before:
            self.font = self.letters.get(before[0][1:].decode("latin-1"), WESTERN)
        elif token == b"TL" and numbers:
            self.leading = numbers[-1]
        else:
            self._move(token, numbers)

    def _move(self, token: bytes, numbers: list[float]) -> None:
        x, y = self.at
        if token == b"BT":
            self.at = (0.0, 0.0)
        elif token in {b"Td", b"TD"} and len(numbers) >= 2:
            self.at = (x + numbers[-2], y + numbers[-1])
            self.leading = -numbers[-1] if token == b"TD" else self.leading
        elif token == b"Tm" and len(numbers) >= 6:
            self.at = (numbers[-2], numbers[-1])
        elif token in {b"T*", b"'", b'"'}:
            self.at = (x, y - self.leading)

    def line(self, words: str) -> _Line:
        (x, y), (a, b, c, d, e, f) = self.at, self.origin
        return _Line(a * x + c * y + e, b * x + d * y + f, words)


def _turned(by: list[float], origin: tuple[float, ...]) -> tuple[float, ...]:
    """One change of the page after another."""
    (a, b, c, d, e, f), (g, h, i, j, k, m) = by, origin
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _drawn(content: bytes, letters: Mapping[str, Letters]) -> Iterator[_Line]:
    """Each piece of text with its place, in the order of drawing."""
    pen, before = _Pen(letters), list[bytes]()
    for token in _TOKEN.findall(content):
        if not token[:1].isalpha() and token[:1] not in b"'\"":
            before.append(token)
            continue
        pen.follow(token, before, [float(each) for each in before if _NUMBER.fullmatch(each)])
        if token in _SHOWS:
            yield pen.line(_shown(before, pen.font))
        before = []


def _shown(tokens: list[bytes], font: Letters) -> str:
    said = []
    for token in tokens:
        if token[:1] in b"(<":
            said.append(font.read(_codes(token)))
        elif _NUMBER.fullmatch(token) and float(token) < _GAP:
            said.append(" ")
    return "".join(said)


def _codes(token: bytes) -> bytes:
    if token[:1] == b"<":
        plain = b"".join(token[1:-1].split())
        return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode())
    return _ESCAPE.sub(lambda found: _escaped(found[1]), token[1:-1])


def _escaped(code: bytes) -> bytes:
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    return b"" if code in b"\r\n" else _PLAIN.get(code, code)


def _lines(pieces: Iterator[_Line]) -> list[_Line]:
    """Pieces at one height are one line."""
    found: list[_Line] = []
    for piece in pieces:
        if found and abs(found[-1].y - piece.y) < 0.5 and piece.x >= found[-1].x:
            glue = "" if found[-1].words.endswith(" ") or piece.words[:1] in " .,;:)-" else " "
            found[-1].words += (glue if piece.x > found[-1].x else "") + piece.words
        elif piece.words.strip():
            found.append(_Line(piece.x, piece.y, piece.words))
    return found


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    """A wider step than most begins a paragraph; where a page or column turns, a sentence that is not over goes on."""
    steps = [abs(one.y - other.y) for one, other in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    words = ""
    for at, line in enumerate(lines):
        step = steps[at - 1] if at else 0.0
        said = " ".join(line.words.split())
        if not words:
            words = said
        elif _goes_on(words, said, step / usual if usual else 0.0):
            words = _joined(words, said)
        else:
            yield words
            words = said
    if words:
        yield words


def _goes_on(words: str, said: str, steps: float) -> bool:
    if _heading(words) or _heading(said):
        return False
    return steps <= _WIDER or (steps > _TURNED and not _ENDED.search(words))


def _heading(words: str) -> bool:
    return len(words) < 80 and words.upper() == words and any(letter.isalpha() for letter in words)


def _joined(before: str, after: str) -> str:
    if before.endswith("-") and after[:1].islower():
        return (before if _KEPT_HYPHEN.search(before) else before[:-1]) + after
    return f"{before} {after}"
