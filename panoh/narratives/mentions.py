"""Reads each count of a sentence with what stands around it: the noun, the verb, the traits, its link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from panoh.narratives.amounts import COUNT, DURATION, PERCENT, Amount
from panoh.narratives.behind import verb_behind_bracket, verb_behind_list
from panoh.narratives.clauses import actor_of
from panoh.narratives.governing import (
    NOUN_ACTS,
    acts_at,
    copular,
    does_it,
    governing,
    left_act,
    lists_services,
    planned,
    right_act,
)
from panoh.narratives.hosts import hosted
from panoh.narratives.nouns import UNKNOWN, head_noun, noun_behind_bracket
from panoh.narratives.phrases import bracket_around, definite, joined_to_next, region_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.services import bare_bracket, home_of, service_of
from panoh.narratives.tagging import Item
from panoh.narratives.traits import traits_of

EVENTS = frozenset({"investigation", "prosecution", "conviction"})
_SHELTER_WORDS = frozenset({"shelter", "housing", "accommodation", "to"})
_LIKENED = re.compile(r"(?:similar to|(?:but|and|although|,) (?:less|fewer|more|lower|higher) than)(?: the)?$")
_GIVEN = ("services", "support", "assistance", "care")
HEAD, COMPARISON, SUBSET = "head", "comparison", "subset"


@dataclass(frozen=True)
class Mention:
    """One count as it stands in its sentence, before the discourse gives it what it leaves out."""

    at: int
    item: Item
    amount: Amount
    clause: int
    noun: str | None
    acts: tuple[str, ...]
    traits: dict[str, str]
    near: frozenset[str]
    link: str
    definite: bool
    partitive: bool
    copular: bool
    actor: str | None
    term: str | None = None


def mentions(sentence: Sentence) -> list[Mention]:
    """The counts of a sentence, in order."""
    found: list[Mention] = []
    for at, item in enumerate(sentence.items):
        if item.amount is not None and item.amount.kind in (COUNT, PERCENT):
            found.append(_mention(sentence, at, item, item.amount, found))
    return found


def _mention(sentence: Sentence, at: int, item: Item, amount: Amount, earlier: Sequence[Mention]) -> Mention:
    region = region_of(sentence, at)
    noun_at, noun = head_noun(sentence, at, region)
    if noun in (None, UNKNOWN):
        noun = noun_behind_bracket(sentence, region) or noun
    behind = noun_at if noun_at is not None else at
    left, right = left_act(sentence, at), right_act(sentence, behind, region)
    right = _right_farther(sentence, at, region, noun, left, right)
    act_at = governing(sentence, at, left, right)
    acts, noun = _told_of(sentence, at, act_at, noun, by_left=act_at == left, by_right=act_at == right)
    link = _link(sentence, at, earlier)
    host = hosted(sentence, at) if noun is None and link == SUBSET and not acts else None
    if host is not None:
        acts, noun, noun_at, link, region = (
            acts_at(sentence, host[1]),
            sentence.items[host[0]].noun,
            host[0],
            HEAD,
            host[0] + 1,
        )
    start = host[1] if host is not None else at
    home = home_of(sentence, act_at) if noun == "victim" else {}
    traits = bare_bracket(sentence, at) or traits_of(sentence, start, noun_at, region, noun)
    if "repatriate" in acts and come_from(sentence, at, traits.get("nationality")):
        traits.pop("nationality")
    return Mention(
        at=at,
        item=item,
        amount=amount,
        clause=sentence.clauses[at],
        noun=noun,
        acts=acts,
        traits={**_service(sentence, at, act_at, earlier), **home, **traits},
        near=near_of(sentence, at),
        link=link,
        definite=definite(sentence, at),
        partitive=at + 1 < len(sentence.items)
        and sentence.items[at + 1].low in ("of the", "of these", "of them", "of whom", "of which"),
        copular=copular(sentence, behind, region),
        actor=actor_of(sentence.items, sentence.clauses, act_at) if act_at is not None else None,
        term=_term(sentence, at),
    )


def come_from(sentence: Sentence, at: int, nation: str | None) -> bool:
    """ "repatriated 46 women from Kuwait": where they were, and not whose citizens they are."""
    items = sentence.items
    named = [k for k in range(at, min(at + 9, len(items))) if nation and nation in items[k].labels.nations]
    return bool(named) and items[named[0] - 1].low == "from"


def _right_farther(
    sentence: Sentence, at: int, region: int, noun: str | None, left: int | None, right: int | None
) -> int | None:
    """The verb behind the count, else behind its bracket, the list it opens, or the count it is joined to."""
    if right is None and region < len(sentence.items) and sentence.items[region].low == "(":
        right = verb_behind_bracket(sentence, region)
    if left is None and right is None and noun in ("official", "person", "victim") and not definite(sentence, at):
        right = verb_behind_list(sentence, region)
    if left is None and right is None and joined_to_next(sentence, region):
        right = right_act(sentence, region, region_of(sentence, region))
    return right


def _told_of(
    sentence: Sentence, at: int, act_at: int | None, noun: str | None, *, by_left: bool, by_right: bool
) -> tuple[tuple[str, ...], str | None]:
    """The acts told of the count, and its noun; where it acts itself or all is only planned, neither."""
    acts = acts_at(sentence, act_at) if act_at is not None else ()
    if act_at is not None:
        if acts == ("accommodate",) and by_left and lists_services(sentence, act_at, at):
            acts = ("assist",)
        if {"accommodate", "assist"} <= set(acts) and _names_shelter(sentence, act_at):
            acts = tuple(act for act in acts if act != "accommodate")  # "providing shelter and services to 238"
        if by_right and noun == "inspector" and does_it(sentence, act_at):
            acts = ("employ",)  # "its 120 inspectors conducted 3,450 inspections"
        elif by_right and noun in ("shelter", "service_centre") and does_it(sentence, act_at):
            acts = ("exist",)  # "five crisis centers provided support": there were five
        elif (by_left and planned(sentence, act_at)) or (by_right and does_it(sentence, act_at)):
            acts, noun = (), UNKNOWN
    if noun == "case" and at > 1 and sentence.items[at - 1].low == "in" and sentence.items[at - 2].noun in EVENTS:
        acts = (NOUN_ACTS[sentence.items[at - 2].noun or ""],)  # "45 convictions in 38 cases"
    return acts, noun


def _names_shelter(sentence: Sentence, act: int) -> bool:
    """ "shelter and services": what was given, not two things done."""
    near = sentence.items[max(0, act - 2) : act + 3]
    return any(item.act == "accommodate" and item.low.split()[-1] in _SHELTER_WORDS for item in near)


def _service(sentence: Sentence, at: int, act_at: int | None, earlier: Sequence[Mention]) -> dict[str, str]:
    """The service that was given: named behind the verb, or between it (or the last number before) and this one."""
    if act_at is None and at > 1 and sentence.items[at - 1].low in ("to", "for"):
        return service_of(sentence, _opened(sentence, at), at)
    if act_at is None or act_at == at:
        return {}
    if act_at > at:
        return service_of(sentence, act_at, act_at + 2)
    given = _given_from(sentence, act_at)
    return service_of(sentence, max([given, *(m.at for m in earlier if m.at > given)]), at)


def _given_from(sentence: Sentence, act: int) -> int:
    """ "vocational services to 35 children": where what was given begins, when it is one thing."""
    items = sentence.items
    listed = any(item.low == "," or item.cue("and") for item in items[max(0, act - 4) : act])
    return act - 2 if items[act].low.startswith(_GIVEN) and not listed else act


def _opened(sentence: Sentence, at: int) -> int:
    """ "; vocational training to 35 children": where what was given begins."""
    return next((k for k in range(at - 1, 0, -1) if sentence.items[k].low == ";"), at)


def _link(sentence: Sentence, at: int, earlier: Sequence[Mention]) -> str:
    items = sentence.items
    if items[at].depth:
        first, last = bracket_around(sentence, at)
        bracket = items[first:last]
        if any(i.cue("compare") for i in items[first:at]):
            return COMPARISON
        return COMPARISON if any(i.period for i in bracket) and not any(i.cue("subset") for i in bracket) else SUBSET
    previous = next((m for m in reversed(earlier) if m.item.depth == items[at].depth), None)
    if likened(items, at):
        return COMPARISON
    for k in range(at - 1, -1, -1):
        if items[k].depth != items[at].depth:
            continue
        if items[k].cue("compare") or items[k].cue("same"):
            return HEAD if _closed(items[k:at]) else COMPARISON
        if items[k].cue("subset") and not (items[k].low == "of the" and items[k + 1].amount is None and k > 2):
            return SUBSET
        if k == 0 and items[0].low == "of" and items[1].amount is not None:
            return SUBSET
        if items[k].low == ":" or (items[k].low in (";", "—") and k == at - 1):
            return SUBSET
        if items[k].noun in NOUN_ACTS and k and items[k - 1].cue("and") and items[k + 1].low in ("of", "against"):
            return HEAD  # "20 cases, compared with 35 in 2015, and prosecutions of 17 defendants"
        if items[k].act and k and (items[k - 1].cue("and") or items[k - 1].low in ("it", "they")):
            return HEAD
        if previous is not None and k == previous.at:
            return previous.link if _goes_on(sentence, previous.at, at) else HEAD
        if items[k].low == ";":
            return HEAD
    return HEAD


def likened(items: Sequence[Item], at: int) -> bool:
    """ "463 victims, similar to 470 in 2020 but less than 657 in 2019": both are of other years."""
    before = " ".join(item.low for item in items[max(0, at - 3) : at])
    dated = any(item.period for item in items[at + 1 : at + 5])
    return dated and bool(_LIKENED.search(before))


def _closed(items: Sequence[Item]) -> bool:
    """ "compared to 19 million in 2016, in the form of grants to run two shelters": a verb behind the comma is another's."""
    commas = (k for k in range(1, len(items)) if items[k].low == ",")
    comma = next((k for k in commas if items[k - 1].period or items[k - 1].low in ("period", "year")), len(items))
    return any(item.act and not item.noun for item in items[comma:])


