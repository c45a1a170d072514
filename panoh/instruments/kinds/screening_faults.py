"""How the parts of a screening instrument can contradict each other. Each property has a name and finds its faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.screening import ScreeningInstrument, Step, count
from panoh.instruments.kinds.source_file import cited

SPOKEN_OF = frozenset({"act", "sexual_use", "complete", "involuntariness", "penalty", "child_sold_or_given"})
"""What a table may speak of besides the dimensions and items of the instrument."""

Faults = Callable[[ScreeningInstrument], Iterable[str]]


def unknown_sources(instrument: ScreeningInstrument, sources: Collection[str]) -> list[str]:
    named = sorted({citation.source for citation in cited(instrument)})
    return [f"the source {source!r} is not in sources.yaml" for source in named if source not in sources]


def stands_twice(instrument: ScreeningInstrument) -> Iterator[str]:
    ids = [item.id for item in instrument.items] + [dimension.code for dimension in instrument.dimensions]
    for id_, times in Counter(ids).items():
        if times > 1:
            yield f"the id {id_!r} stands {times} times; each item and dimension needs its own"


def unknown_dimension(instrument: ScreeningInstrument) -> Iterator[str]:
    known = [dimension.code for dimension in instrument.dimensions]
    for item in instrument.items:
        if item.dimension not in known:
            yield f"item {item.id}: unknown dimension {item.dimension!r}; known are {', '.join(known)}"


def unknown_name(instrument: ScreeningInstrument) -> Iterator[str]:
    names = SPOKEN_OF | {item.id for item in instrument.items} | {each.code for each in instrument.dimensions}
    analysis = instrument.final_analysis
    conditions = [outcome.when for outcome in (*analysis.adult, *analysis.child)]
    conditions += [shows.when for shows in (*analysis.also_shows, *instrument.also_shows)]
    for unknown in sorted(_names(conditions) - names):
        yield f"a condition speaks of {unknown!r}, which is no dimension, item or fact of this instrument"
    questions = {item.id for item in instrument.items} | {fact.id for fact in instrument.facts}
    for item in instrument.items:
        for unknown in sorted(_names([item.ask_if] if item.ask_if else []) - questions):
            yield f"item {item.id}: ask_if speaks of {unknown!r}, which is no question of this instrument"


def goes_round(instrument: ScreeningInstrument) -> Iterator[str]:
    asks = {item.id: _names([item.ask_if]) for item in instrument.items if item.ask_if}
    for ring in _rings(asks):
        yield f"ask_if goes round in a circle: {' → '.join(ring)}; none of these is ever settled"
    shows: dict[str, frozenset[str]] = {}
    for each in (*instrument.also_shows, *instrument.final_analysis.also_shows):
        shows[each.element] = shows.get(each.element, frozenset()) | each.when.names()
    for ring in _rings(shows):
        yield f"also_shows goes round in a circle: {' → '.join(ring)}"


def never_asked(instrument: ScreeningInstrument) -> Iterator[str]:
    """A question whose condition fails even when every other question that can be asked is answered yes."""
    asked = {fact.id for fact in instrument.facts} | {item.id for item in instrument.items if item.ask_if is None}
    while more := {i.id for i in instrument.items if i.id not in asked and i.ask_if and i.ask_if.holds(asked)}:
        asked |= more
    for item in instrument.items:
        if item.id not in asked:
            yield f"item {item.id} can never be asked: its ask_if does not hold even when everything before it is yes"


def never_positive(instrument: ScreeningInstrument) -> Iterator[str]:
    for dimension in instrument.dimensions:
        if instrument.rule.first_met(count(instrument.items_of(dimension.code))) is None:
            yield f"dimension {dimension.code} can never be positive, even if every answer in it is yes"


def unknown_in_a_case(instrument: ScreeningInstrument) -> Iterator[str]:
    items = {item.id for item in instrument.items}
    analysis = instrument.final_analysis
    codes = {outcome.code for outcome in (*analysis.adult, *analysis.child)}
    for case in instrument.cases:
        for unknown in sorted({*case.yes, *case.no} - items):
            yield f"case {case.name!r}: there is no item {unknown!r}"
        if case.outcome not in codes:
            yield f"case {case.name!r}: there is no outcome {case.outcome!r}"


def loses_a_presumption(instrument: ScreeningInstrument) -> Iterator[str]:
    """A presumption stands above all else in a table, and the last line is for everything that is left."""
    for child in (False, True):
        table = instrument.final_analysis.outcomes(child=child)
        presumed = [outcome.presumed for outcome in table]
        if presumed != sorted(presumed, reverse=True):
            yield f"{instrument.final_analysis.id}: an outcome that is presumed stands below one that is not"
        if table[-1].when.at_least or table[-1].presumed:
            yield f"{instrument.final_analysis.id}: the last outcome must stand without 'when' and not be presumed"


def first_step_decides(instrument: ScreeningInstrument) -> Iterator[str]:
    """The two-step rule: a short form only tells whom a full interview is due to."""
    if instrument.step is Step.FULL:
        return
    analysis = instrument.final_analysis
    for code in sorted({each.code for each in (*analysis.adult, *analysis.child) if each.presumed}):
        yield f"{analysis.id}: the outcome {code} presumes, and a first step never decides alone"


FAULTS: tuple[tuple[str, Faults], ...] = (
    ("Every id stands once", stands_twice),
    ("Every item belongs to a known dimension", unknown_dimension),
    ("Every condition speaks of a question that exists", unknown_name),
    ("No condition goes round in a circle", goes_round),
    ("Every question can be asked", never_asked),
    ("Every dimension can be positive", never_positive),
    ("Every worked case speaks of questions and outcomes that exist", unknown_in_a_case),
    ("No answer ever loses a presumption", loses_a_presumption),
    ("A first step never decides alone", first_step_decides),
)


def _names(conditions: Iterable[Condition]) -> frozenset[str]:
    return frozenset().union(*(condition.names() for condition in conditions))


def _rings(leads_to: dict[str, frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, as the way round it."""
    told: set[frozenset[str]] = set()
    for start in leads_to:
        ring = _way_back(start, leads_to)
        if ring and frozenset(ring) not in told:
            told.add(frozenset(ring))
            yield ring


def _way_back(start: str, leads_to: dict[str, frozenset[str]]) -> tuple[str, ...]:
    ahead: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ahead:
        way = ahead.pop(0)
        for after in sorted(leads_to.get(way[-1], ())):
            if after == start:
                return (*way, start)
            if after not in seen:
                seen.add(after)
                ahead.append((*way, after))
    return ()
