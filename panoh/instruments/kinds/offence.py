"""The register of offences: which article of which code, since when, and whether it counts as trafficking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from panoh.instruments.kinds.article import ArticleRead, read_article
from panoh.instruments.kinds.source import Citation, Verification, Words


class OffenceClass(StrEnum):
    TRAFFICKING = "trafficking"
    RELATED = "related"
    """Counted beside trafficking: part of the acts, or exploitation itself."""
    NEIGHBOURING = "neighbouring"
    """Often mistaken for trafficking, or mixed into the published totals."""
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Range:
    """From so much to so much, both allowed; an end that was not seen, or that the article does not name, is open."""

    at_least: int | None = None
    at_most: int | None = None

    def holds(self, amount: Decimal | int) -> bool:
        return (self.at_least is None or amount >= self.at_least) and (self.at_most is None or amount <= self.at_most)


@dataclass(frozen=True)
class Penalty:
    """What was seen of the penalty, in words, and for which time. Where the words give a range it stands beside them:
    years of prison, days of detention, a fine in the country's money or in its calculation index. `part`: of the article
    it belongs to; empty for all of it."""

    text: Words
    valid_from: date | None
    valid_to: date | None
    sources: tuple[Citation, ...]
    part: str = ""
    prison_years: Range | None = None
    detention_days: Range | None = None
    fine: Range | None = None
    fine_indices: Range | None = None

    def may_apply(self, on: date, part: str = "") -> bool:
        """Whether it was the penalty on that day, as far as dates were seen, of that part or of a part not named."""
        begun = self.valid_from is None or self.valid_from <= on
        over = self.valid_to is not None and self.valid_to < on
        return begun and not over and (not part or not self.part or part == self.part)


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
    migration: bool = False
    """About crossing borders, or organising it: totals are given with and without these."""

    @property
    def provisional(self) -> bool:
        """Its number or its name was not held against any text."""
        return any(cited.verification is Verification.PROVISIONAL for cited in self.sources)

    def penalties_on(self, on: date, part: str = "") -> tuple[Penalty, ...]:
        """What reports give as the penalty on that day; several where they differ, none where none was seen."""
        return tuple(each for each in self.penalties if each.may_apply(on, part))

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
    called: tuple[str, ...] = ()
    """How the book is named after an article's number: УК РТ, КҶ ҶТ."""


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

    def read(self, text: str, book: str = "criminal") -> tuple[str, ArticleRead]:
        """The book and the article with its part meant by `text`; a book named in the text goes before `book`. Raises
        ArticleUnclear where it could be more than one article."""
        book, rest = self._book_named(text, book)
        offences = [offence for offence in self.offences if offence.book == book]
        divided = {offence.article for offence in offences if offence.parts}
        return book, read_article(rest, {offence.article for offence in offences}, with_parts=divided)

    def article_key(self, text: str, book: str = "criminal") -> str:
        """The article meant by `text`. Raises ArticleUnclear where it could be more than one."""
        return self.read(text, book)[1].article

    def find(self, text: str, book: str = "criminal") -> tuple[Offence, ...]:
        """The offences under the article meant by `text`; none where the register does not have the article."""
        named, read = self.read(text, book)
        return tuple(offence for offence in self.offences if (offence.book, offence.article) == (named, read.article))

    def _book_named(self, text: str, otherwise: str) -> tuple[str, str]:
        """The longest name fits first: УК РТ before УК."""
        names = sorted(
            ((name, book.key) for book in self.books for name in book.called), key=lambda each: -len(each[0])
        )
        plain = text.strip().rstrip(".")
        for name, key in names:
            if plain.casefold().endswith(" " + name.casefold()):
                return key, plain[: -len(name)].strip().rstrip(",")
        return otherwise, text

    def counted_as(self, *classes: OffenceClass, with_migration: bool = True) -> tuple[Offence, ...]:
        """The offences of these classes: a total with and without migration offences begins here."""
        return tuple(
            offence
            for offence in self.offences
            if offence.offence_class in classes and (with_migration or not offence.migration)
        )
