"""What every kind of file becomes before its columns are understood: numbered rows of text, and what is odd about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple

from panoh.exchange.manifest.wording.of_note import OF_NOTE
from panoh.instruments.kinds.source import Words

NOT_UTF8_MARKS = "\udc80-\udcff"
"""How a byte that could not be read is marked inside a text."""


_EXACT = 2.0**53


class Odd(NamedTuple):
    """Something about one cell that its text does not say: the fault's code, and the shape to show with it."""

    code: str
    shape: str = ""


class Record(NamedTuple):
    """One row of a file, numbered as a spreadsheet does, with the odd cells by place."""

    number: int
    cells: tuple[str, ...]
    odd: Mapping[int, Odd] = {}


@dataclass(frozen=True, slots=True)
class FileNote:
    """Something about the file whoever sent it should know although it was read: its code and what fills the words."""

    code: str
    about: Mapping[str, str | int | Words] = field(default_factory=dict)

    def what(self, language: str) -> str:
        return OF_NOTE[self.code].what.in_language(language).format(**self._about(language))

    def remedy(self, language: str) -> str:
        return OF_NOTE[self.code].remedy.in_language(language).format(**self._about(language))

    def _about(self, language: str) -> dict[str, object]:
        return {
            name: said.in_language(language) if isinstance(said, Words) else said for name, said in self.about.items()
        }


@dataclass
class Table:
    """An opened file: the headings come first. `notes` and `numeric`, the columns with values kept as numbers, may grow
    while the records are walked."""

    kind: str
    records: Iterator[Record]
    notes: list[FileNote] = field(default_factory=list)
    separator: str = ""
    numeric: set[int] = field(default_factory=set)


def text_of_value(value: object) -> str:
    """A typed value of a workbook or of Parquet as a list would write it: a day as ISO, a whole number without point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return str(value)
