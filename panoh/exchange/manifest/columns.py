"""Which column of a file means what: headings in English, Russian and Tajik, and questions by their id."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from panoh.exchange.manifest.column_map import NO_MAP, ColumnMap, keys_of, names_somebody, plain
from panoh.exchange.manifest.faults import ManifestUnusable, shape_of
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.rules.urgency import FACTS, SEEN

MOST_COLUMNS = 500

HEADINGS: dict[str, tuple[str, ...]] = {
    "family_name": ("family_name", "surname", "last_name", "фамилия", "насаб"),
    "given_name": ("given_name", "first_name", "forename", "имя", "ном"),
    "father_name": ("father_name", "patronymic", "middle_name", "отчество", "имя_отца", "номи_падар"),
    "full_name": ("full_name", "name", "фио", "полное_имя", "ному_насаб", "ном_ва_насаб", "номи_пурра"),
    "sex": ("sex", "gender", "пол", "ҷинс"),
    "birth_date": ("birth_date", "date_of_birth", "dob", "born", "year_of_birth", "дата_рождения", "год_рождения",
                   "санаи_таваллуд", "соли_таваллуд"),
    "nationality": ("nationality", "citizenship", "country", "гражданство", "шаҳрвандӣ", "таъбият"),
    "document_number": ("document_number", "passport", "passport_number", "document", "номер_документа", "паспорт",
                        "номер_паспорта", "рақами_ҳуҷҷат", "шиноснома", "рақами_шиноснома"),
    "flight": ("flight", "flight_number", "рейс", "номер_рейса", "парвоз", "рақами_парвоз"),
    "place": ("place", "from", "city", "место", "откуда", "город", "ҷой", "аз_куҷо", "шаҳр"),
    "contact": ("contact", "phone", "telephone", "контакт", "телефон", "тамос"),
    "in_danger": ("in_danger", "immediate_danger", "в_опасности", "дар_хатар"),
    "injured": ("injured", "hurt", "ill_or_injured", "ранен", "травма", "маҷрӯҳ"),
    "alone": ("alone", "unaccompanied", "без_сопровождения", "один", "танҳо", "бе_ҳамроҳ"),
    "detained": ("detained", "in_detention", "задержан", "под_стражей", "боздоштшуда"),
    "act": ("act",),
    "sexual_use": ("sexual_use",),
}  # fmt: skip
"""What is taken from a list, and what its heading may say, in lower case with _ between words."""

ANSWERS = frozenset((*FACTS, *SEEN))
_SAYS_WHO = frozenset(("family_name", "given_name", "full_name", "document_number"))
_BY_HEADING = {heading: field for field, headings in HEADINGS.items() for heading in headings}
NO_OTHERS: Mapping[str, str] = {}
_LOOKS_LIKE_QUESTION = re.compile(r"[A-Z]{2,4}(\.[A-Z0-9]{1,4})?\.[a-z0-9_]+", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """The columns of one file: the field of each, empty where it is not taken, and the headings as they stand."""

    fields: tuple[str, ...]
    headings: tuple[str, ...]
    questions: frozenset[str]
    """Fields that hold an answer: indicators by id, facts, and what was seen."""

    def heading(self, field: str) -> str:
        """What the file calls the column of a field."""
        return self.headings[self.fields.index(field)]

    @property
    def left_out(self) -> tuple[str, ...]:
        """Headings whose column is not taken, named so that nobody believes it was."""
        return tuple(
            heading for field, heading in zip(self.fields, self.headings, strict=True) if heading and not field
        )


def known_heading(heading: str) -> bool:
    """Whether a heading is one that is read without being told."""
    return plain(heading) in _BY_HEADING


def columns_of(
    cells: Sequence[str],
    instruments: Sequence[ScreeningInstrument],
    column_map: ColumnMap = NO_MAP,
    *,
    people: bool = True,
    also: Mapping[str, str] = NO_OTHERS,
) -> Columns:
    """Raises ManifestUnusable where the headings cannot be those of a list of people, or of answers without people."""
    columns = meant(cells, instruments, column_map, also=also)
    _refuse_unless_usable(columns.fields, columns.headings, column_map)
    if people and not _SAYS_WHO.intersection(columns.fields):
        raise ManifestUnusable("missing_columns")
    return columns


def meant(
    cells: Sequence[str],
    instruments: Sequence[ScreeningInstrument],
    column_map: ColumnMap = NO_MAP,
    *,
    also: Mapping[str, str] = NO_OTHERS,
) -> Columns:
    """What each column is taken for, whether or not it makes a list. What an officer said goes before what we know.
    `also`: headings of lists that say more than who somebody is."""
    if len(cells) > MOST_COLUMNS:
        raise ManifestUnusable("too_many_columns", columns=len(cells), most=MOST_COLUMNS)
    items = {item.id.casefold(): item.id for instrument in instruments for item in instrument.items}
    headings = tuple(cell.strip() for cell in cells)
    by_heading = {**_BY_HEADING, **also}
    known = tuple(items.get(heading.casefold()) or by_heading.get(plain(heading), "") for heading in headings)
    said = column_map.fields
    fields = tuple(said.get(key, field) for key, field in zip(keys_of(headings), known, strict=True))
    return Columns(fields, headings, frozenset(fields) & (ANSWERS | frozenset(items.values())))


def _refuse_unless_usable(fields: tuple[str, ...], headings: tuple[str, ...], column_map: ColumnMap) -> None:
    if not any(fields):  # perhaps a list without headings: the first person's data must not be echoed
        code = "no_headings" if names_somebody(headings) else "no_columns"
        raise ManifestUnusable(code, shapes=" | ".join(map(shape_of, headings[:8])))
    for field in fields:
        if field and fields.count(field) > 1:
            twice = [heading for heading, each in zip(headings, fields, strict=True) if each == field]
            raise ManifestUnusable("same_column_twice", columns=", ".join(twice), field=field)
    for field, heading, key in zip(fields, headings, keys_of(headings), strict=True):
        if not field and key not in column_map.fields and _LOOKS_LIKE_QUESTION.fullmatch(heading):
            raise ManifestUnusable("unknown_question", column=heading)
