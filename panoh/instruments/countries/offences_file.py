"""Builds the register of offences from its file, already held to its schema."""

from __future__ import annotations

from datetime import date
from typing import Any

from panoh.instruments.kinds.offence import (
    Answering,
    CodeBook,
    Iccs,
    Offence,
    OffenceClass,
    OffenceRegister,
    Penalty,
    Range,
)
from panoh.instruments.kinds.source import Words, citations
from panoh.instruments.reader import TextError

NOTHING = Words("")
RANGES = ("prison_years", "detention_days", "fine", "fine_indices")


def offences_from(value: dict[str, Any], *, name: str) -> OffenceRegister:
    """The register. Raises TextError for an unknown book, or for two offences at one place at one time."""
    register = OffenceRegister(
        books=tuple(
            CodeBook(
                book["key"],
                Words.of(book["name"]),
                *_dates(book),
                citations(book["sources"]),
                called=tuple(book.get("called", ())),
            )
            for book in value["books"]
        ),
        offences=tuple(map(_offence, value["offences"])),
        by_label=tuple(
            Answering(each["label"], tuple(each["offences"]), citations(each["sources"]))
            for each in value.get("by_label", ())
        ),
    )
    _cross_check(register, name)
    return register


def _offence(value: dict[str, Any]) -> Offence:
    valid_from, valid_to = _dates(value)
    return Offence(
        key=value["key"],
        book=value["book"],
        article=value["article"],
        parts=tuple(value.get("parts", ())),
        title=Words.of(value["title"]),
        offence_class=OffenceClass(value["class"]),
        penalties=tuple(map(_penalty, value.get("penalties", ()))),
        iccs=tuple(map(_iccs, value["iccs"])),
        valid_from=valid_from,
        valid_to=valid_to,
        note=Words.of(value["note"]) if "note" in value else NOTHING,
        sources=citations(value["sources"]),
        migration=value.get("migration", False),
    )


def _penalty(value: dict[str, Any]) -> Penalty:
    valid_from, valid_to = _dates(value)
    prison, detention, fine, indices = (Range(**value[name]) if name in value else None for name in RANGES)
    return Penalty(
        text=Words.of(value["text"]),
        valid_from=valid_from,
        valid_to=valid_to,
        sources=citations(value["sources"]),
        part=value.get("part", ""),
        prison_years=prison,
        detention_days=detention,
        fine=fine,
        fine_indices=indices,
    )


def _iccs(value: dict[str, Any]) -> Iccs:
    code = "" if value["code"] == "none" else value["code"]
    return Iccs(code, Words.of(value["when"]) if "when" in value else NOTHING, citations(value["sources"]))


def _dates(value: dict[str, Any]) -> tuple[date | None, date | None]:
    begin, end = (value.get(key) for key in ("valid_from", "valid_to"))
    return (date.fromisoformat(begin) if begin else None, date.fromisoformat(end) if end else None)


def _cross_check(register: OffenceRegister, name: str) -> None:
    books = {book.key for book in register.books}
    keys = [offence.key for offence in register.offences]
    places = [(offence.book, offence.article, offence.valid_from) for offence in register.offences]
    for offence, place in zip(register.offences, places, strict=True):
        if offence.book not in books:
            raise TextError(f"{name}: {offence.key}: unknown code book {offence.book!r}; write it under books")
        if keys.count(offence.key) > 1 or places.count(place) > 1:
            raise TextError(f"{name}: {offence.key}: article {offence.article} of {offence.book} stands twice")
        if offence.valid_from and offence.valid_to and offence.valid_to < offence.valid_from:
            raise TextError(f"{name}: {offence.key}: valid_to lies before valid_from")
        _check_penalties(offence, name)
    for answering in register.by_label:
        for unknown in sorted(set(answering.offences) - set(keys)):
            raise TextError(f"{name}: by_label {answering.label}: there is no offence {unknown!r} in the register")


def _check_penalties(offence: Offence, name: str) -> None:
    for penalty in offence.penalties:
        if penalty.part and penalty.part not in offence.parts:
            raise TextError(f"{name}: {offence.key}: a penalty names part {penalty.part!r}; write it under parts")
        for range_ in (penalty.prison_years, penalty.detention_days, penalty.fine, penalty.fine_indices):
            if (
                range_
                and range_.at_least is not None
                and range_.at_most is not None
                and range_.at_most < range_.at_least
            ):
                raise TextError(f"{name}: {offence.key}: a penalty ends below where it begins")
