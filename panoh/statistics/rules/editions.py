"""Frozen figures as one text that is always written the same way, its hash, and what the records say differently today."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from panoh.instruments.kinds.figure import Definition
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.figures import Breakdown, Figure, Part
from panoh.statistics.rules.periods import Caveat, Period, PeriodKind
from panoh.statistics.rules.rows import Row, tables
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, Reason, Value, kind


@dataclass(frozen=True)
class Frozen:
    """What an edition says: its figures, and in what words each was defined when it was frozen."""

    country: str
    period: Period
    number: int
    corrects: int | None
    because: str
    counted_at: datetime
    records_from: date | None
    figures: tuple[Figure, ...]
    words: Mapping[str, tuple[Words, Words]]

    def figure(self, definition: str) -> Figure | None:
        return next((each for each in self.figures if each.definition == definition), None)


class Because(StrEnum):
    """Why today's count is another than the frozen one, as far as counts alone can tell."""

    DEFINITION = "definition"
    RECORDS = "records"
    MOVED = "moved"


WHY: Mapping[Because, Words] = {
    Because.DEFINITION: Words(
        "the definition has another version since",
        "у определения с тех пор другая версия",
        "таъриф аз он вақт нусхаи дигар дорад",
    ),
    Because.RECORDS: Words(
        "records of this period were added, mended or taken back since",
        "записи за этот период с тех пор добавлены, исправлены или отозваны",
        "сабтҳои ин давра аз он вақт илова, ислоҳ ё бозхонд шуданд",
    ),
    Because.MOVED: Words(
        "as many in all; what is known of some was mended since",
        "всего столько же; сведения о некоторых с тех пор исправлены",
        "ҳамагӣ ҳамон қадар; маълумот дар бораи баъзеҳо аз он вақт ислоҳ шуд",
    ),
}


@dataclass(frozen=True)
class Difference:
    """One row the records say differently today: frozen in `row.before`, today in `row.this`."""

    definition: str
    name: Words
    row: Row
    because: Because

    @property
    def why(self) -> Words:
        return WHY[self.because]


def text_of(frozen: Frozen, definitions: Sequence[Definition]) -> str:
    """The canonical text: keys in order, no space, every letter as it is. Its hash is the edition's."""
    defined = {each.id: each for each in definitions}
    said = {
        "country": frozen.country,
        "period": period_said(frozen.period),
        "edition": frozen.number,
        "corrects": frozen.corrects,
        "because": frozen.because,
        "counted_at": frozen.counted_at.isoformat(),
        "records_from": frozen.records_from.isoformat() if frozen.records_from else None,
        "figures": [_figure(each, defined[each.definition]) for each in frozen.figures],
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def read(text: str) -> Frozen:
    """The edition a text says."""
    said = json.loads(text)
    period, number = Period(PeriodKind(said["period"]["kind"]), said["period"]["year"]), said["edition"]
    return Frozen(
        country=said["country"],
        period=period,
        number=number,
        corrects=said["corrects"],
        because=said["because"],
        counted_at=datetime.fromisoformat(said["counted_at"]),
        records_from=date.fromisoformat(said["records_from"]) if said["records_from"] else None,
        figures=tuple(_figure_of(each, period, number) for each in said["figures"]),
        words={each["definition"]: (Words(**each["name"]), Words(**each["counts"])) for each in said["figures"]},
    )


def differences(
    frozen: Frozen, today: Iterable[Figure], names: Mapping[str, Words], regions: Mapping[str, Words]
) -> Iterator[Difference]:
    """Every row that differs, the total of a figure first. A figure that was not frozen has nothing to differ from."""
    for now in today:
        then = frozen.figure(now.definition)
        if then is not None:
            name = names[now.definition]
            rows = [Row("", "", name, now.value, then.value, now.version != then.version)]
            rows += [row for table in tables(now, then, regions) for row in table.rows]
            because = _because(now, then)
            yield from (Difference(now.definition, name, row, because) for row in rows if row.this != row.before)


def _because(now: Figure, then: Figure) -> Because:
    if now.version != then.version:
        return Because.DEFINITION
    return Because.MOVED if now.value == then.value else Because.RECORDS


def period_said(period: Period) -> dict[str, Any]:
    return {
        "kind": period.kind.value,
        "year": period.year,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
    }


def _figure(figure: Figure, definition: Definition) -> dict[str, Any]:
    return {
        "definition": figure.definition,
        "version": figure.version,
        "unit": figure.counting_unit,
        "name": vars(definition.name),
        "counts": vars(definition.counts),
        "value": _value(figure.value),
        "caveats": list(figure.caveats),
        "breakdowns": [
            {
                "dimension": each.dimension,
                "parts": [{"key": part.key, "value": _value(part.value)} for part in each.parts],
            }
            for each in figure.breakdowns
        ],
    }


def _value(value: Value) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": kind(value)}
    if isinstance(value, Number):
        said["count"] = value.count
    if isinstance(value, NotAvailable):
        said["reason"] = value.reason.value
    return said


def _figure_of(said: dict[str, Any], period: Period, edition: int) -> Figure:
    return Figure(
        definition=said["definition"],
        version=said["version"],
        period=period,
        counting_unit=said["unit"],
        value=_value_of(said["value"]),
        breakdowns=tuple(
            Breakdown(each["dimension"], tuple(Part(part["key"], _value_of(part["value"])) for part in each["parts"]))
            for each in said["breakdowns"]
        ),
        caveats=tuple(map(Caveat, said["caveats"])),
        edition=edition,
    )


def _value_of(said: dict[str, Any]) -> Value:
    if said["kind"] == "number":
        return Number(said["count"])
    return NoneCounted() if said["kind"] == "none" else NotAvailable(Reason(said["reason"]))
