"""Builds act, means and purpose from their file, and refuses a table that speaks of things that are not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.palermo import (
    ConflationGuard,
    Element,
    ElementValue,
    Evidence,
    LabelRule,
    LabourException,
    Neighbour,
    NeighbourFact,
    Palermo,
    PalermoCase,
    Rule,
    words_of,
)
from panoh.instruments.kinds.source import Citation, Words
from panoh.instruments.reader import TextError

FACTS = frozenset(
    {
        "irregular_border",
        "paid_for_crossing",
        "adoption_or_custody_irregular",
        "child_transferred_for_payment",
        "sexual_act_without_consent",
        "labour_law_breach",
        "involuntary_work",
        "menace_of_penalty",
        "imposed_by_authority",
    }
)
"""The facts answered yes, no or unknown. Nationality, migration status and occupation are not among them."""

READ = frozenset({"child_sold_or_given"})
"""What only the answers to a set of questions tell; nobody asks it by itself."""

ELEMENTS = frozenset({"act", "means", "purpose", "child"})


def build(value: dict[str, Any]) -> Palermo:
    """The text written in `value`, which has been held to its schema."""
    return Palermo(
        id=value["id"],
        version=value["version"],
        title=Words.of(value["title"]),
        citations=tuple(map(Citation.of, value["sources"])),
        in_force_from=date.fromisoformat(value["in_force_from"]),
        elements=tuple(map(_element, value["elements"])),
        rules=tuple(
            Rule(each["id"], Words.of(each["words"]), Citation.of(each["citation"])) for each in value["rules"]
        ),
        neighbours=tuple(map(_neighbour, value["neighbours"])),
        labour_exceptions=tuple(map(_exception, value["labour_exceptions"])),
        facts=tuple(map(_fact, value["facts"])),
        evidence=tuple(map(_evidence, value["evidence"])),
        labels=tuple(map(_label, value["labels"])),
        guard=_guard(value["guard"]),
        cases=tuple(map(_case, value["cases"])),
    )


def hold_together(palermo: Palermo, *, name: str, sources: Collection[str]) -> None:
    """Raise TextError with every way in which the parts of the text contradict each other."""
    faults = [*_unknown_names(palermo), *_unknown_values(palermo)]
    missing = (each.source for each in _cited(palermo) if each.source not in sources)
    faults += [f"the source {source!r} is not in sources.yaml" for source in missing]
    if faults:
        raise TextError(f"{name}: " + "; ".join(dict.fromkeys(faults)))


def _element(value: dict[str, Any]) -> Element:
    values = tuple(
        ElementValue(each["key"], Words.of(each["label"]), Words.of(each.get("hint", "")), each.get("national", False))
        for each in value["values"]
    )
    label, need, ask = (Words.of(value[name]) for name in ("label", "need", "ask"))
    return Element(value["key"], label, need, ask, Citation.of(value["citation"]), values)


def _neighbour(value: dict[str, Any]) -> Neighbour:
    return Neighbour(
        key=value["key"],
        name=Words.of(value["name"]),
        core=Words.of(value["core"]),
        differs=words_of(value["differs"]),
        becomes_trafficking_when=words_of(value["becomes_trafficking_when"]),
        ask=words_of(value["ask"]),
        citation=Citation.of(value["citation"]),
    )


def _exception(value: dict[str, Any]) -> LabourException:
    note = Words.of(value.get("note", ""))
    return LabourException(value["key"], Words.of(value["words"]), note, Citation.of(value["citation"]))


def _fact(value: dict[str, Any]) -> NeighbourFact:
    question, help_ = Words.of(value["question"]), Words.of(value["help"])
    children_only = value.get("children_only", False)
    return NeighbourFact(value["key"], question, help_, Citation.of(value["citation"]), children_only)


def _evidence(value: dict[str, Any]) -> Evidence:
    condition, citation = Condition.read(value["when"]), Citation.of(value["citation"])
    return Evidence(value["shows"], value.get("value", ""), value.get("form", ""), condition, citation)


def _label(value: dict[str, Any]) -> LabelRule:
    return LabelRule(
        code=value["code"],
        label=Words.of(value["label"]),
        meaning=Words.of(value["meaning"]),
        when=Condition.read(value["when"]) if "when" in value else None,
        gives_way_to=value.get("gives_way_to", ""),
        neighbour=value.get("neighbour", ""),
        protective=value.get("protective", False),
        child_protection=value.get("child_protection", False),
        citation=Citation.of(value["citation"]),
    )


def _guard(value: dict[str, Any]) -> ConflationGuard:
    reason, review = value["written_reason"], value["supervisor_review"]
    return ConflationGuard(
        indicated=value["trafficking"]["indicated"],
        possible=value["trafficking"]["possible"],
        reason_words=Words.of(reason["words"]),
        reason_labels=frozenset(reason["labels"]),
        reason_beside=frozenset(reason["beside"]),
        review_words=Words.of(review["words"]),
        review_labels=frozenset(review["labels"]),
        citation=Citation.of(value["citation"]),
    )


def _case(value: dict[str, Any]) -> PalermoCase:
    lists = {name: tuple(value.get(name, ())) for name in ("acts", "means", "purposes", "expect", "missing")}
    answers = tuple(value.get("answers", {}).items())
    return PalermoCase(id=value["id"], name=value["name"], age=value["age"], answers=answers, **lists)


def _unknown_names(palermo: Palermo) -> Iterator[str]:
    codes = {label.code for label in palermo.labels}
    neighbours = {neighbour.key for neighbour in palermo.neighbours}
    for label in palermo.labels:
        for unknown in sorted((label.when.names() if label.when else frozenset()) - FACTS - READ - ELEMENTS):
            yield f"label {label.code}: {unknown!r} is neither an element nor a fact of the case"
        if label.gives_way_to and label.gives_way_to not in codes:
            yield f"label {label.code}: there is no label {label.gives_way_to!r} to give way to"
        if label.neighbour and label.neighbour not in neighbours:
            yield f"label {label.code}: there is no neighbour {label.neighbour!r}"
    if {fact.id for fact in palermo.facts} != FACTS:
        yield f"facts: exactly these are asked: {', '.join(sorted(FACTS))}"
    guard = palermo.guard
    guarded = {guard.indicated, guard.possible} | guard.reason_labels | guard.reason_beside | guard.review_labels
    for code in sorted(guarded - codes):
        yield f"guard: there is no label {code!r}"


def _unknown_values(palermo: Palermo) -> Iterator[str]:
    ways = {element.key: {value.key for value in element.values} for element in palermo.elements}
    for each in palermo.evidence:
        if each.value not in ways.get(each.shows, {""} if each.shows in FACTS | READ else set()):
            yield f"evidence: {each.shows!r} has no way {each.value!r}"
    for case in palermo.cases:
        for key, used in (("act", case.acts), ("means", case.means), ("purpose", case.purposes)):
            known = {value.key for value in palermo.element(key).values}
            for unknown in sorted(set(used) - known):
                yield f"case {case.id}: {unknown!r} is no {key}"
        for fact in sorted({name for name, _ in case.answers} - FACTS - READ):
            yield f"case {case.id}: {fact!r} is no fact of a case"


def _cited(palermo: Palermo) -> Iterator[Citation]:
    yield from palermo.citations
    yield palermo.guard.citation
    for part in (palermo.elements, palermo.rules, palermo.neighbours, palermo.labour_exceptions):
        yield from (each.citation for each in part)
    for more in (palermo.facts, palermo.evidence, palermo.labels):
        yield from (each.citation for each in more)
