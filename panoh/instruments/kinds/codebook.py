"""Codebooks: the columns of a file of records about persons, and the values each may have. They are public knowledge, and
nothing private is read from the records to make them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from panoh.instruments.kinds.source import Citation, Words, citations
from panoh.instruments.reader import TextError

MOST_YEARS = 300


@dataclass(frozen=True)
class Column:
    name: str
    title: Words
    values: tuple[str, ...]


@dataclass(frozen=True)
class Contradiction:
    """Values that cannot all be true of one person."""

    these: Mapping[str, tuple[str, ...]]
    because: Words


@dataclass(frozen=True)
class Codebook:
    id: str
    version: str
    name: Words
    publisher: str
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]
    """How the file writes that something is not known. Not known is no value and is not counted."""
    person: str
    """The column that says who a row is about, or nothing: then every row is a person of its own."""
    crossed_by: str
    """The column the safe tables are crossed by."""
    contradictions: tuple[Contradiction, ...]
    sources: tuple[Citation, ...]

    def column(self, name: str) -> Column:
        """Raises KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def codebook_from(value: dict[str, Any], *, name: str) -> Codebook:
    """Built from what was read and held to its schema. Raises TextError for what does not fit together."""
    lists = value.get("lists", {})
    columns = tuple(_column(entry, lists, name) for entry in value["columns"])
    book = Codebook(
        value["id"], value["version"], Words.of(value["name"]), value["publisher"], columns,
        tuple(value.get("unknown", [""])), value.get("person", ""), value.get("crossed_by", columns[0].name),
        tuple(_contradiction(entry) for entry in value.get("contradictions", [])), citations(value["sources"]),
    )  # fmt: skip
    _hold_together(book, name)
    return book


def _column(entry: dict[str, Any], lists: dict[str, list[str]], name: str) -> Column:
    values = entry["values"]
    if "list" in values and values["list"] not in lists:
        raise TextError(f"{name}: column {entry['name']}: there is no list {values['list']!r}; add it under `lists`")
    if "from" in values and not 0 <= values["to"] - values["from"] < MOST_YEARS:
        raise TextError(f"{name}: column {entry['name']}: from {values['from']} to {values['to']} is no range of years")
    if "list" in values:
        known = lists[values["list"]]
    elif "from" in values:
        known = [str(number) for number in range(values["from"], values["to"] + 1)]
    else:
        known = [values["only"]] if "only" in values else values["are"]
    return Column(entry["name"], Words.of(entry["title"]), tuple(known))


def _contradiction(entry: dict[str, Any]) -> Contradiction:
    return Contradiction({name: tuple(values) for name, values in entry["these"].items()}, Words.of(entry["because"]))


def _hold_together(book: Codebook, name: str) -> None:
    names = [column.name for column in book.columns]
    for each in names:
        if names.count(each) > 1:
            raise TextError(f"{name}: the column {each!r} stands twice; keep one")
    for column in book.columns:
        if both := set(column.values) & set(book.unknown):
            raise TextError(
                f"{name}: column {column.name}: {sorted(both)} is a value and also means not known; keep one"
            )
    if book.crossed_by not in names:
        raise TextError(f"{name}: crossed_by names {book.crossed_by!r}, which is no column")
    if book.person in names:
        raise TextError(f"{name}: {book.person!r} says who a person is and cannot be a column that is released")
    for contradiction in book.contradictions:
        for each, values in contradiction.these.items():
            if each not in names or set(values) - set(book.column(each).values):
                raise TextError(f"{name}: a contradiction names {each!r} or values it does not have")
