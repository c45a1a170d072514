"""Looking an offence up: by article however it is written, by words of its title, by how it is counted."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.article import ArticleUnclear
from panoh.instruments.kinds.offence import Offence, OffenceClass, OffenceRegister

MIGRATION = "migration"
"""Asked for like a class; it lies across the classes."""


@dataclass(frozen=True)
class Found:
    """`candidates`: what an article as written could mean where it is not clear; then nothing is chosen for the reader."""

    offences: tuple[Offence, ...]
    part: str = ""
    candidates: tuple[str, ...] = ()


def look_up(register: OffenceRegister, text: str = "", *, book: str = "", counted_as: str = "") -> Found:
    """An article with digits in it is read as one; anything else is looked for in the titles. Empty: all of them."""
    offences = tuple(each for each in register.offences if _counted(each, counted_as))
    if not text.strip():
        return Found(tuple(each for each in offences if not book or each.book == book))
    if not any(letter.isdigit() for letter in text):
        return Found(tuple(each for each in offences if (not book or each.book == book) and _titled(each, text)))
    found: list[Offence] = []
    part, unclear = "", tuple[str, ...]()
    for key in (book,) if book else tuple(each.key for each in register.books):
        try:
            named, read = register.read(text, key)
        except ArticleUnclear as error:
            unclear += error.candidates
            continue
        found += [each for each in offences if (each.book, each.article) == (named, read.article) and each not in found]
        part = read.part or part
    return Found(tuple(found), part, () if found else tuple(dict.fromkeys(unclear)))


def _counted(offence: Offence, counted_as: str) -> bool:
    if counted_as == MIGRATION:
        return offence.migration
    return not counted_as or offence.offence_class is OffenceClass(counted_as)


def _titled(offence: Offence, text: str) -> bool:
    wanted = text.strip().casefold()
    return any(wanted in title.casefold() for title in (offence.title.en, offence.title.ru, offence.title.tg))
