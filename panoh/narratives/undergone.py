"""Reads what was not done to those named before the verb: "foreign victims were not provided any services"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.facts import ZERO
from panoh.narratives.phrases import STOPS
from panoh.narratives.scopes import PART
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.things import silent, traits_within
from panoh.narratives.when import scope_period

_GIVEN = re.compile(
    r"^(?:did|do|have|has|had|were|was|are) not (?:provided?|given|offered|granted|receive|received|access|have access)\b"
    r"(?: with| access| to| from| any| government| government-provided| victim| protective| protection| these| such)*"
    r" (?:services|assistance|support|care|protection|aid)\b"
)
_SCREENED = re.compile(r"^(?:were|was|are|been) not screened\b")
_AT_LAW = {
    "investigated": "investigations",
    "charged": "prosecutions",
    "prosecuted": "prosecutions",
    "convicted": "convictions",
}
_REACH = 14  # items
_SHORT = 6  # items: "did not formally identify any"
_TO_VICTIMS = {
    "identify": "victims_identified",
    "refer": "victims_referred",
    "assist": "victims_assisted",
    "repatriate": "victims_repatriated",
    "accommodate": "shelter_residents",
    "screen": "screening",
}
_SUBJECTS = frozenset({"victim", "person", "migrant", "returnee", "official"})


def not_undergone(sentence: Sentence, at: int) -> Iterator[Draft]:
    """None of those who stand before the denial at `at`, where they are named whole."""
    clause = [k for k in range(at) if sentence.clauses[k] == sentence.clauses[at]]
    subject = next((k for k in reversed(clause) if sentence.items[k].noun in _SUBJECTS), None)
    words = " ".join(item.low for item in sentence.items[at : at + _REACH])
    if _SCREENED.search(words) and not _of_part(sentence.items[:at][-_REACH:]):
        named = traits_within(sentence, clause[0] if clause else 0, at, ["nationality", "sex", "age"])
        yield _none(sentence, at, "screening", named)
    if subject is None or _of_part([sentence.items[k] for k in clause]) or _behind(sentence.items, subject):
        return
    traits = traits_within(sentence, clause[0], at, ["nationality", "sex", "age"])
    noun = sentence.items[subject].noun
    if noun == "victim" and _GIVEN.search(words):
        yield _none(sentence, at, "victims_assisted", traits)
    verb = sentence.items[at].low.split()[-1]
    if noun == "official" and verb in _AT_LAW:
        yield _none(sentence, at, _AT_LAW[verb], {"group": "officials"})


def none_of_them(sentence: Sentence, at: int) -> Iterator[Draft]:
    """ "had no means to find victims and did not identify any": none of those the section speaks of."""
    items = sentence.items
    last = min(at + _SHORT, len(items) - 1)
    alone = next((k for k in range(at + 1, last) if items[k].low == "any" and items[k - 1].act), None)
    if alone is None or sentence.section != "protection" or not _ends(items[alone + 1]):
        return
    measure = _TO_VICTIMS.get(str(items[alone - 1].act))
    if measure is not None and any(item.noun == "victim" for item in items[:at]):
        yield _none(sentence, at, measure, {})


def _ends(item: Item) -> bool:
    return item.low in STOPS or item.low in ("in", "during", "since", "this", "for") or item.period is not None


def _none(sentence: Sentence, at: int, measure: str, traits: dict[str, str]) -> Draft:
    period = scope_period(sentence, at, min(at + _REACH, len(sentence.items)))
    return replace(silent(measure, "people", traits, ZERO), at=at).dated(period)


def _of_part(items: Sequence[Item]) -> bool:
    """ "Some victims were not offered care", "in many cases": of the others nothing is said."""
    lows = {word for item in items for word in item.low.split()}
    return bool(lows & (PART | {"half", "majority", "percent", "often", "if", "when", "who", "without", "until"}))


def _behind(items: Sequence[Item], k: int) -> bool:
    """ "the shelter for victims did not receive assistance": the victims are not the subject."""
    before = [item.low for item in items[max(0, k - 3) : k]]
    return bool({"of", "for", "to", "with", "from"} & set(before[-2:]))
