"""From the cells of one line to a person on a roster, or to every fault in it at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from panoh.exchange.manifest.birth_dates import BirthDate, NotABirthDate, birth_date
from panoh.exchange.manifest.column_map import NO_MAP, ColumnMap
from panoh.exchange.manifest.columns import Columns
from panoh.exchange.manifest.faults import Fault, shape_of
from panoh.exchange.manifest.table import Record
from panoh.exchange.manifest.values import SEXES, country
from panoh.screening.rules.answers import WRITTEN, Answer
from panoh.screening.rules.roster import RosterRow

LONGEST = 200
SHARED = frozenset(("flight", "place", "nationality"))
_NAME_PARTS = ("family_name", "given_name", "father_name")
_FORMULA = re.compile(r"[=@+\-]")
_NOT_PRINTABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\ufffd]")
_PHONE_OR_DASH = re.compile(r"[+-]?[\d\s()–-]*|-+|\+")


@dataclass
class RowReader:
    """Reads the lines of one file. `on`: the day of the list."""

    columns: Columns
    on: date
    column_map: ColumnMap = NO_MAP
    faults: list[Fault] = field(default_factory=list)

    def read(self, record: Record) -> tuple[RosterRow | None, tuple[Fault, ...]]:
        """The person where nothing is wrong, and the faults; with notes only, both."""
        number, cells = record.number, record.cells
        self.faults = []
        if len(cells) != len(self.columns.fields):
            return None, (Fault(number, "", self._misfit(record)),)
        given = {name: _value(cell) for name, cell in zip(self.columns.fields, cells, strict=True) if name}
        if record.odd:
            self._tell_odd_cells(record)
            if any(fault.code == "other_encoding" for fault in self.faults):
                return None, tuple(self.faults)  # what else is wrong with such text says nothing
        self._refuse_odd_texts(number, given)
        row = self._row(number, given)
        faults = tuple(self.faults)
        return (row if all(fault.is_note for fault in faults) else None), faults

    def _misfit(self, record: Record) -> str:
        if any(odd.code == "other_encoding" for odd in record.odd.values()):
            return "other_encoding"
        return "too_few_cells" if len(record.cells) < len(self.columns.fields) else "too_many_cells"

    def _tell_odd_cells(self, record: Record) -> None:
        """A block of merged cells says the same of several people only where it may: of a flight, not of a name."""
        for place, odd in record.odd.items():
            name = self.columns.fields[place] if place < len(self.columns.fields) else ""
            if name and not (odd.code == "merged_down" and name in SHARED):
                code = "merged_cells" if odd.code == "merged_down" else odd.code
                self.faults.append(Fault(record.number, self.columns.headings[place], code, odd.shape))

    def _refuse_odd_texts(self, number: int, given: dict[str, str]) -> None:
        for name, text in given.items():
            if _FORMULA.match(text) and not _PHONE_OR_DASH.fullmatch(text):
                self._fault(number, name, "formula", text)
            elif len(text) > LONGEST:
                self._fault(number, name, "too_long", text)
            elif _NOT_PRINTABLE.search(text):
                self._fault(number, name, "not_printable", text)

    def _row(self, number: int, given: dict[str, str]) -> RosterRow:
        name = given.get("full_name") or " ".join(filter(None, (given.get(part, "") for part in _NAME_PARTS)))
        document = given.get("document_number", "").strip("- ")
        if not any(map(str.isalpha, name)) and not any(map(str.isalnum, document)):
            self.faults.append(Fault(number, "", "nobody"))
        born = self._birth_date(number, given.get("birth_date", "").strip("- "))
        return RosterRow(
            row=number,
            name=name,
            sex=self._sex(number, given.get("sex", "")),
            birth_date=born.text if born else "",
            born_from=born.born_from if born else None,
            born_to=born.born_to if born else None,
            nationality=self._nationality(number, given.get("nationality", "").strip("- ")),
            document=document,
            flight=given.get("flight", ""),
            place=given.get("place", ""),
            contact=given.get("contact", ""),
            answers=self._answers(number, given),
        )

    def _birth_date(self, number: int, written: str) -> BirthDate | None:
        if not written:
            return None
        try:
            born = birth_date(written, on=self.on, order=self.column_map.dates)
        except NotABirthDate as wrong:
            self._fault(number, "birth_date", str(wrong), written)
            return None
        if born.note:
            self._fault(number, "birth_date", born.note, written)
        return born

    def _sex(self, number: int, written: str) -> str:
        word = written.casefold().strip(". ")
        sex = self.column_map.sexes.get(word) or SEXES.get(word)
        if sex is None:
            self._fault(number, "sex", "unknown_sex", written)
        return sex or "unknown"

    def _nationality(self, number: int, written: str) -> str:
        code = country(written) if written else ""
        if code is None:
            self._fault(number, "nationality", "unknown_country", written)
        return code or ""

    def _answers(self, number: int, given: dict[str, str]) -> tuple[tuple[str, Answer], ...]:
        answers = []
        for name in self.columns.fields:
            written = given.get(name, "") if name in self.columns.questions else ""
            answer = self._answer(written.casefold()) if written.strip("-") else None
            if answer is not None:
                answers.append((name, answer))
            elif written.strip("-"):
                self._fault(number, name, "unknown_answer", written)
        return tuple(answers)

    def _answer(self, word: str) -> Answer | None:
        said = self.column_map.answers.get(word)
        return Answer(said) if said else WRITTEN.get(word)

    def _fault(self, number: int, name: str, code: str, value: str) -> None:
        self.faults.append(Fault(number, self.columns.heading(name), code, shape_of(value)))


def _value(cell: str) -> str:
    """Spaces and line ends as one space; the mark by which a formula is made harmless (`writing`) taken off again."""
    text = " ".join(cell.split())
    return text[1:] if text[:1] == "'" and _FORMULA.match(text[1:]) else text
