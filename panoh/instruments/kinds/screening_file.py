"""Builds a screening instrument from its file, and refuses one whose parts do not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from panoh.instruments.kinds.final_analysis import FinalAnalysis, Shows
from panoh.instruments.kinds.screening import (
    Case,
    Combination,
    Dimension,
    DimensionRule,
    Fact,
    Form,
    Item,
    Population,
    ScreeningInstrument,
    count,
)
from panoh.instruments.kinds.source import Citation, Verification, Words
from panoh.instruments.reader import TextError

SPOKEN_OF = frozenset({"act", "sexual_use", "complete", "involuntariness", "penalty"})
"""What a table may speak of besides the dimensions and items of the instrument."""


def build(value: dict[str, Any], final_analysis: FinalAnalysis) -> ScreeningInstrument:
    """The instrument written in `value`, which has been held to its schema."""
    return ScreeningInstrument(
        id=value["id"],
        version=value["version"],
        title=Words.of(value["title"]),
        citations=tuple(map(Citation.of, value["sources"])),
        population=Population(value["population"]),
        form=Form(value["form"]),
        status=Verification(value["status"]),
        status_note=Words.of(value.get("status_note", "")),
        in_force_from=date.fromisoformat(value["in_force_from"]),
        facts=tuple(map(_fact, value.get("facts", ()))),
        dimensions=tuple(map(_dimension, value["dimensions"])),
        rule=_rule(value["rule"]),
        also_shows=tuple(map(Shows.read, value.get("also_shows", ()))),
        items=tuple(map(Item.read, value["items"])),
        cases=tuple(map(Case.read, value["cases"])),
        final_analysis=final_analysis,
    )


def hold_together(instrument: ScreeningInstrument, *, name: str, sources: Collection[str]) -> None:
    """Raise TextError with every way in which the parts of the instrument contradict each other."""
    faults = [fault for check in _CHECKS for fault in check(instrument)]
    faults += [
        f"the source {source!r} is not in sources.yaml" for source in _cited(instrument) if source not in sources
    ]
    if faults:
        raise TextError(f"{name}: " + "; ".join(faults))


def _fact(value: dict[str, Any]) -> Fact:
    return Fact(
        value["id"], Words.of(value["question"]), Words.of(value.get("help", "")), Citation.of(value["citation"])
    )


def _dimension(value: dict[str, Any]) -> Dimension:
    return Dimension(value["code"], Words.of(value["label"]), value["phase"], value["element"])


def _rule(value: dict[str, Any]) -> DimensionRule:
    combinations = (
        Combination(Words.of(each["words"]), tuple(each["needs"].items())) for each in value["positive_if_any"]
    )
    return DimensionRule(Words.of(value["words"]), Citation.of(value["citation"]), tuple(combinations))


def _stands_twice(instrument: ScreeningInstrument) -> Iterator[str]:
    ids = [item.id for item in instrument.items] + [dimension.code for dimension in instrument.dimensions]
    for id_, times in Counter(ids).items():
        if times > 1:
            yield f"the id {id_!r} stands {times} times; each item and dimension needs its own"


def _unknown_dimension(instrument: ScreeningInstrument) -> Iterator[str]:
    known = [dimension.code for dimension in instrument.dimensions]
    for item in instrument.items:
        if item.dimension not in known:
            yield f"item {item.id}: unknown dimension {item.dimension!r}; known are {', '.join(known)}"


def _unknown_name(instrument: ScreeningInstrument) -> Iterator[str]:
    names = SPOKEN_OF | {item.id for item in instrument.items} | {each.code for each in instrument.dimensions}
    analysis = instrument.final_analysis
    conditions = [outcome.when for outcome in (*analysis.adult, *analysis.child)]
    conditions += [shows.when for shows in (*analysis.also_shows, *instrument.also_shows)]
    for unknown in sorted(frozenset().union(*(condition.names() for condition in conditions)) - names):
        yield f"a condition speaks of {unknown!r}, which is no dimension, item or fact of this instrument"


def _never_positive(instrument: ScreeningInstrument) -> Iterator[str]:
    for dimension in instrument.dimensions:
        if instrument.rule.first_met(count(instrument.items_of(dimension.code))) is None:
            yield f"dimension {dimension.code} can never be positive, even if every answer in it is yes"


def _case_names(instrument: ScreeningInstrument) -> Iterator[str]:
    items = {item.id for item in instrument.items}
    analysis = instrument.final_analysis
    codes = {outcome.code for outcome in (*analysis.adult, *analysis.child)}
    for case in instrument.cases:
        for unknown in sorted({*case.yes, *case.no} - items):
            yield f"case {case.name!r}: there is no item {unknown!r}"
        if case.outcome not in codes:
            yield f"case {case.name!r}: there is no outcome {case.outcome!r}"


def _loses_a_presumption(instrument: ScreeningInstrument) -> Iterator[str]:
    """A presumption stands above all else in a table, and the last line is for everything that is left."""
    for child in (False, True):
        table = instrument.final_analysis.outcomes(child=child)
        presumed = [outcome.presumed for outcome in table]
        if presumed != sorted(presumed, reverse=True):
            yield f"{instrument.final_analysis.id}: an outcome that is presumed stands below one that is not"
        if table[-1].when.at_least or table[-1].presumed:
            yield f"{instrument.final_analysis.id}: the last outcome must stand without 'when' and not be presumed"


_CHECKS = (_stands_twice, _unknown_dimension, _unknown_name, _never_positive, _case_names, _loses_a_presumption)


def _cited(instrument: ScreeningInstrument) -> Iterable[str]:
    analysis = instrument.final_analysis
    citations = [
        *instrument.citations,
        instrument.rule.citation,
        analysis.citation,
        analysis.child_rule.citation,
        *(fact.citation for fact in instrument.facts),
        *(shows.citation for shows in (*analysis.also_shows, *instrument.also_shows)),
        *(outcome.citation for outcome in (*analysis.adult, *analysis.child)),
    ]
    return sorted({citation.source for citation in citations})
