"""Act, means and purpose laid side by side: which is shown, in which ways, by which answers, and what could still show it."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.palermo import Element, Palermo
from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.screening.rules.answers import AgeGroup
from panoh.screening.rules.assessment import Assessment
from panoh.screening.rules.dimension import DimensionResult
from panoh.screening.rules.evidence import OF_ELEMENT, CaseEvidence, Shown
from panoh.screening.rules.findings import table_for
from panoh.screening.rules.open_questions import OpenQuestion


@dataclass(frozen=True)
class ElementEvidence:
    """One row of the table."""

    element: Element
    needed: bool
    """Means are not needed for a child; what shows them is kept as evidence all the same."""
    shown: bool
    dimensions: tuple[DimensionResult, ...]
    """The positive dimensions that evidence the element."""
    ways: tuple[Shown, ...]
    """In which of its ways it is shown, with the answers and the reading behind each."""
    items: tuple[Item, ...]
    """Every answer of yes that speaks for it, also where its dimension is not positive yet."""
    could_show: tuple[OpenQuestion, ...]
    """Unknown questions that could still show it, alone or together; none where it is shown."""

    @property
    def missing(self) -> bool:
        """Needed and not shown: the next thing to ask about."""
        return self.needed and not self.shown


def act_means_purpose(
    palermo: Palermo, instrument: ScreeningInstrument, assessment: Assessment, evidence: CaseEvidence
) -> tuple[ElementEvidence, ...]:
    """The three rows for an assessment on `instrument`.

    An act is evidenced by what cannot be done without someone recruiting, such as deceiving a recruit.
    """
    return tuple(_row(palermo, instrument, assessment, evidence, element) for element in palermo.elements)


def _row(
    palermo: Palermo, instrument: ScreeningInstrument, assessment: Assessment, evidence: CaseEvidence, element: Element
) -> ElementEvidence:
    codes = _dimensions_for(palermo, instrument, element.key)
    results = [each for each in assessment.dimensions if each.dimension.code in codes]
    ways = evidence.ways(element.key)
    shown = bool(ways) or element.key in evidence.facts.shown()
    feeds = codes | _following(instrument, assessment.age, element.key, codes)
    could = (each for each in assessment.still_open if {each.id, each.dimension} & feeds)
    return ElementEvidence(
        element=element,
        needed=element.key != "means" or not assessment.child_rule,
        shown=shown,
        dimensions=tuple(each for each in results if each.positive),
        ways=ways,
        items=tuple(item for each in results for item in each.items),
        could_show=() if shown else tuple(could),
    )


def _dimensions_for(palermo: Palermo, instrument: ScreeningInstrument, element: str) -> frozenset[str]:
    """Those the set itself assigns to the element; where it assigns none, those the reading of it names."""
    own = {each.code for each in instrument.dimensions if each.element == element}
    if own:
        return frozenset(own)
    names = {element}
    for each in (*palermo.evidence, *reversed(palermo.evidence)):  # facts first, then what rests on them
        if each.shows in names and each.form in ("", instrument.form):
            names |= each.when.names() - set(OF_ELEMENT)
    return frozenset(names & {each.code for each in instrument.dimensions})


def _following(instrument: ScreeningInstrument, age: AgeGroup, element: str, codes: frozenset[str]) -> frozenset[str]:
    """Facts and answers that show the element, or one of its dimensions, by themselves."""
    names = {element, *codes}
    shows = table_for(instrument, age).also_shows
    for _ in shows:  # what follows may lead on to what follows from it
        names |= {name for each in shows if each.element in names for name in each.when.names()}
    return frozenset(names)
