"""What a count of none is counted in: the persons nobody of was convicted, or the convictions there were none of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.measures import Rule
from panoh.narratives.sentence import Sentence

_EVENTS = frozenset({"investigation", "prosecution", "conviction"})
_OF_PERSONS = "convictions"


def unit_of_none(rule: Rule, noun: str | None, act: str | None) -> str:
    """ "did not convict any officials" denies persons; "no convictions of officials" denies events."""
    told_of_events = noun == "conviction" or (noun in _EVENTS and act is None)
    return "cases" if told_of_events else rule.unit


def in_persons(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """ "convicted two traffickers, compared with no convictions in 2016": none of what it is compared with."""
    return [replace(draft, unit="people") if _as_compared(sentence, draft, drafts) else draft for draft in drafts]


def _as_compared(sentence: Sentence, draft: Draft, drafts: Sequence[Draft]) -> bool:
    if draft.measure != _OF_PERSONS or draft.value != 0 or draft.unit != "cases":
        return False
    before = [d for d in drafts if d.measure == _OF_PERSONS and d.at < draft.at and d.unit == "people"]
    first = min((d.at for d in before), default=draft.at)
    return any(item.cue("compare") or item.cue("same") for item in sentence.items[first : draft.at])
