"""Follows how the text of a PDF's page is drawn: each piece with its place, how far it reaches, and its height."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import hypot, isfinite

from panoh.narratives.pdf_letters import LIGATURES, WESTERN, Letters

_TOKEN = re.compile(
    rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>|/[^\s/<>\[\]()]+|[-+]?\d*\.?\d+|\[|\]|[A-Za-z'\"*]+[0-9*]?",
    re.DOTALL,
)
_NUMBER = re.compile(rb"[-+]?\d*\.?\d+")
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_MOVES = frozenset({b"BT", b"Td", b"TD", b"Tm", b"T*", b"'", b'"'})
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
Turn = tuple[float, float, float, float, float, float]
STRAIGHT: Turn = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


_MOST_FORMS = 200
"""On one page, each drawn once: they can lead in a ring."""


@dataclass(frozen=True)
class Piece:
    """From `x` to `end` at the height `y`, in points of the page, its letters `size` high.

    `sure`: how far it stands from the one before is told.
    """

    x: float
    y: float
    end: float
    size: float
    words: str
    sure: bool


@dataclass(frozen=True)
class Sheet:
    """What is drawn on a page, or on a form laid upon it; `forms` by the names it uses, each with its object's number."""

    content: bytes
    letters: Mapping[str, Letters]
    forms: Mapping[str, int]
    turn: Turn = STRAIGHT


def drawn(
    sheet: Sheet, opened: Callable[[int], Sheet], met: set[int] | None = None, origin: Turn = STRAIGHT
) -> Iterator[Piece]:
    """Each piece of text in the order of drawing. `opened`: the form with this number."""
    pen, before, met = _Pen(sheet.letters, origin=origin), list[bytes](), set() if met is None else met
    for token in _TOKEN.findall(sheet.content):
        if not token[:1].isalpha() and token[:1] not in b"'\"":
            before.append(token)
            continue
        pen.follow(token, before, tuple(float(each) for each in before if _NUMBER.fullmatch(each)))
        if token in _SHOWS:
            yield from (each for each in pen.show(before) if isfinite(each.x + each.y + each.end + each.size))
        form = sheet.forms.get(before[-1][1:].decode("latin-1")) if token == b"Do" and before else None
        if form is not None and form not in met and len(met) < _MOST_FORMS:
            met.add(form)
            inner = opened(form)
            whole = replace(inner, letters={**sheet.letters, **inner.letters})
            yield from drawn(whole, opened, met, _turned(inner.turn, pen.origin))
        before = []


@dataclass(frozen=True)
class _Style:
    font: Letters = WESTERN
    size: float = 1.0
    leading: float = 0.0
    letter: float = 0.0  # between letters, and between words beside that
    word: float = 0.0
    stretch: float = 1.0


