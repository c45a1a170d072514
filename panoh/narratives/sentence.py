"""A sentence ready to read: its items, its clauses, and the section it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.narratives.clauses import clause_numbers
from panoh.narratives.tagging import Item


@dataclass(frozen=True)
class Sentence:
    """A sentence ready to read."""

    start: int
    end: int
    section: str
    items: tuple[Item, ...]
    clauses: tuple[int, ...]

    @staticmethod
    def of(start: int, end: int, section: str, items: tuple[Item, ...]) -> Sentence:
        return Sentence(start, end, section, items, clause_numbers(items))
