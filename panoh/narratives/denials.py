"""Reads what a denial covers: the things counted as none, or not reported, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from panoh.narratives.amounts import COUNT
from panoh.narratives.clauses import actor_of
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import NOT_REPORTED, ZERO
from panoh.narratives.measures import measure_of, rule_for
from panoh.narratives.mentions import near_of
from panoh.narratives.plain import of_no_count, passive, plain_denial
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.when import scope_period
from panoh.narratives.words import load

_EVENTS = frozenset(
    {
        "investigation",
        "prosecution",
        "conviction",
        "extradition",
        "raid",
        "inspection",
        "permit",
        "campaign",
        "deportation",
    }
)
_SUBJECTS = frozenset({"victim", "person", "official", "offender"})
MIXED = "mixed"  # "for adults and children": narrowed by neither
_LISTED = frozenset({",", "and", "or", "nor", "any", "and/or"})
_NOT_YET = re.compile(r"^(?:did|does|do|has|have|had|was|were|could|failed|never|neither|without|is|are|unable|not)\b")


def denied(sentence: Sentence, at: int, last: int, status: str) -> Iterator[Draft]:
    items, first, period = sentence.items, at, scope_period(sentence, at, last)
    if status == NOT_REPORTED and of_no_count(items, at):
        return
    acts = [str(items[at - 1].act)] if at and items[at].cue("nothing") and _finite(items[at - 1]) else []
    subject: str | None = None
    fresh, seen, behind = True, False, False
    for k in range(at, last):
        item = items[k]
        if item.low == "to" and items[at].cue("nothing") and not seen and not acts:
            return
        if item.amount and item.amount.kind == COUNT and item.amount.value:
            if status == NOT_REPORTED and (items[at + 1].low in ("if", "whether") or items[k - 2].low == "any"):
                continue  # "did not report if it assisted six victims", "screening any of the 3,400"
            return
        if k > at and item.act and not (item.noun and acts):
            behind = bool(items[k - 1].noun)
            acts = [*acts, item.act] if not fresh else [item.act]
            fresh = False
        elif item.noun == "organisation" and item.actor and not acts:
            continue
        elif not acts and item.noun in _SUBJECTS and (subject is None or (subject, item.noun) == ("person", "victim")):
            subject = item.noun
        elif item.noun and status == NOT_REPORTED and items[k - 1].low in ("of these", "of those"):
            continue  # "did not report whether any of these inspections led to ..."
        elif (item.noun and k > at) or (item.noun and item.cue("nothing")):
            own = _participles(items, k, last) if behind or not acts else []
            for draft in _target(sentence, at, k, item.noun if own else subject or item.noun, own or acts, status):
                if status == ZERO and not plain_denial(sentence, at, k, draft, acts):
                    continue
                if seen and draft.measure == "officials_trained":
                    continue  # "did not provide any training to officials" is said of the training
                first = first if seen else k
                seen = True
                kind = traits_within(sentence, max(at, first - 3), first, ["form"]) if item.noun in _EVENTS else {}
                yield replace(draft, actor=_actor(sentence, at), traits={**kind, **draft.traits}).dated(period)
            fresh = items[k + 1].low not in _LISTED if k + 1 < last else True
            if fresh and not _goes_on(items, k, last):
                return
        elif seen and item.low not in _LISTED and not item.labels.traits and not _joined_verb(items, k):
            return
    undergone = (
        status == ZERO
        and items[at].cue("nothing")
        and subject in ("victim", "offender", "official")
        and not seen
        and passive(items, at, last)
    )
    if acts and not seen and (status == NOT_REPORTED or undergone):
        for act in acts:
            for draft in _target(sentence, at, at, subject, [act], status):
                yield replace(draft, actor=_actor(sentence, at)).dated(period)


def _finite(item: Item) -> bool:
    """ "screened 40 migrants and identified no victims": the verb stands before "no"."""
    return bool(item.act) and item.low.endswith("ed") and not item.noun


def _joined_verb(items: Sequence[Item], k: int) -> bool:
    """ "initiating investigations, or securing any convictions": the list goes on with a verb no list knows."""
    return items[k].low.endswith("ing") and items[k - 1].cue("and")


def _participles(items: Sequence[Item], k: int, last: int) -> list[str]:
    """ "cases investigated or individuals prosecuted or convicted": each noun has its own verbs behind it."""
    found: list[str] = []
    for item in items[k + 1 : last]:
        if item.act and item.low.endswith("ed") and not item.noun:
            found.append(item.act)
        elif not (found and item.cue("and")):
            break
    return found


def _goes_on(items: Sequence[Item], k: int, last: int) -> bool:
    """ "the number of cases authorities investigated", "victims it referred": the verb stands behind its noun."""
    if k + 1 >= last:
        return False
    after = items[k + 1]
    return bool(
        after.noun
        or after.labels.traits
        or after.actor
        or after.act
        or after.cue("relative")
        or after.low in ("it", "they")
        or (items[k].noun == "case" and after.low == "of")
    )


def _actor(sentence: Sentence, at: int) -> str:
    return actor_of(sentence.items, sentence.clauses, at) if _NOT_YET.match(sentence.items[at].low) else "government"


def set_phrase(sentence: Sentence, at: int, last: int, status: str) -> Iterator[Draft]:
    """Set phrases of lexicon/silence.yaml: "no reports the government penalized victims"."""
    words = " ".join(item.low for item in sentence.items[at:last])
    for line in load("silence.yaml")["phrases"]:
        named = "named" not in line or any(line["named"] in item.labels.nouns for item in sentence.items)
        if line["status"] == status and named and re.search(line["pattern"], words):
            traits = traits_within(sentence, at, last, line["keep"])
            for measure in line["measure"].split():
                if measure == "victims_identified" and "potential" in words:
                    measure = "potential_victims_identified"
                yield silent(measure, line["unit"], traits, status).dated(scope_period(sentence, at, last))
            return


def _target(sentence: Sentence, at: int, k: int, noun: str | None, acts: list[str], status: str) -> Iterator[Draft]:
    allowed = frozenset(load("silence.yaml")["measures"])
    events = noun in _EVENTS
    named: tuple[str | None, ...] = (None,) if events or not acts else tuple(dict.fromkeys(acts))
    for act in named:
        rule = rule_for(noun, act, near_of(sentence, k), sentence.section)
        if rule is None or rule.measure not in allowed:
            continue
        if not events and act is None and rule.acts and rule.measure not in ("shelters", "trainings"):
            continue
        measure, traits = measure_of(rule, traits_within(sentence, max(at, k - 3), _phrase_end(sentence, k), []))
        if measure in ("investigations", "prosecutions", "convictions"):
            traits = {key: value for key, value in traits.items() if key not in ("sex", "age")}
            if sentence.section == "prevention" and not traits.keys() & {"form", "group"}:
                traits |= traits_within(
                    sentence, 0, at, ["form"]
                )  # "criminalized sex tourism, but did not prosecute any"
        if sentence.items[at].low == "no such" or any(i.low == "such" for i in sentence.items[at : k + 1]):
            before = traits_within(sentence, 0, at, ["group", "form"])
            traits = {"group": before["group"]} if "group" in before else before
        unit = "cases" if noun == "conviction" or traits.get("group") == "officials" else rule.unit
        yield replace(silent(measure, unit, traits, status), noun=noun, act=act)


def _phrase_end(sentence: Sentence, k: int) -> int:
    end = k + 1
    while end < len(sentence.items) and sentence.items[end].low not in (";", ".", "(") and end < k + 14:
        item = sentence.items[end]
        if (
            item.cue("compare")
            or item.cue("case_break")
            or item.low == "including"
            or (item.act and sentence.items[end - 1].cue("and"))
        ):
            break
        end += 1
    return end


def traits_within(sentence: Sentence, first: int, last: int, keep: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for k in range(max(first, 0), min(last, len(sentence.items))):
        for pair in " ".join(sentence.items[k].labels.traits).split():
            key, value = pair.split("=")
            crime = (
                key == "age"
                and k + 1 < len(sentence.items)
                and "form=" in " ".join(sentence.items[k + 1].labels.traits)
            )
            if (not keep or key in keep) and not (crime and not _counts_victims(sentence, k)):
                joined = key in ("sex", "age") or (key == "form" and sentence.items[k - 1].cue("and"))
                listed = joined and found.get(key, value) != value
                found[key] = MIXED if listed else found.get(key, value)
    return {key: value for key, value in found.items() if value != MIXED}


def _counts_victims(sentence: Sentence, k: int) -> bool:
    """ "child sex trafficking victims" are children; "child sex tourists" are not."""
    return any(item.noun == "victim" for item in sentence.items[k + 1 : k + 4])


def silent(measure: str, unit: str, traits: dict[str, str], status: str) -> Draft:
    return Draft(measure=measure, value=0.0 if status == ZERO else None, unit=unit, traits=traits, status=status)
