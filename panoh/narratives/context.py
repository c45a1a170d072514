"""What a paragraph speaks of: the last totals, and the last total of victims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from panoh.narratives.drafts import Draft
from panoh.narratives.tagging import Item


@dataclass
class Context:
    """What the paragraph speaks of: the last totals, and the last total of victims."""

    topic: Draft | None = None
    victims: Draft | None = None
    heads: list[Draft] = field(default_factory=list)
    told: list[Draft] = field(default_factory=list)
    """Every total of the paragraph, the last one last: "Among the 166 victims" can look behind a comparison."""
    year: int | None = None
    """The calendar year the paragraph last dated a total by."""
    court_year: int | None = None
    """The calendar year of the last totals of police and courts: their sentences are of it."""
    forms: frozenset[str] = frozenset()
    """The forms the sentence before named: "such victims" are those of it."""
    ngos_hotline: bool = False
    """The hotline the paragraph speaks of is run by an NGO."""
    before: Sequence[Item] = ()
    """The sentence before: "did not report providing this protection" is told of what it speaks of."""
    purpose: dict[str, str] = field(default_factory=dict)
