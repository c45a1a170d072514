"""An answer file as one text that is always written the same way, with its hash; and read back from it.

What is put up for approval is this text, and papers are made of it: nothing of the records of that day is needed any more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from panoh.assessment.rules.answers.counts import Cell, Count, CountRow, CountTable, Hidden
from panoh.assessment.rules.answers.said import Said
from panoh.assessment.rules.answers.standing import Line
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, Reason

FORMAT = "panoh-answers-1"


@dataclass(frozen=True)
class Whole:
    """A file as it is put up. `groups` names them in the order of the lines; `against`: the file before it is held against."""

    country: str
    report: int
    number: int
    corrects: int | None
    because: str
    asked_by: str
    first: date
    last: date
    cut_off: datetime
    groups: tuple[tuple[str, Words], ...]
    lines: tuple[Line, ...]
    against: str = ""

    def of_group(self, key: str) -> tuple[Line, ...]:
        return tuple(each for each in self.lines if each.group == key)

    def line(self, item: str) -> Line | None:
        return next((each for each in self.lines if each.id == item), None)

    @property
    def gaps(self) -> tuple[Line, ...]:
        """What the statute presumes not done stands first."""
        found = [each for each in self.lines if each.gap is not None]
        return tuple(sorted(found, key=lambda each: not each.presumed_not_done))


def text_of(whole: Whole) -> str:
    """Keys in order, no space, every letter as it is."""
    said = {
        "format": FORMAT,
        "country": whole.country,
        "report": whole.report,
        "number": whole.number,
        "corrects": whole.corrects,
        "because": whole.because,
        "asked_by": whole.asked_by,
        "first": whole.first.isoformat(),
        "last": whole.last.isoformat(),
        "cut_off": whole.cut_off.isoformat(),
        "against": whole.against,
        "groups": [[key, vars(name)] for key, name in whole.groups],
        "lines": [line_as_json(each) for each in whole.lines],
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(text: str) -> Whole:
    said = json.loads(text)
    return Whole(
        country=said["country"],
        report=said["report"],
        number=said["number"],
        corrects=said["corrects"],
        because=said["because"],
        asked_by=said["asked_by"],
        first=date.fromisoformat(said["first"]),
        last=date.fromisoformat(said["last"]),
        cut_off=datetime.fromisoformat(said["cut_off"]),
        groups=tuple((key, Words(**name)) for key, name in said["groups"]),
        lines=tuple(map(_line_of, said["lines"])),
        against=said["against"],
    )


def line_as_json(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "asks": vars(line.asks),
        "mode": line.mode,
        "basis": [vars(each) for each in line.basis],
        "presumed": line.presumed,
        "written": line.written,
        "unit": _worded(line.unit),
        "owner": vars(line.owner),
        "counts": [_count(each) for each in line.counts],
        "said": line.said.as_json() if line.said else None,
        "said_by": _worded(line.said_by),
        "checked_by": _worded(line.checked_by),
        "before": {source: _cell(value) for source, value in line.before.items()},
    }


def _line_of(said: dict[str, Any]) -> Line:
    return Line(
        id=said["id"],
        asks=Words(**said["asks"]),
        mode=said["mode"],
        basis=tuple(Words(**each) for each in said["basis"]),
        presumed=said["presumed"],
        written=said["written"],
        unit=_words_of(said["unit"]),
        owner=Words(**said["owner"]),
        counts=tuple(map(_count_of, said["counts"])),
        said=Said.of(said["said"]) if said["said"] else None,
        said_by=_words_of(said["said_by"]),
        checked_by=_words_of(said["checked_by"]),
        before={source: _cell_of(value) for source, value in said["before"].items()},
    )


def _worded(words: Words | None) -> dict[str, str] | None:
    return vars(words) if words else None


def _words_of(said: dict[str, str] | None) -> Words | None:
    return Words(**said) if said else None


def _count(count: Count) -> dict[str, Any]:
    return {
        "source": count.source,
        "version": count.version,
        "name": vars(count.name),
        "unit": vars(count.unit),
        "first": count.first.isoformat(),
        "last": count.last.isoformat(),
        "value": _cell(count.value),
        "caveats": [vars(each) for each in count.caveats],
        "edition": count.edition,
        "tables": [
            {
                "name": vars(table.name),
                "parts": table.parts,
                "rows": [{"key": row.key, "name": vars(row.name), "value": _cell(row.value)} for row in table.rows],
            }
            for table in count.tables
        ],
    }


def _count_of(said: dict[str, Any]) -> Count:
    return Count(
        source=said["source"],
        version=said["version"],
        name=Words(**said["name"]),
        unit=Words(**said["unit"]),
        first=date.fromisoformat(said["first"]),
        last=date.fromisoformat(said["last"]),
        value=_cell_of(said["value"]),
        caveats=tuple(Words(**each) for each in said["caveats"]),
        edition=said["edition"],
        tables=tuple(
            CountTable(
                Words(**table["name"]),
                tuple(CountRow(row["key"], Words(**row["name"]), _cell_of(row["value"])) for row in table["rows"]),
                table["parts"],
            )
            for table in said["tables"]
        ),
    )


def _cell(value: Cell) -> dict[str, Any]:
    match value:
        case Number(count):
            return {"kind": "number", "count": count}
        case NoneCounted():
            return {"kind": "none"}
        case NotAvailable(reason):
            return {"kind": "not_available", "reason": reason.value}
        case Hidden():
            return {"kind": "hidden"}
        case Words():
            return {"kind": "words", **vars(value)}


def _cell_of(said: dict[str, Any]) -> Cell:
    match said["kind"]:
        case "number":
            return Number(said["count"])
        case "none":
            return NoneCounted()
        case "not_available":
            return NotAvailable(Reason(said["reason"]))
        case "hidden":
            return Hidden()
    return Words(said["en"], said["ru"], said["tg"])
