"""Reads "the number of identified victims rose from 47 to 272": what it was the year before, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from panoh.narratives.amounts import COUNT
from panoh.narratives.drafts import Draft
from panoh.narratives.leaning import EVENTS
from panoh.narratives.measures import measure_of, rule_for
from panoh.narratives.mentions import Mention
from panoh.narratives.near import near_of
from panoh.narratives.nouns import head_noun
from panoh.narratives.periods import PREVIOUS, Period
from panoh.narratives.phrases import CHANGES, region_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.totals import subject_of_total
from panoh.narratives.traits import traits_of

_REACH = 14
_APART = 8  # items
_DROPS = frozenset({"decrease", "increase", "decline", "reduction", "rise", "drop"})


@dataclass(frozen=True)
class Rise:
    """Where what rose is named ("the number of", or the noun itself), and whether this count is the start or the end."""

    named: int
    start: bool
    bare: bool = False
    acts: tuple[str, ...] = ()


def rise_at(sentence: Sentence, at: int) -> Rise | None:
    """ "the number of victims rose from 47 to 272", "convictions fell to 30 in 2021, from 45 in 2020"."""
    ends = _forward(sentence, at) or _backward(sentence, at)
    if ends is None:
        return None
    first, start = min(ends), at == ends[0]
    for k in range(first - 1, max(-1, first - _REACH), -1):
        item = sentence.items[k]
        if item.low in (";", "."):
            return None
        if item.low in ("the number of", "number of") or (item.low == "of" and sentence.items[k - 1].low == "number"):
            return Rise(k, start)
        drop = k > 1 and sentence.items[k - 1].low in ("in", "of") and sentence.items[k - 2].low.split()[-1] in _DROPS
        if item.noun in EVENTS and drop:
            return Rise(k, start, bare=True)  # "its decrease in prosecutions from 341 to 218"
        if k and item.low == "staff" and sentence.items[k - 1].low.startswith(CHANGES):
            return Rise(k, start, bare=True)  # "increased staff from nine to 15"
        opens = item.low.startswith(CHANGES) and sentence.items[k + 1].noun in EVENTS
        if opens and sentence.items[k + 2].low.rstrip(",") in ("", "from", "to"):
            return Rise(k + 1, start, bare=True)  # "doubled convictions, from 13 to 25"
        noun_at = k - 2 if k > 1 and sentence.items[k - 1].low in ("nearly", "almost", "sharply", "slightly") else k - 1
        if k and item.low.startswith(CHANGES) and sentence.items[noun_at].noun in EVENTS:
            return Rise(noun_at, start, bare=True)
    subject = subject_of_total(sentence, first)
    return Rise(subject.noun_at, start, bare=True, acts=subject.acts) if subject is not None else None


def _forward(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The places of start and end in "from 24 to 38", when `at` is one of them."""
    after, before = _other_end(sentence, at, 1), _other_end(sentence, at, -1)
    ends = (at, after) if after is not None else (before, at) if before is not None else None
    return ends if ends and ends[0] and sentence.items[ends[0] - 1].low.endswith("from") else None


def _backward(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """The same of "fell to 38 in 2021, from 45 in 2020": the end is told first."""
    items = sentence.items
    counts = [
        k for k in range(max(0, at - _APART), min(len(items), at + _APART)) if _is_count(items[k], items[at].depth)
    ]
    for end, start in pairwise(counts):
        told = end > 1 and items[end - 1].low == "to" and items[end - 2].low.startswith(CHANGES)
        if told and (items[start - 1].low.endswith("from") or items[start - 1].cue("compare")) and at in (end, start):
            return start, end
    return None


def _is_count(item: Item, depth: int) -> bool:
    return item.amount is not None and item.amount.kind == COUNT and item.depth == depth


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
    region = region_of(sentence, rise.named)
    noun_at, noun = (
        (rise.named, sentence.items[rise.named].noun) if rise.bare else head_noun(sentence, rise.named, region)
    )
    if noun_at is None:
        acts = [k for k in range(rise.named + 1, region) if sentence.items[k].act]
        noun_at, noun = head_noun(sentence, acts[0], region) if acts else (None, None)
    named = [*rise.acts] or [item.act for item in sentence.items[rise.named : region] if item.act]
    if noun == "offender" and not named and sentence.items[noun_at or 0].low.startswith("convicted"):
        named = ["convict"]  # "the number of convicted traffickers rose"
    named = named or (["identify"] if noun == "victim" else [])  # "the number of male victims rose"
    near = near_of(sentence, mention.at) if noun != "inspector" else ()  # those trained afterwards are inspectors still
    rule = rule_for(noun, named[0] if named else None, near, sentence.section)
    if rule is None and noun == "official":
        rule = rule_for("position", None, (), sentence.section)  # those who rose in number are posts
    if noun_at is None or rule is None:
        return []
    measure, traits = measure_of(rule, traits_of(sentence, max(0, rise.named - rise.bare), noun_at, region, noun))
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
    behind = sentence.items[mention.at + 1 : mention.at + 4]
    other = next((k for k, i in enumerate(behind) if i.amount), len(behind))
    own = next((i.period for i in behind[:other] if i.period), None)
    return [draft.dated(own or (Period(PREVIOUS, (0,), mention.at, mention.at) if rise.start else None))]