def _goes_on(sentence: Sentence, before: int, at: int) -> bool:
    """A list goes on while no new verb of the main clause opens."""
    items = sentence.items
    return not any(
        (sentence.clauses[k] != sentence.clauses[before] and items[k].depth == 0) or items[k].low == ";"
        for k in range(before + 1, at + 1)
    )


def near_of(sentence: Sentence, at: int) -> frozenset[str]:
    """The noun classes, acts and traits of the clause, and of the bracket's host clause."""
    names: set[str] = set()
    end = _next_statement(sentence, at)
    for k, item in enumerate(sentence.items[:end]):
        same = sentence.clauses[k] == sentence.clauses[at] or sentence.items[at].depth > 0
        if same and not (item.noun == "shelter" and _given_among_others(sentence, k, at)):
            names.update(item.labels.nouns, () if _pends_elsewhere(sentence, k, at) else item.labels.acts)
            if _one_service_of_many(sentence, k, at):
                names.discard("repatriate")
            for trait in item.labels.traits:
                names.update(trait.split())
            if "trafficking" in item.low:
                names.add("trafficking")
            if item.act == "sentence" and "prison" in item.low:
                names.add("imprisonment")
            if item.amount and item.amount.kind == DURATION:
                names.add("DURATION")
    return frozenset(names)


