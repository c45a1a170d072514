"""What was done to those already counted: "identified 47 victims and referred them to shelters" refers 47."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.measures import measure_of, rule_for
from panoh.narratives.near import near_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_THEM = frozenset({"them", "all of them", "these victims", "those victims"})
_ACTS = frozenset({"refer", "repatriate"})


def told_of_them(sentence: Sentence, heads: Sequence[Draft]) -> list[Draft]:
    """A fact for the act told of "them" or of "all identified victims", where one count of victims stands before."""
    items = sentence.items
    found: list[Draft] = []
    for k, item in enumerate(items[:-1]):
        if item.act not in _ACTS or not item.low.endswith("ed") or not _of_them(items, k) or item.depth:
            continue
        before = [d for d in heads if d.at < k and d.unit == "people" and d.noun in ("victim", None) and d.value]
        fresh = not any(d.act == item.act for d in heads)
        same = len({d.at for d in before}) == 1 and not _other_count(items, before[0].at, k)
        if not same or not fresh or not _joined(items, k):
            continue
        base = before[0]
        rule = rule_for("victim", item.act, near_of(sentence, k), sentence.section)
        status = {"victim_status": "potential"} if base.measure.startswith("potential") else {}
        if rule is not None:
            measure, traits = measure_of(rule, {**base.traits, **status})
            found.append(replace(base, measure=measure, unit=rule.unit, traits=traits, act=item.act, at=k))
    return found


def _of_them(items: Sequence[Item], k: int) -> bool:
    after = [item.low for item in items[k + 1 : k + 4]]
    every = items[k + 1].cue("all_of") and any(item.noun == "victim" for item in items[k + 2 : k + 4])
    return after[0] in _THEM or every


def _joined(items: Sequence[Item], k: int) -> bool:
    """The act has the subject of the count before it: "and referred them"."""
    return items[k - 1].cue("and")


def _other_count(items: Sequence[Item], at: int, k: int) -> bool:
    return any(item.amount is not None and not item.depth for item in items[at + 1 : k])
