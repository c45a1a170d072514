"""Act, means and purpose laid side by side: which is shown, and by which dimension and which answers."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.screening.rules.assessment import Assessment


@dataclass(frozen=True)
class ElementEvidence:
    """One row of the table."""

    element: str
    needed: bool
    """Means are not needed for a child; what shows them is kept as evidence all the same."""
    shown: bool
    dimensions: tuple[str, ...]
    """The positive dimensions that evidence the element."""
    items: tuple[Item, ...]
    """Every answer of yes that speaks for it, also where its dimension is not positive yet."""
    missing: bool
    """Needed and not shown: the next thing to ask about."""


def act_means_purpose(instrument: ScreeningInstrument, assessment: Assessment) -> tuple[ElementEvidence, ...]:
    """The three rows for an assessment on `instrument`.

    An act is evidenced by what cannot be done without someone recruiting, such as deceiving a recruit.
    """
    groups = {
        "act": _dimensions_showing_act(instrument),
        "means": [each.code for each in instrument.dimensions if each.element == "means"],
        "purpose": [each.code for each in instrument.dimensions if each.element == "purpose"],
    }
    return tuple(_row(assessment, element, codes) for element, codes in groups.items())


def _dimensions_showing_act(instrument: ScreeningInstrument) -> list[str]:
    shows = (*instrument.also_shows, *instrument.final_analysis.also_shows)
    names = frozenset().union(*(each.when.names() for each in shows if each.element == "act"))
    return [each.code for each in instrument.dimensions if each.code in names]


def _row(assessment: Assessment, element: str, codes: list[str]) -> ElementEvidence:
    positive = tuple(code for code in assessment.positive if code in codes)
    shown = assessment.act_shown if element == "act" else bool(positive)
    needed = element != "means" or not assessment.child_rule
    items = (item for each in assessment.dimensions if each.dimension.code in codes for item in each.items)
    return ElementEvidence(element, needed, shown, positive, tuple(items), needed and not shown)
