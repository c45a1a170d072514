"""What was done to those already counted: "identified 47 victims and referred them to shelters" refers 47."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.measures import measure_of, rule_for
from panoh.narratives.near import near_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.services import service_of
from panoh.narratives.tagging import Item

_THEM = frozenset({"them", "all of them", "these victims", "those victims"})
_ACTS = frozenset({"refer", "repatriate"})
_GIVEN = frozenset({"assist", "provide", "accommodate"})
_GAVE = frozenset(
    {
        "provided",
        "providing",
        "assisted",
        "assisting",
        "offered",
        "offering",
        "sheltered",
        "supported",
        "placed",
        "placing",
    }
)
_OTHERS = frozenset({"to", "for"})
_FOUND = frozenset({"victims_identified", "potential_victims_identified", "victims_repatriated"})


def told_of_them(sentence: Sentence, heads: Sequence[Draft]) -> list[Draft]:
    """A fact for the act told of "them" or of "all identified victims", where one count of victims stands before."""
    found: list[Draft] = []
    for k, item in enumerate(sentence.items[:-1]):
        given = item.act in _GIVEN and _given_to_them(sentence, k)
        done = item.act in _ACTS and item.low.endswith("ed") and _of_them(sentence.items, k)
        base = _counted_before(sentence, heads, k) if (given or done) and not item.depth else None
        if base is None or any(d.act == item.act or (given and d.act in _GIVEN) for d in heads):
            continue
        if not _joined(sentence.items, k):
            continue
        rule = rule_for("victim", item.act, near_of(sentence, k), sentence.section)
        status = {"victim_status": "potential"} if base.measure.startswith("potential") else {}
        service = service_of(sentence, k, _end(sentence, k)) if given else {}
        if rule is not None:
            measure, traits = measure_of(rule, {**base.traits, **status, **service})
            found.append(replace(base, measure=measure, unit=rule.unit, traits=traits, act=item.act, at=k))
    return found


def _counted_before(sentence: Sentence, heads: Sequence[Draft], k: int) -> Draft | None:
    """The one count of victims before the act, with no other count between them."""
    before = [d for d in heads if d.at < k and d.unit == "people" and d.value]
    before = [d for d in before if d.noun in ("victim", None) or (d.noun == "person" and d.measure in _FOUND)]
    alone = len({d.at for d in before}) == 1 and not _other_count(sentence.items, before[0].at, k)
    return before[0] if alone else None


def _given_to_them(sentence: Sentence, k: int) -> bool:
    """ "provided them with care", "provided care": to those before, where nobody else is named and none is counted."""
    items, end = sentence.items, _end(sentence, k)
    if items[k].low.split()[0] not in _GAVE or any(item.amount for item in items[k:end]):
        return False
    if any(item.low in _THEM for item in items[k + 1 : k + 3]) or _all_of_them(items[k + 1 : k + 3]):
        return True
    plain = items[k].act == "assist" and len(items[k].low.split()) > 1
    return plain and not any(item.low in _OTHERS or item.noun for item in items[k + 1 : end])


def _end(sentence: Sentence, k: int) -> int:
    same = (i for i in range(k, len(sentence.items)) if sentence.items[i].low in (";", ".", "("))
    return next(same, len(sentence.items))


def _of_them(items: Sequence[Item], k: int) -> bool:
    after = [item.low for item in items[k + 1 : k + 4]]
    every = items[k + 1].cue("all_of") and any(item.noun == "victim" for item in items[k + 2 : k + 4])
    return after[0] in _THEM or every or _all_of_them(items[k + 1 : k + 3])


def _all_of_them(after: Sequence[Item]) -> bool:
    return bool(after) and after[0].cue("all_of") and [item.low for item in after[1:]] == ["of them"]


def _joined(items: Sequence[Item], k: int) -> bool:
    """The act has the subject of the count before it: "and referred them"."""
    return items[k - 1].cue("and")


def _other_count(items: Sequence[Item], at: int, k: int) -> bool:
    """A count between, but for the parts of the first: "identified 47 victims, including 12 girls, and referred them"."""
    parts = next((i for i in range(at + 1, k) if items[i].low in ("including", "of whom")), k)
    return any(item.amount is not None and not item.depth for item in items[at + 1 : parts])
