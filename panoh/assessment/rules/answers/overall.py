"""Items about the file itself: its gaps, what its answers rest on, what changed since last year, and its version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from panoh.assessment.rules.answers.counts import Count, CountRow, CountTable, in_words
from panoh.assessment.rules.answers.standing import Line
from panoh.instruments.kinds.questionnaire import ItemAsked
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.values import counted

VERSION = "2026.1"


@dataclass(frozen=True)
class Told:
    """Of which file: its number, its days, and the day it was counted on."""

    number: int
    first: date
    last: date
    on: date

    def count(self, source: str, name: Words, unit: Words, rows: Sequence[CountRow]) -> Count:
        tables = (CountTable(name, tuple(rows)),) if rows else ()
        return Count(source, VERSION, name, unit, self.first, self.last, counted(len(rows)), tables)


def with_overall(lines: Sequence[Line], items: Sequence[ItemAsked], told: Told) -> tuple[Line, ...]:
    """The lines, with what the whole file says added to the items that ask for it."""
    asked = {each.id: [OVERALL[key] for key in each.counts if key in OVERALL] for each in items}
    return tuple(
        replace(line, counts=line.counts + tuple(tell(lines, told) for tell in asked[line.id])) for line in lines
    )


def gaps(lines: Sequence[Line], told: Told) -> Count:
    rows = [
        CountRow(each.id, Words("{id}: {asks}").fill(id=each.id, asks=each.asks), each.gap)
        for each in lines
        if each.gap is not None
    ]
    return told.count("gaps", _GAPS, _ITEMS, rows)


def sources_used(lines: Sequence[Line], told: Told) -> Count:
    """Of what was written by hand; what is counted names its definition itself."""
    rows = [
        CountRow(each.id, Words(each.id), Words(each.said.source)) for each in lines if each.said and each.said.source
    ]
    return told.count("sources_used", _SOURCES, _ITEMS, rows)


def changes(lines: Sequence[Line], told: Told) -> Count:
    """Every value that stands beside one of the file before: what it was, and the difference."""
    rows = [
        CountRow(f"{line.id}.{at}", _BESIDE.fill(id=line.id, name=name, then=in_words(then)), change.words)
        for line in lines
        for at, (name, then, change) in enumerate(line.changes, start=1)
    ]
    return told.count("changes", _CHANGES, _VALUES, rows)


def approval(_lines: Sequence[Line], told: Told) -> Count:
    said = _VERSION.fill(number=told.number, day=told.on.strftime("%d.%m.%Y"))
    return Count("approval", VERSION, _APPROVAL, _ITEMS, told.first, told.last, said)


OVERALL: dict[str, Callable[[Sequence[Line], Told], Count]] = {
    "gaps": gaps,
    "sources_used": sources_used,
    "changes": changes,
    "approval": approval,
}
_GAPS = Words("Gaps in the answers", "Пробелы в ответах", "Холигиҳо дар ҷавобҳо")
_ITEMS = Words("items", "пункты", "бандҳо")
_VALUES = Words("values", "значения", "қиматҳо")
_SOURCES = Words("Sources of answers written", "Источники написанных ответов", "Сарчашмаҳои ҷавобҳои навишташуда")
_CHANGES = Words("Changed since the file before", "Изменения с прошлого файла", "Тағйирот аз файли пештара")
_BESIDE = Words("{id} {name}, before: {then}", "{id} {name}, было: {then}", "{id} {name}, пештар: {then}")
_APPROVAL = Words("Version, and the day of its text", "Версия и день текста", "Нусха ва рӯзи матн")
_VERSION = Words(
    "version {number}, text of {day}; the signatures stand beside it",
    "версия {number}, текст от {day}; подписи стоят рядом",
    "нусхаи {number}, матни {day}; имзоҳо дар паҳлӯяш",
)
