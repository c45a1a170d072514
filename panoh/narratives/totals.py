"""Reads a number told behind its noun: "convictions totaled 31", "victims numbered 61", "prosecutions fell by half, to 15"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from panoh.narratives.amounts import COUNT
from panoh.narratives.governing import NOUN_ACTS
from panoh.narratives.phrases import ABOUT, CHANGES, STOPS
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_IS = frozenset({"numbered", "totaled", "totalled", "reached", "amounted", "exceeded"})
_STAYED = frozenset({"remained", "stood", "stayed", "held"})  # "remained steady at 22", "stood at 40"
_MOVED = frozenset(CHANGES) | {"recovered"}
_BETWEEN = ABOUT | frozenset({"to", "by", "half", "slightly", "sharply", "significantly", "only", "just", ",", "from"})
_BETWEEN |= frozenset({"steady", "stable", "constant", "unchanged", "at", "relatively", "roughly"})
_BETWEEN |= frozenset({"nearly", "almost", "a", "third", "two-thirds", "percent", "again", "further"})
_NAMED = frozenset({"victim", *NOUN_ACTS, "call", "campaign", "conviction", "inspector"}) - {"arrest", "acquittal"}
_DONE_TO = frozenset({"person", "offender", "official", "case", "recruiter"})  # counted by what was done to them
_REACH = 7  # items
_FAR = 11  # items
_BRING = frozenset({"bringing", "brought", "raising", "raised"})


@dataclass(frozen=True)
class Subject:
    """From where to where it stands, its noun, and what was done to what that names."""

    first: int
    verb: int
    noun_at: int
    noun: str
    acts: tuple[str, ...]


def subject_of_total(sentence: Sentence, at: int) -> Subject | None:
    """What stands before the verb of a number that has no noun of its own."""
    verb = _verb_before(sentence, at)
    if verb is None and (brought := _brought_to(sentence, at)) is not None:
        return brought
    if verb is None:
        return None
    first = verb
    while first and sentence.items[first - 1].low not in STOPS and sentence.clauses[first - 1] == sentence.clauses[at]:
        first -= 1
    subject = sentence.items[first:verb]
    if any(item.amount is not None and item.amount.kind == COUNT for item in subject):
        return None
    named = next((k for k in range(first, verb) if sentence.items[k].noun), None)
    while named is not None and named + 1 < verb and sentence.items[named + 1].noun:
        named += 1  # "child victims"
    acts = tuple(dict.fromkeys(item.act for item in subject if item.act))
    if named is None or sentence.items[named].noun not in (_NAMED | _DONE_TO if acts else _NAMED):
        return None
    noun = str(sentence.items[named].noun)
    return Subject(first, verb, named, noun, acts or _of_victims(subject, noun))


def _brought_to(sentence: Sentence, at: int) -> Subject | None:
    """ "bringing the total number of shelters to four"."""
    items = sentence.items
    opened = next((k for k in range(at - 1, max(0, at - _FAR), -1) if items[k].low in _BRING), None)
    if opened is None or items[at - 1].low != "to" or any(i.amount or i.low in STOPS for i in items[opened:at]):
        return None
    named = next((k for k in range(opened + 1, at) if items[k].noun), None)
    if named is None or not any("number" in item.low or item.low == "total" for item in items[opened:at]):
        return None
    noun = str(items[named].noun)
    acts = tuple(dict.fromkeys(item.act for item in items[opened + 1 : at] if item.act))
    exists = ("exist",) if noun in ("shelter", "service_centre", "inspector") else ()
    return Subject(opened, at - 1, named, noun, acts or exists or _of_victims(items[opened:at], noun))


def _of_victims(subject: Sequence[Item], noun: str) -> tuple[str, ...]:
    """Victims of whom nothing is told were identified, or stayed where the subject says."""
    housed = any(item.noun == "shelter" for item in subject)
    return () if noun != "victim" else ("accommodate",) if housed else ("identify",)


def _verb_before(sentence: Sentence, at: int) -> int | None:
    """ "fell by 20 percent, to": the verb, with only measures of the fall between it and the number."""
    to = False
    for k in range(at - 1, max(0, at - _REACH), -1):
        item = sentence.items[k]
        word = item.low.split()[0]
        to = to or item.low.split()[-1] in ("to", "from")
        if word in _IS or (word in _MOVED and to) or (word in _STAYED and sentence.items[at - 1].low == "at"):
            return k
        if item.low not in _BETWEEN and not (item.amount is not None and item.amount.kind != COUNT):
            return None
    return None