@dataclass
class _Pen:
    """`origin`: as the page was moved and turned; `line`: where the line of text began; `at`: where the next letter stands."""

    letters: Mapping[str, Letters]
    style: _Style = field(default_factory=_Style)
    origin: Turn = STRAIGHT
    line: Turn = STRAIGHT
    at: Turn = STRAIGHT
    kept: list[tuple[Turn, _Style]] = field(default_factory=list)
    marks: list[str | None] = field(default_factory=list)
    placed: bool = False  # anew, since the last piece

    def follow(self, token: bytes, before: list[bytes], numbers: tuple[float, ...]) -> None:
        """Only what moves, sets or marks text; numbers that are missing move nothing."""
        if token == b"q":
            self.kept.append((self.origin, self.style))
        elif token == b"Q" and self.kept:
            self.origin, self.style = self.kept.pop()
        elif token == b"cm" and len(numbers) >= 6:
            self.origin = _turned(last_six(numbers), self.origin)
        elif token in {b"BDC", b"BMC"}:
            self.marks.append(_meant(before))
        elif token == b"EMC" and self.marks:
            self.marks.pop()
        elif token in _MOVES:
            self._move(token, numbers)
        else:
            self._set(token, before, numbers)

    def _set(self, token: bytes, before: list[bytes], numbers: tuple[float, ...]) -> None:
        if token == b"Tf" and numbers and before[0][:1] == b"/":
            font = self.letters.get(before[0][1:].decode("latin-1"), WESTERN)
            self.style = replace(self.style, font=font, size=numbers[-1])
        elif token == b"TL" and numbers:
            self.style = replace(self.style, leading=numbers[-1])
        elif token == b"Tc" and numbers:
            self.style = replace(self.style, letter=numbers[-1])
        elif token == b"Tw" and numbers:
            self.style = replace(self.style, word=numbers[-1])
        elif token == b"Tz" and numbers:
            self.style = replace(self.style, stretch=numbers[-1] / 100)

    def _move(self, token: bytes, numbers: tuple[float, ...]) -> None:
        if token == b"BT":
            self.line = STRAIGHT
        elif token == b"Tm" and len(numbers) >= 6:
            self.line = last_six(numbers)
        elif token in {b"Td", b"TD"} and len(numbers) >= 2:
            self.line = _moved(numbers[-2], numbers[-1], self.line)
            self.style = replace(self.style, leading=-numbers[-1]) if token == b"TD" else self.style
        elif token in {b"T*", b"'", b'"'}:
            if token == b'"' and len(numbers) >= 2:
                self.style = replace(self.style, word=numbers[0], letter=numbers[1])
            self.line = _moved(0.0, -self.style.leading, self.line)
        self.at, self.placed = self.line, True

    def show(self, tokens: list[bytes]) -> Iterator[Piece]:
        """The strings, moved apart by the numbers between them."""
        style = self.style
        for token in tokens:
            if token[:1] in b"(<":
                yield self._piece(codes_in(token))
            elif _NUMBER.fullmatch(token) and token is not tokens[-1]:
                self.at = _moved(-float(token) / 1000 * style.size * style.stretch, 0.0, self.at)

    def _piece(self, shown: bytes) -> Piece:
        style, begin = self.style, _turned(self.at, self.origin)
        self.at = _moved(self._reach(shown), 0.0, self.at)
        end = _turned(self.at, self.origin)
        size = abs(style.size) * hypot(begin[2], begin[3])
        sure = style.font.widths.known or not self.placed
        self.placed = False
        return Piece(begin[4], begin[5], end[4], size, self._words(shown), sure)

    def _reach(self, shown: bytes) -> float:
        style, widths = self.style, self.style.font.widths
        codes = list(style.font.codes(shown))
        wide = sum(widths.get(code) for code in codes) / 1000 * style.size + style.letter * len(codes)
        spaces = codes.count(32) if style.font.bytes_each == 1 else 0
        return (wide + style.word * spaces) * style.stretch

    def _words(self, shown: bytes) -> str:
        """What a mark around it says is meant stands for all that is drawn under the mark, once."""
        meant = next((each for each in self.marks if each is not None), None)
        if meant is None:
            return self.style.font.read(shown)
        self.marks = ["" if each is not None else None for each in self.marks]
        return meant


def codes_in(token: bytes) -> bytes:
    """The bytes of a string as it is written in a PDF."""
    if token[:1] == b"<":
        plain = b"".join(token[1:-1].split())
        return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode())
    return _ESCAPE.sub(lambda found: _escaped(found[1]), token[1:-1])


def _escaped(code: bytes) -> bytes:
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    return b"" if code in b"\r\n" else _PLAIN.get(code, code)


def _meant(before: list[bytes]) -> str | None:
    if b"/ActualText" not in before:
        return None
    told = before[before.index(b"/ActualText") + 1 :]
    if not told or told[0][:1] not in b"(<":
        return None
    raw = codes_in(told[0])
    said = raw[2:].decode("utf-16-be", "replace") if raw[:2] == b"\xfe\xff" else raw.decode("cp1252", "replace")
    return said.translate(LIGATURES)


def last_six(numbers: tuple[float, ...]) -> Turn:
    a, b, c, d, e, f = numbers[-6:]
    return a, b, c, d, e, f


def _moved(x: float, y: float, turn: Turn) -> Turn:
    a, b, c, d, e, f = turn
    return a, b, c, d, x * a + y * c + e, x * b + y * d + f


def _turned(by: Turn, origin: Turn) -> Turn:
    """One change of the page after another."""
    (a, b, c, d, e, f), (g, h, i, j, k, m) = by, origin
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
