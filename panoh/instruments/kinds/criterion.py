"""Minimum standards and criteria: what each asks, the evidence that can be drawn for it, and who can bring what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.source import Citation, Verification, Words


@dataclass(frozen=True)
class EvidenceAsked:
    """One thing that can show something: a measure of published facts (with the own figure beside it), the state of the
    procedure, or a document. `item`: of the answer file, where its figure is no definition. `presumed`: without data it is
    presumed not to have been done. `paper`: a measure that a document itself shows, such as a penalty. `owner`: a role."""

    key: str
    owner: str
    measure: str = ""
    figure: str = ""
    item: str = ""
    parts: Mapping[str, str] | None = None
    presumed: bool = False
    procedure: bool = False
    paper: bool = False
    asks: Words | None = None

    @property
    def by_document(self) -> bool:
        """Whether a document shows it; a count takes its number."""
        return self.paper or not self.measure


@dataclass(frozen=True)
class Criterion:
    key: str
    number: int
    title: Words
    says: Words
    place: str
    sources: tuple[Citation, ...]
    evidence: tuple[EvidenceAsked, ...]

    @property
    def verification(self) -> Verification:
        """How well the statute's own text was seen; which evidence stands beside it is our choice and marked apart."""
        return self.sources[0].verification


@dataclass(frozen=True)
class Presumption:
    says: Words
    place: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Criteria:
    version: str
    presumption: Presumption
    standards: tuple[Criterion, ...]
    criteria: tuple[Criterion, ...]

    def __iter__(self) -> Iterator[Criterion]:
        yield from self.standards
        yield from self.criteria

    def find(self, key: str) -> Criterion | None:
        return next((each for each in self if each.key == key), None)
