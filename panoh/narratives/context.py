"""What a paragraph speaks of: the last totals, and the last total of victims."""

from __future__ import annotations

from dataclasses import dataclass, field

from panoh.narratives.drafts import Draft


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
    forms: frozenset[str] = frozenset()
    """The forms the sentence before named: "such victims" are those of it."""
    purpose: dict[str, str] = field(default_factory=dict)
