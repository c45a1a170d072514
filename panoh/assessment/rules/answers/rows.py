"""An answer file as rows of a workbook: one for each value, with what it is, of which days, what it rests on, and last year's."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.assessment.rules.answers.counts import Cell, Count, in_words, known
from panoh.assessment.rules.answers.money import Money
from panoh.assessment.rules.answers.said import Kind, Said
from panoh.assessment.rules.answers.standing import WRITTEN, Line
from panoh.assessment.rules.answers.text import Whole
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules import wording
from panoh.statistics.rules.comparison import compare
from panoh.statistics.rules.values import NotAvailable, counted

COLUMNS: tuple[Words, ...] = (
    Words("Item", "Пункт", "Банд"),
    Words("What is asked", "Вопрос", "Чӣ пурсида мешавад"),
    Words("Where from", "Откуда", "Аз куҷо"),
    Words("What", "Что", "Чӣ"),
    Words("Row", "Строка", "Сатр"),
    Words("Value", "Значение", "Қимат"),
    Words("Unit", "Единица", "Воҳид"),
    Words("From", "С", "Аз"),
    Words("To", "По", "То"),
    Words("Before", "Было", "Пештар"),
    Words("Difference", "Разница", "Фарқ"),
    Words("Rests on", "Основание", "Асос"),
    Words("Remark", "Примечание", "Эзоҳ"),
)
FROM: dict[str, Words] = {
    "counted": Words("counted", "посчитано", "ҳисоб шуд"),
    "written": Words("written by hand", "написано", "бо даст навишта"),
    "gap": Words("gap", "пробел", "холигӣ"),
}
PRESUMED = Words(
    "no data: presumed not done", "нет данных: считается несделанным", "маълумот нест: карда нашуда ҳисоб мешавад"
)
YES, NO = Words("yes", "да", "ҳа"), Words("no", "нет", "не")
Row = tuple[object, ...]


def rows(whole: Whole, language: str) -> Iterator[list[str]]:
    yield [each.in_language(language) for each in COLUMNS]
    for line in whole.lines:
        for row in _rows(line):
            yield [each.in_language(language) if isinstance(each, Words) else str(each) for each in row]


def _rows(line: Line) -> Iterator[Row]:
    for count in line.counts:
        yield from _counted(line, count)
    if line.said is not None:
        yield from _written(line, line.said)
    if line.gap is not None:
        remark = PRESUMED if line.presumed_not_done else ""
        missing = wording.NOT_AVAILABLE
        plan = line.said.plan if line.said else ""
        yield (line.id, line.asks, FROM["gap"], "", "", missing, "", "", "", "", "", plan, remark or line.gap)


def _counted(line: Line, count: Count) -> Iterator[Row]:
    then, change = _before(line, count.source, count.value)
    days = (count.first.isoformat(), count.last.isoformat())
    head = (line.id, line.asks, FROM["counted"], count.name)
    remark = joined(count.caveats) if count.caveats else ""
    yield (
        *head,
        "",
        in_words(count.value),
        count.unit,
        *days,
        then,
        change,
        rests_on(count),
        _why(count.value) or remark,
    )
    for table in count.tables:
        for row in table.rows:
            yield (
                *head,
                _named(table.name, row.name),
                in_words(row.value),
                count.unit,
                *days,
                "",
                "",
                rests_on(count),
                "",
            )


def _written(line: Line, said: Said) -> Iterator[Row]:
    head = (line.id, line.asks, FROM["written"])
    then, change = _before(line, WRITTEN, counted(said.number or 0))
    unit = line.unit or ""
    rest = (said.source, said.because)
    if said.kind is Kind.NONE:
        yield (*head, "", "", wording.NONE, unit, "", "", then, "", *rest)
    if said.number is not None:
        yield (*head, "", "", said.number, unit, "", "", then, change, *rest)
    if said.yes is not None:
        yield (*head, "", "", YES if said.yes else NO, "", "", "", "", "", *rest)
    if said.on is not None:
        yield (*head, "", "", said.on.isoformat(), "", "", "", "", "", *rest)
    for each in said.money:
        yield (
            *head,
            each.what,
            "",
            f"{each.amount:f}",
            each.currency,
            each.on.isoformat(),
            "",
            "",
            "",
            said.source,
            dollars(each),
        )
    if said.text:
        yield (*head, "", "", said.text, "", "", "", "", "", *rest)


def rests_on(count: Count) -> Words:
    """The definition or reckoning with its version, and the edition the figure was frozen in."""
    if count.edition:
        return _FROZEN.fill(source=count.source, version=count.version, edition=count.edition)
    return Words(f"{count.source} {count.version}")


def dollars(money: Money) -> Words:
    """With the rate, its day and source; without a rate no dollars are told."""
    if money.dollars is None:
        return _NO_RATE
    if money.rate is None or money.rate_on is None:
        return Words("")
    day = money.rate_on.isoformat()
    return _RATED.fill(dollars=f"{money.dollars:f}", rate=f"{money.rate:f}", day=day, source=money.rate_source)


def joined(words: tuple[Words, ...]) -> Words:
    return Words(*(" ".join(each.in_language(language) for each in words) for language in ("en", "ru", "tg")))


def _before(line: Line, source: str, value: Cell) -> tuple[Words | str, Words | str]:
    then = line.before.get(source)
    if then is None:
        return "", ""
    now, past = known(value), known(then)
    return in_words(then), compare(now, past).words if now is not None and past is not None else ""


def _why(value: Cell) -> Words | str:
    return wording.REASONS[value.reason] if isinstance(value, NotAvailable) else ""


def _named(table: Words, row: Words) -> Words:
    return Words("{table}: {row}").fill(table=table, row=row)


_FROZEN = Words(
    "{source} {version}, frozen in edition {edition}",
    "{source} {version}, заморожено в издании {edition}",
    "{source} {version}, дар нашри {edition} собит шуд",
)
_NO_RATE = Words(
    "no rate was given: not in dollars", "курс не указан: не в долларах", "қурб дода нашуд: бо доллар нест"
)
_RATED = Words(
    "{dollars} USD at {rate} of {day}, {source}",
    "{dollars} USD по {rate} от {day}, {source}",
    "{dollars} USD бо {rate} аз {day}, {source}",
)
