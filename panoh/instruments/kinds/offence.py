"""The register of offences: which article of which code, since when, and whether it counts as trafficking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from panoh.instruments.kinds.article import article_key
from panoh.instruments.kinds.source import Citation, Words


class OffenceClass(StrEnum):
    TRAFFICKING = "trafficking"
    RELATED = "related"
    """Counted beside trafficking: part of the acts, or exploitation itself."""
    NEIGHBOURING = "neighbouring"
    """Often mistaken for trafficking, or mixed into the published totals."""
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Penalty:
    """What was seen of the penalty, in words, and for which time. An empty text means that none was seen."""

    text: Words
    valid_from: date | None
    valid_to: date | None
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Iccs:
    """A code of the International Classification of Crime for Statistics. `code` is empty where none applies."""

    code: str
    condition: Words
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Offence:
    key: str
    book: str
    article: str
    parts: tuple[str, ...]
    title: Words
    offence_class: OffenceClass
    penalties: tuple[Penalty, ...]
    iccs: tuple[Iccs, ...]
    valid_from: date | None
    valid_to: date | None
    note: Words
    sources: tuple[Citation, ...]

    def in_force(self, on: date) -> bool | None:
        """Whether it was an offence on that day; None where the register does not know since when."""
        if self.valid_to is not None and on > self.valid_to:
            return False
        return None if self.valid_from is None else self.valid_from <= on


@dataclass(frozen=True)
class CodeBook:
    """A code of law. An article means something only inside its book."""

    key: str
    name: Words
    valid_from: date | None
    valid_to: date | None
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Answering:
    """The offences the facts behind one label may answer to, the nearest first."""

    label: str
    offences: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class OffenceRegister:
    books: tuple[CodeBook, ...]
    offences: tuple[Offence, ...]
    by_label: tuple[Answering, ...] = ()

    def offence(self, key: str) -> Offence:
        for offence in self.offences:
            if offence.key == key:
                return offence
        raise KeyError(f"the register has no offence {key!r}")

    def answering(self, label: str) -> Answering | None:
        """What answers to this label; None where the register names nothing."""
        return next((each for each in self.by_label if each.label == label), None)

    def book(self, key: str) -> CodeBook:
        return next(book for book in self.books if book.key == key)

    def article_key(self, text: str, book: str = "criminal") -> str:
        """The article meant by `text` in this book. Raises ArticleUnclear where it could be more than one."""
        offences = [offence for offence in self.offences if offence.book == book]
        divided = {offence.article for offence in offences if offence.parts}
        return article_key(text, {offence.article for offence in offences}, with_parts=divided)

    def find(self, text: str, book: str = "criminal") -> tuple[Offence, ...]:
        """The offences under the article meant by `text`; none where the register does not have the article."""
        key = self.article_key(text, book)
        return tuple(offence for offence in self.offences if (offence.book, offence.article) == (book, key))

    def counted_as(self, *classes: OffenceClass) -> tuple[Offence, ...]:
        """The offences of these classes: a total with and without migration offences begins here."""
        return tuple(offence for offence in self.offences if offence.offence_class in classes)
