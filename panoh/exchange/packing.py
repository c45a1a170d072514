"""The contents of a list as plain JSON values and back, for the vault.

People and table are two texts in one payload: whoever takes a part of the list need not read the table again.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from panoh.exchange.manifest import Fault, ManifestUnusable
from panoh.exchange.manifest.column_map import ColumnMap
from panoh.exchange.manifest.table import FileNote, Odd, Record
from panoh.instruments.kinds.source import Words
from panoh.screening.rules.answers import Answer
from panoh.screening.rules.roster import RosterRow

if TYPE_CHECKING:
    from panoh.exchange.contents import Contents

_PERSON = ("row", "name", "sex", "birth_date", "born_from", "born_to", "nationality", "document", "flight", "place",
           "contact")  # fmt: skip

_ANSWERS = {answer.value: answer for answer in Answer}


def pack(contents: Contents) -> dict[str, Any]:
    people = [([getattr(each, name) for name in _PERSON], each.answers) for each in contents.people]
    return {"people": _text(people), "table": _text(_table(contents))}


def _table(contents: Contents) -> dict[str, Any]:
    unusable = contents.unusable
    return {
        "kind": contents.kind,
        "headings": contents.headings,
        "records": [(each.number, each.cells, list(each.odd.items())) for each in contents.records],
        "numeric": sorted(contents.numeric),
        "about_file": [_note(each) for each in contents.about_file],
        "about_reading": [_note(each) for each in contents.about_reading],
        "column_map": contents.column_map.kept(),
        "fields": contents.fields,
        "faults": [(each.row, each.column, each.code, each.shape, each.other_row) for each in contents.faults],
        "bad": sorted(contents.bad),
        "unusable": (unusable.code, _about(unusable.about)) if unusable else None,
    }


def unpack(payload: dict[str, Any]) -> dict[str, Any]:
    kept = json.loads(payload["table"])
    unusable = kept["unusable"]
    return {
        "kind": kept["kind"],
        "headings": tuple(kept["headings"]),
        "records": tuple(
            Record(row, tuple(cells), {at: Odd(*odd) for at, odd in odds}) for row, cells, odds in kept["records"]
        ),
        "numeric": frozenset(kept.get("numeric", ())),
        "about_file": tuple(map(_noted, kept["about_file"])),
        "about_reading": tuple(map(_noted, kept["about_reading"])),
        "column_map": ColumnMap.of(kept["column_map"]),
        "fields": tuple(kept["fields"]),
        "people": people_in(payload),
        "faults": tuple(Fault(*each) for each in kept["faults"]),
        "bad": frozenset(kept["bad"]),
        "unusable": ManifestUnusable(unusable[0], **_said(unusable[1])) if unusable else None,
    }


def people_in(payload: dict[str, Any]) -> tuple[RosterRow, ...]:
    """The people alone: all that taking a part of the list needs."""
    return tuple(
        RosterRow(
            **dict(zip(_PERSON, said, strict=True)), answers=tuple((item, _ANSWERS[said]) for item, said in answers)
        )
        for said, answers in json.loads(payload["people"])
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _note(note: FileNote) -> tuple[str, dict[str, object]]:
    return note.code, _about(note.about)


def _noted(kept: tuple[str, dict[str, Any]]) -> FileNote:
    return FileNote(kept[0], _said(kept[1]))


def _about(about: Any) -> dict[str, object]:
    """Words go by language; everything else as it is."""
    return {
        name: {"en": said.en, "ru": said.ru, "tg": said.tg} if isinstance(said, Words) else said
        for name, said in about.items()
    }


def _said(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: Words(**said) if isinstance(said, dict) else said for name, said in kept.items()}
