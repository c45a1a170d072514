"""Reads money the government set aside or paid, with its purpose; fines, seizures and wages are left alone."""

from __future__ import annotations

from panoh.narratives.clauses import actor_of
from panoh.narratives.context import Context
from panoh.narratives.currencies import MONEY
from panoh.narratives.drafts import Draft
from panoh.narratives.mentions import COMPARISON, HEAD
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.twins import same_again
from panoh.narratives.when import period_of
from panoh.narratives.words import load

_GIVING = frozenset({"fund", "provide", "award", "grant", "receive", "conduct", "assist", "operate", "repatriate"})
_BESIDE = 12  # items: farther off, "fines" and "income" speak of something else
_RESTITUTION = frozenset({"restitution", "civil_suit"})

# Where no words name a purpose, what stands beside the money does.
_OF_NOUN = {
    "campaign": "awareness",
    "shelter": "shelter",
    "victim": "victim_protection",
    "hotline": "hotline",
    "training": "training",
    "action_plan": "national_action_plan",
    "witness_protection": "witness_protection",
}

# Money whose sentence names no purpose is for what its section is about.
OF_SECTION = {"protection": "victim_protection", "prevention": "anti_trafficking", "prosecution": "anti_trafficking"}


def read_funding(sentence: Sentence, context: Context) -> list[Draft]:
    """The money of a sentence; what follows "compared to" keeps the purpose of what it is compared with."""
    found: list[Draft] = []
    for at, item in enumerate(sentence.items):
        if item.amount is None or item.amount.kind != MONEY:
            continue
        if " ".join(i.low for i in sentence.items[max(0, at - 2) : at]) in (
            "increase of",
            "decrease of",
            "an increase of",
        ):
            continue
        link = COMPARISON if found and _compared(sentence, at) else HEAD
        if _not_given(sentence, at):
            continue
        measure = _measure(sentence, at) if link == HEAD or not found else found[-1].measure
        if measure is None:
            continue
        draft = Draft(
            measure=measure,
            value=item.amount.value,
            unit=item.amount.unit,
            traits=dict(found[-1].traits)
            if link == COMPARISON
            else _named_purpose(sentence, at)
            or _carried(found)
            or _spoken_of(sentence, context)
            or purpose_of(sentence, at)
            if measure == "government_funding"
            else {},
            actor=found[-1].actor if link == COMPARISON else _giver(sentence, at),
            usd=item.amount.usd,
            qualifier=item.amount.qualifier,
            link=link,
            at=at,
        )
        found.append(draft.dated(period_of(sentence, at, link)))
    context.purpose = _carried(found) or context.purpose
    return [*found, *same_again(sentence, found)]


def _spoken_of(sentence: Sentence, context: Context) -> dict[str, str]:
    """ "This represents a decrease from $15.8 million": the money is for what the money before it was for."""
    return context.purpose if sentence.items[0].low in ("this", "this represents", "this included", "this was") else {}


def _not_given(sentence: Sentence, at: int) -> bool:
    """ "failed to channel a grant of $2 million": nothing was paid."""
    before = [item for k, item in enumerate(sentence.items[:at]) if sentence.clauses[k] == sentence.clauses[at]]
    host = sentence.items[: at if sentence.items[at].depth else 0]
    return any(i.low == "failed to" for i in (*before, *host)) and not any(i.cue("compare") for i in before)


def _carried(found: list[Draft]) -> dict[str, str]:
    """Money told later in a sentence is for what the money before it was for."""
    return dict(found[-1].traits) if found and found[-1].measure == "government_funding" else {}


def _compared(sentence: Sentence, at: int) -> bool:
    for k in range(at - 1, -1, -1):
        item = sentence.items[k]
        if item.amount and item.amount.kind == MONEY and item.depth >= sentence.items[at].depth:
            return _in_span(sentence, k, at)
        if item.cue("compare") or (item.depth == sentence.items[at].depth and item.low == "("):
            return True
        if item.low == ";":
            return False
    return False


