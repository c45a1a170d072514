"""Whom a crime is against, where its name says so: "child sex trafficking" is against children, whoever is counted."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.shared import form_of
from panoh.narratives.tagging import Item

IN_COURT = frozenset(
    {"case", "investigation", "prosecution", "conviction", "offender", "person", "call", "unknown", None}
)


def against(items: Sequence[Item], k: int) -> str | None:
    """The age the crime named at this place is against: of "child trafficking", "child sex tourism"; of "child labor" none."""
    item = items[k]
    if form_of(item) is not None:
        return "child" if item.low.startswith(("child ", "children ")) else None
    age = next(
        (pair.removeprefix("age=") for pair in " ".join(item.labels.traits).split() if pair.startswith("age=")), None
    )
    if age is None or item.noun is None or k + 1 >= len(items) or "sex=" in " ".join(item.labels.traits):
        return None
    after = items[k + 1]
    if after.noun == "victim" or any(later.noun == "victim" for later in items[k + 1 : k + 3]):
        return None  # "child trafficking victims" are counted themselves
    return age if form_of(after) is not None or after.low.startswith("trafficking") else None


def age_of_crime(items: Sequence[Item]) -> dict[str, str]:
    """What all the crimes named among these words say: of "adult and child sex trafficking" nothing."""
    told = {age for k in range(len(items)) if (age := against(items, k)) is not None}
    return {"age": told.pop()} if len(told) == 1 else {}