def _next_statement(sentence: Sentence, at: int) -> int:
    """ "30 received assistance and 20 stayed in shelters": where the next count begins with a verb of its own."""
    items = sentence.items
    for k in range(at + 1, len(items) - 1):
        counted = items[k].amount is not None and items[k].depth == items[at].depth
        if counted and items[k + 1].act and items[k - 1].cue("and") and any(i.act for i in items[at + 1 : k]):
            return k
    return len(items)


def _given_among_others(sentence: Sentence, k: int, at: int) -> bool:
    """ "assistance to 32 victims, including shelter, food, and counseling": shelter is one of what they got."""
    items = sentence.items
    opened = next((i for i in range(at + 1, k) if items[i].low == "including"), None)
    return opened is not None and not any(item.low in ("in", "at") for item in items[opened:k])


def _one_service_of_many(sentence: Sentence, k: int, at: int) -> bool:
    """ "769 victims, providing medical care, school support, and repatriation assistance": helped, not repatriated."""
    items = sentence.items
    listed = items[k - 1].low == "," or (items[k - 1].cue("and") and items[k - 2].low == ",")
    return k > at + 1 and items[k].act == "repatriate" and "assistance" in items[k].low and listed


def _pends_elsewhere(sentence: Sentence, k: int, at: int) -> bool:
    """ "10 ongoing investigations, five new prosecutions": only the ten are ongoing."""
    return sentence.items[k].act == "pending" and k > 0 and sentence.items[k - 1].amount is not None and k - 1 != at


def _term(sentence: Sentence, at: int) -> str | None:
    """ "received prison sentences between one to five years": the term that stands with the persons."""
    for k in range(at + 1, len(sentence.items)):
        item = sentence.items[k]
        if item.depth > sentence.items[at].depth:
            continue
        counted = item.amount is not None and item.amount.kind == COUNT and not definite(sentence, k)
        if sentence.clauses[k] != sentence.clauses[at] or counted:
            return None
        if item.low == "life" and sentence.items[k - 1].low in ("to", "of", "received", "a", "sentences"):
            return "life"
        if item.amount and item.amount.kind == DURATION:
            low, high, unit = item.amount.value, item.amount.high, item.amount.unit
            far = item.amount.high_unit or unit
            return f"{low:g}{f' {unit}' if far != unit else ''}-{high:g} {far}" if high else f"{low:g} {unit}"
    return None
