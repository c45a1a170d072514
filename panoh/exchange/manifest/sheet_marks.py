"""What a sheet says beside its values: formulas, merged cells, hidden rows and columns. Read from its markup as a stream."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.exchange.manifest.table import Odd

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
MOST_MERGED = 100_000


@dataclass(frozen=True, slots=True)
class Merged:
    """A block of cells shown as one: rows and columns from and to, counted from 1 and 0."""

    text: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_one_column(self) -> bool:
        return self.left == self.right


@dataclass
class Marks:
    formulas: dict[int, list[int]] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)

    def spread(self) -> Spread:
        return Spread(sorted(self.merged, key=lambda each: each.top))


@dataclass
class Spread:
    """Fills the lower cells of a block one column wide with its value; every other block makes its cells odd."""

    ahead: list[Merged]
    under: list[tuple[Merged, str]] = field(default_factory=list)
    place: int = 0

    def into(self, row: int, texts: list[str]) -> dict[int, Odd]:
        while self.place < len(self.ahead) and self.ahead[self.place].top <= row:
            block = self.ahead[self.place]
            value = texts[block.left] if block.top == row and block.left < len(texts) else ""
            self.under.append((block, value))
            self.place += 1
        self.under = [each for each in self.under if each[0].bottom >= row]
        odd = {}
        for block, value in self.under:
            for place in range(block.left, min(block.right, len(texts) - 1) + 1):
                if not block.is_one_column:
                    odd[place] = Odd("merged_cells", block.text)
                elif row > block.top:
                    texts[place] = value
                    odd[place] = Odd("merged_down", block.text)
        return odd


def marks_of(markup: IO[bytes]) -> Marks:
    """Walks the markup once. Raises ManifestUnusable for one that declares things of its own."""
    marks, walk = Marks(), expat.ParserCreate()
    at = [0, -1]

    def start(name: str, given: dict[str, str]) -> None:
        kind = name.rsplit(":", 1)[-1]
        if kind == "row":
            at[:] = [int(given.get("r", at[0] + 1)), -1]
            if _yes(given.get("hidden")):
                marks.hidden_rows.append(at[0])
        elif kind == "c":
            at[1] = _column(given["r"]) if "r" in given else at[1] + 1
        elif kind == "f":
            marks.formulas.setdefault(at[0], []).append(at[1])
        elif kind == "col" and _yes(given.get("hidden")):
            marks.hidden_columns += _letters(int(given.get("min", 1)), int(given.get("max", 1)))
        elif kind == "mergeCell" and len(marks.merged) < MOST_MERGED:
            marks.merged.append(_block(given.get("ref", "")))

    walk.StartElementHandler = start
    walk.EntityDeclHandler = _refuse
    walk.ParseFile(markup)
    return marks


def _refuse(*_: object) -> None:
    raise ManifestUnusable("damaged")


def _yes(given: str | None) -> bool:
    return given in {"1", "true"}


def _column(reference: str) -> int:
    found = _REFERENCE.match(reference)
    number = 0
    for letter in found[1] if found else "A":
        number = number * 26 + ord(letter) - 64
    return number - 1


def _block(text: str) -> Merged:
    corners = _REFERENCE.findall(text)
    (_, top), (_, bottom) = corners[0], corners[-1]
    first, _, last = text.partition(":")
    return Merged(text, int(top), _column(first), int(bottom), _column(last or first))


def _letters(first: int, last: int) -> list[str]:
    return [_letter(number) for number in range(first, min(last, first + 50) + 1)]


def _letter(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text
