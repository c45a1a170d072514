"""Reads what was not done to those named before the verb: "foreign victims were not provided any services"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.facts import ZERO
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