def _in_span(sentence: Sentence, first: int, at: int) -> bool:
    return (
        any(sentence.items[k].cue("compare") for k in range(first, at))
        or sentence.items[at].depth > sentence.items[first].depth
    )


def _measure(sentence: Sentence, at: int) -> str | None:
    inside = [
        k for k in range(len(sentence.items)) if sentence.clauses[k] == sentence.clauses[at] or sentence.items[at].depth
    ]
    clause = [sentence.items[k] for k in inside]
    words = {word for k in inside if abs(k - at) <= _BESIDE for word in sentence.items[k].low.split()}
    nouns = {noun for item in clause for noun in item.labels.nouns}
    acts = {act for item in clause for act in item.labels.acts}
    if "allowance" in nouns:
        return "victim_allowance"
    if nouns & _RESTITUTION and "restitution" in nouns:
        return "restitution_awards"
    foreign = any("foreign_government" in item.labels.actors for item in clause)
    if foreign or words & frozenset(load("money.yaml")["not_funding"]):
        return None
    if "funding" in nouns or acts & _GIVING:
        return "government_funding"
    return None


def _giver(sentence: Sentence, at: int) -> str:
    clause = [k for k in range(at) if sentence.clauses[k] == sentence.clauses[at]]
    if any(sentence.items[k].act == "receive" for k in clause):
        return "government"  # "NGOs received public grants": they did not give them
    for k in reversed(clause):
        if sentence.items[k].act in (
            "fund",
            "provide",
            "award",
            "grant",
        ):
            return actor_of(sentence.items, sentence.clauses, k)
    return "government"


def purpose_of(sentence: Sentence, at: int) -> dict[str, str]:
    """The purpose the money is given, or what its section is about."""
    section = {"purpose": OF_SECTION[sentence.section]} if sentence.section in OF_SECTION else {}
    return _named_purpose(sentence, at) or section


def _names(told: list[Item]) -> list[str]:
    return [name for item in told for name in _purposes(item)] or [
        _OF_NOUN[noun] for item in told for noun in item.labels.nouns if noun in _OF_NOUN
    ]


def _behind_comparison(sentence: Sentence, at: int, after: list[int]) -> list[int]:
    """ "allocated 540 million, an increase from 496 million in 2016, to operate its shelter": the purpose stands behind."""
    items = sentence.items
    compared = next((k for k in after if items[k].cue("compare")), None)
    if compared is None:
        return []
    ends = (k for k in after if k > compared and items[k].low == "," and items[k + 1].low in ("to", "for", "in"))
    start = next(ends, None)
    return [] if start is None else [k for k in after if k > start]


def _purposes(item: Item) -> list[str]:
    return [pair.removeprefix("purpose=") for pair in item.labels.traits if pair.startswith("purpose=")]


def _named_purpose(sentence: Sentence, at: int) -> dict[str, str]:
    """The purpose of the budget named before the money, else the first after it in its clause, else the last before."""
    items = sentence.items
    inside = [k for k in range(len(items)) if sentence.clauses[k] == sentence.clauses[at]]
    before = [k for k in reversed(inside) if k < at]
    after = [k for k in inside if k > at]
    budget = any(items[k].noun == "funding" and "purpose=anti_trafficking" in items[k].labels.traits for k in before)
    end = next((k for k in after if items[k].cue("compare") or items[k].cue("relative")), len(items))
    places = [*(k for k in before if items[k].noun == "funding"), *(k for k in after if k < end), *before]
    told = [items[k] for k in places if not (k < at and items[k].actor)]
    named = _names(told) or _names([items[k] for k in _behind_comparison(sentence, at, after)])
    exact = [name for name in named if name != "anti_trafficking"]
    if not named:
        return {}
    return {"purpose": (exact if exact and not budget else named)[0]}
