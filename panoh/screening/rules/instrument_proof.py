"""What is proved of a set of questions before anybody is asked: property by property, with every place it fails."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain, combinations

from panoh.instruments.kinds.final_analysis import Outcome
from panoh.instruments.kinds.screening import Case, Fact, Item, Population, ScreeningInstrument, count
from panoh.instruments.kinds.screening_faults import FAULTS, unknown_sources
from panoh.instruments.kinds.source import Words
from panoh.screening.rules.answers import AgeGroup, Answer
from panoh.screening.rules.assessment import assess
from panoh.screening.rules.findings import table_for

SHUTS = re.compile(
    r"\bno(?:t an?|t the)? victims?\b|\bnot (?:been )?trafficked\b|\bclose[sd]? the case\b|\bdeport|\bremoved?\b|"
    r"\bcleared?\b|\bsend (?:them |the person )?(?:back|away)\b|не (?:является )?жертв|закр(?:ыть|ойте) дело|депорт",
    re.IGNORECASE,
)
"""Wording of an outcome that would shut a door. No outcome may say it: a finding opens doors and closes none."""


@dataclass(frozen=True)
class Property:
    """One thing that must be true of every set. `faults` is empty exactly when it holds; `notes` are no faults."""

    says: str
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return not self.faults


def prove(instrument: ScreeningInstrument, sources: Collection[str]) -> tuple[Property, ...]:
    """Every property, those of the parts first. Where the parts do not fit together the rest cannot be tried."""
    parts = [
        Property("A version is given", () if instrument.version.strip() else ("the version is empty",)),
        Property("Every source that is cited is known", tuple(unknown_sources(instrument, sources))),
        *(Property(says, tuple(find(instrument))) for says, find in FAULTS),
    ]
    if all(part.holds for part in parts):
        parts += [
            Property("Every outcome can come about", tuple(_unreachable(instrument))),
            Property("No outcome shuts a door", tuple(_shuts_doors(instrument))),
            Property("A child is never worse off than an adult", tuple(_child_worse_off(instrument))),
            Property("Every worked case holds", tuple(_cases_that_fail(instrument))),
            Property("Worked cases stand on both sides of every threshold", tuple(_sides_not_shown(instrument))),
        ]
    parts.append(Property("Every question stands in the working languages", *map(tuple, _not_translated(instrument))))
    return tuple(parts)


def came_to(instrument: ScreeningInstrument, case: Case) -> tuple[str, bool, tuple[str, ...]]:
    """What a worked case comes to: outcome, whether presumed, positive dimensions."""
    facts = dict(case.facts)
    result = assess(
        instrument,
        dict.fromkeys(case.yes, Answer.YES) | dict.fromkeys(case.no, Answer.NO),
        age=AgeGroup(case.age),
        act_recorded=Answer(facts.get("act", "unknown")),
        sexual_use_recorded=Answer(facts.get("sexual_use", "unknown")),
    )
    return result.outcome, result.presumed, result.positive


def _cases_that_fail(instrument: ScreeningInstrument) -> Iterator[str]:
    for case in instrument.cases:
        found, wanted = came_to(instrument, case), (case.outcome, case.presumed, case.positive)
        if found != wanted:
            yield f"case {case.name!r}: comes to {_said(found)}, the file says {_said(wanted)}"


def _said(found: tuple[str, bool, tuple[str, ...]]) -> str:
    outcome, presumed, positive = found
    return f"{outcome} ({'presumed' if presumed else 'not presumed'}; positive: {', '.join(positive) or 'none'})"


def _sides_not_shown(instrument: ScreeningInstrument) -> Iterator[str]:
    """Each combination is met by a case that has nothing to spare, and missed by one that lacks a single answer."""
    yes = [_yes_by_dimension(instrument, case) for case in instrument.cases]
    groups = [items for case in yes for items in case]
    whole = [count(instrument.items_of(each.code)) for each in instrument.dimensions]
    for combination in instrument.rule.positive_if_any:
        if not any(map(combination.met_by, whole)):
            continue  # the published rule speaks of weak signs also where a set has none
        words = combination.words.en
        if not any(combination.met_by(count(items)) and not _spare(combination.needs, items) for items in groups):
            yield f"no case meets {words!r} exactly"
        if not any(_one_short(combination.needs, items) and not _met(instrument, items) for items in [[], *groups]):
            yield f"no case stands one answer short of {words!r}"
    for outcome in sorted({each.code for each in _own_table(instrument)} - {case.outcome for case in instrument.cases}):
        yield f"no case comes to {outcome}"


def _yes_by_dimension(instrument: ScreeningInstrument, case: Case) -> list[list[Item]]:
    chosen = [instrument.item(id_) for id_ in case.yes]
    return [[item for item in chosen if item.dimension == each.code] for each in instrument.dimensions]


def _met(instrument: ScreeningInstrument, items: list[Item]) -> bool:
    return instrument.rule.first_met(count(items)) is not None


def _spare(needs: tuple[tuple[str, int], ...], items: list[Item]) -> bool:
    """Whether one answer less would still meet the combination."""
    less = (count(item for item in items if item is not left) for left in items)
    return any(all(have[sort] >= need for sort, need in needs) for have in less)


def _one_short(needs: tuple[tuple[str, int], ...], items: list[Item]) -> bool:
    have: Counter[str] = count(items)
    return sum(max(0, need - have[sort]) for sort, need in needs) == 1


def _own_table(instrument: ScreeningInstrument) -> tuple[Outcome, ...]:
    return instrument.final_analysis.outcomes(child=instrument.population is Population.CHILD)


def _unreachable(instrument: ScreeningInstrument) -> Iterator[str]:
    for age in (AgeGroup.ADULT, AgeGroup.CHILD):
        table = table_for(instrument, age)
        reached = {table.line(shown) for shown in _everything_shown(instrument)}
        for number, outcome in enumerate(table.outcomes):
            if number not in reached:
                above = [each.code for each in table.outcomes[:number]]
                yield (
                    f"{outcome.code} ({age}) can never come about: no answers make its condition hold"
                    f"{' without one above it holding: ' + ', '.join(above) if above else ''}"
                )


def _child_worse_off(instrument: ScreeningInstrument) -> Iterator[str]:
    adult, child = table_for(instrument, AgeGroup.ADULT), table_for(instrument, AgeGroup.CHILD)
    for shown in _everything_shown(instrument):
        as_adult, as_child = adult.outcomes[adult.line(shown)], child.outcomes[child.line(shown)]
        if as_adult.presumed and not as_child.presumed:
            yield f"with {', '.join(sorted(shown))} an adult is presumed ({as_adult.code}), a child not ({as_child.code})"
            return


def _everything_shown(instrument: ScreeningInstrument) -> Iterator[frozenset[str]]:
    """Every set of dimensions, facts and answers the tables speak of, as far as the set of questions can show them."""
    analysis = instrument.final_analysis
    conditions = [each.when for each in (*analysis.adult, *analysis.child)]
    conditions += [each.when for each in (*analysis.also_shows, *instrument.also_shows)]
    spoken = frozenset().union(*(each.names() for each in conditions))
    own = {each.code for each in instrument.dimensions} | {item.id for item in instrument.items}
    own |= {item.side for item in instrument.items} | {fact.id for fact in instrument.facts} | {"complete"}
    atoms = sorted(spoken & own)[:16]
    return (frozenset(part) for part in chain.from_iterable(combinations(atoms, n) for n in range(len(atoms) + 1)))


def _shuts_doors(instrument: ScreeningInstrument) -> Iterator[str]:
    analysis = instrument.final_analysis
    for outcome in dict.fromkeys((*analysis.adult, *analysis.child)):
        for words in (outcome.label, outcome.meaning, outcome.next_step):
            for text in (words.en, words.ru):
                if found := SHUTS.search(text):
                    yield f"{outcome.code} says {found.group()!r}; an outcome opens doors and closes none"


def _not_translated(instrument: ScreeningInstrument) -> tuple[list[str], list[str]]:
    """Questions must stand in all; whatever else is missing is listed and shown in English meanwhile."""
    questions: tuple[Fact | Item, ...] = (*instrument.facts, *instrument.items)
    faults = [
        f"{each.id}: the question is missing in {', '.join(missing)}"
        for each in questions
        if (missing := _missing(each.question))
    ]
    others = [words for words in _wordings(instrument) if _missing(words)]
    return faults, [f"shown in English where {'/'.join(_missing(words))} is missing: {words.en}" for words in others]


def _missing(words: Words) -> list[str]:
    return [code for code in ("ru", "tg") if words.en and not getattr(words, code)]


def _wordings(value: object) -> Iterable[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _wordings(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name != "question":
                yield from _wordings(getattr(value, field.name))
