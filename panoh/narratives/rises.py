"""Reads "the number of identified victims rose from 47 to 272": what it was the year before, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.narratives.amounts import COUNT
from panoh.narratives.drafts import Draft
from panoh.narratives.measures import measure_of, rule_for
from panoh.narratives.mentions import Mention, near_of
from panoh.narratives.periods import PREVIOUS, Period
from panoh.narratives.phrases import head_noun, region_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.traits import traits_of

_REACH = 14
_APART = 8  # items


@dataclass(frozen=True)
class Rise:
    """Where "the number of" stands, and whether this count is the start or the end."""

    number_of: int
    start: bool


def rise_at(sentence: Sentence, at: int) -> Rise | None:
    items = sentence.items
    start = _other_end(sentence, at, 1) is not None
    first = at if start else _other_end(sentence, at, -1)
    if first is None or not first or not items[first - 1].low.endswith("from"):
        return None
    for k in range(first - 1, max(-1, first - _REACH), -1):
        if items[k].low in (";", "."):
            return None
        if items[k].low in ("the number of", "number of"):
            return Rise(k, start)
    return None


def _other_end(sentence: Sentence, at: int, step: int) -> int | None:
    """The count at the other end of "from 24 victims in 2020 to 38 in 2021"; only its noun and year stand between."""
    items = sentence.items
    to = False
    for k in range(at + step, max(-1, at - _APART) if step < 0 else min(len(items), at + _APART), step):
        item = items[k]
        if item.amount is not None and item.depth == items[at].depth:
            return k if to and item.amount.kind == COUNT else None
        if item.low == "to" and not to:
            to = True
        elif not (item.low in ("in", "during") or item.period or item.noun or item.labels.traits):
            return None
    return None


def read_rise(sentence: Sentence, mention: Mention, rise: Rise) -> list[Draft]:
    """The draft of one end of the rise, or none when what rose is not counted here."""
    region = region_of(sentence, rise.number_of)
    noun_at, noun = head_noun(sentence, rise.number_of, region)
    if noun_at is None:
        acts = [k for k in range(rise.number_of + 1, region) if sentence.items[k].act]
        noun_at, noun = head_noun(sentence, acts[0], region) if acts else (None, None)
    named = [item.act for item in sentence.items[rise.number_of : region] if item.act]
    rule = rule_for(noun, named[0] if named else None, near_of(sentence, mention.at), sentence.section)
    if noun_at is None or rule is None:
        return []
    measure, traits = measure_of(rule, traits_of(sentence, rise.number_of, noun_at, region, noun))
    draft = Draft(
        measure,
        mention.amount.value,
        rule.unit,
        traits,
        qualifier=mention.amount.qualifier,
        noun=noun,
        act=named[0] if named else None,
        at=mention.at,
    )
    own = next((i.period for i in sentence.items[mention.at + 1 : mention.at + 4] if i.period), None)
    return [draft.dated(own or (Period(PREVIOUS, (0,), mention.at, mention.at) if rise.start else None))]
