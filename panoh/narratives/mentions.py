"""Reads each count of a sentence with what stands around it: the noun, the verb, the traits, its link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from panoh.narratives.amounts import COUNT, PERCENT, Amount
from panoh.narratives.around import told_around
from panoh.narratives.behind import verb_behind_bracket, verb_behind_list
from panoh.narratives.counted_as import of_council, of_recruiters, phoned
from panoh.narratives.governing import (
    NOUN_ACTS,
    acts_at,
    copular,
    does_it,
    governing,
    left_act,
    lists_services,
    right_act,
)
from panoh.narratives.hosts import hosted
from panoh.narratives.links import COMPARISON, HEAD, SUBSET, link_of
from panoh.narratives.mixtures import without_mixture
from panoh.narratives.near import near_of
from panoh.narratives.nouns import UNKNOWN, Counted, head_noun, noun_behind_bracket
from panoh.narratives.perhaps import perhaps_victims
from panoh.narratives.phrases import definite, joined_to_next, region_of
from panoh.narratives.planning import planned
from panoh.narratives.reported import exploited_by
from panoh.narratives.sentence import Sentence
from panoh.narratives.services import bare_bracket
from panoh.narratives.tagging import Item
from panoh.narratives.totals import Subject, subject_of_total
from panoh.narratives.traits import traits_of
from panoh.narratives.with_counts import service_given, sex_of_home, term_received, who_acted

__all__ = ["COMPARISON", "EVENTS", "HEAD", "SUBSET", "Mention", "come_from", "mentions"]

EVENTS = frozenset({"investigation", "prosecution", "conviction"})
_SHELTER_WORDS = frozenset({"shelter", "housing", "accommodation", "to"})
_SOME = frozenset({"most", "majority", "many", "some", "several", "few", "half", "third", "thirds", "two-thirds"})
_MAINLY = frozenset({"mostly", "mainly", "predominantly", "primarily", "largely", "overwhelmingly"})
_OF_ALL = ("of the", "of these", "of them", "of whom", "of which")


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
    noun_at, noun = _noun(sentence, at, region)
    total = subject_of_total(sentence, at) if noun in (None, UNKNOWN) and not item.depth else None
    behind = noun_at if noun_at is not None else at
    left, right = left_act(sentence, at), right_act(sentence, behind, region)
    right = _right_farther(sentence, at, region, noun, left, right)
    act_at = governing(sentence, at, left, right)
    acts, noun = _told_of(sentence, at, act_at, noun, by_left=act_at == left, by_right=act_at == right)
    acts, act_at = told_around(sentence, at, (acts, act_at), noun, (left, region), earlier)
    if total is not None:
        noun_at, noun, acts = total.noun_at, total.noun, total.acts
    before = next((m for m in reversed(earlier) if m.item.depth == item.depth), None)
    link = link_of(sentence, at, (before.at, before.link) if before else None)
    host = hosted(sentence, at) if noun is None and link == SUBSET and not acts else None
    if host is not None:
        acts, noun_at, link, region = acts_at(sentence, host[1]), host[0], HEAD, host[0] + 1
        noun = sentence.items[host[0]].noun
    traits = _narrowed(sentence, at, noun_at, region, noun, host, total)
    if link == HEAD and noun in ("victim", "person", "offender"):
        traits = without_mixture(sentence, at, region, traits, amount)
    traits |= perhaps_victims(sentence, at, region, noun, acts)
    given = service_given(sentence, at, act_at, [m.at for m in earlier])
    return Mention(
        at=at,
        item=item,
        amount=amount,
        clause=sentence.clauses[at],
        noun=noun,
        acts=acts,
        traits={**given, **_told(sentence, at, act_at, noun, traits, acts)},
        near=near_of(sentence, at),
        link=link,
        definite=definite(sentence, at),
        partitive=at + 1 < len(sentence.items) and sentence.items[at + 1].low in _OF_ALL,
        copular=copular(sentence, behind, region),
        actor=who_acted(sentence, at, act_at, region if noun == "shelter" else at),
        term=term_received(sentence, at),
    )


def _of_only_some(sentence: Sentence, at: int, region: int) -> int:
    """ "Most of the 88 victims were women", "The 40 victims were mainly women": what only some are ends the phrase."""
    items = sentence.items
    some = at > 1 and items[at - 1].low == "of the" and items[at - 2].low.split()[-1] in _SOME
    for k in range(at + 1, region - 1):
        if items[k].low in ("was", "were", "are", "is") and (some or items[k + 1].low in _MAINLY):
            return k
    return region


def _noun(sentence: Sentence, at: int, region: int) -> Counted:
    noun_at, noun = head_noun(sentence, at, region)
    return noun_at, (noun_behind_bracket(sentence, region) or noun if noun in (None, UNKNOWN) else noun)


def _narrowed(
    sentence: Sentence,
    at: int,
    noun_at: int | None,
    region: int,
    noun: str | None,
    host: tuple[int, int] | None,
    total: Subject | None,
) -> dict[str, str]:
    """What narrows the count, in the phrase behind it or, where its noun stands before, in that."""
    region = _of_only_some(sentence, at, region)
    if total is not None:
        return traits_of(sentence, total.first - 1, noun_at, total.verb, noun)
    told = bare_bracket(sentence, at) or traits_of(sentence, host[1] if host else at, noun_at, region, noun)
    one = noun_at is not None and sentence.items[noun_at].low == "official"  # "one official was convicted"
    return {"group": "officials", **told} if one else told


def _told(
    sentence: Sentence, at: int, act: int | None, noun: str | None, traits: dict[str, str], acts: tuple[str, ...]
) -> dict[str, str]:
    """What narrows the count, with the sex of those a house for one sex took in, and what their exploiters did."""
    around = sex_of_home(sentence, act, noun) | exploited_by(sentence, at, noun)
    return {**around, **_of_whom(sentence, at, traits, acts)}


def _of_whom(sentence: Sentence, at: int, traits: dict[str, str], acts: tuple[str, ...]) -> dict[str, str]:
    """What narrows the count, without the country people were only brought home from."""
    if "repatriate" in acts and "nationality" not in traits and (home := _home(sentence, at)) is not None:
        return {**traits, "nationality": home}
    moved = bool({"repatriate", "extradite"} & set(acts)) or _sent_from(sentence, at)
    if not moved or not come_from(sentence, at, traits.get("nationality")):
        return traits
    return {key: value for key, value in traits.items() if key != "nationality"}


def _sent_from(sentence: Sentence, at: int) -> bool:
    """ "screened 700 migrants deported from Oman": where they were, whatever was done to them."""
    after = sentence.items[at + 1 : at + 7]
    return any(a.act in ("deport", "return", "repatriate") and b.low == "from" for a, b in pairwise(after))


def _home(sentence: Sentence, at: int) -> str | None:
    """ "repatriated three victims to Vietnam": whose citizens they are."""
    items = sentence.items
    for k in range(at + 2, min(at + 6, len(items))):
        if items[k].amount or items[k].act or items[k - 1].low == "from":
            return None
        if items[k].labels.nations and items[k - 1].low == "to":
            listed = items[k + 1 : k + 3]
            return (
                None if any(item.labels.nations or item.cue("and") for item in listed) else items[k].labels.nations[0]
            )
    return None


def come_from(sentence: Sentence, at: int, nation: str | None) -> bool:
    """ "repatriated 46 women from Kuwait", "from Spain and Italy": where they were, and not whose citizens they are."""
    items = sentence.items
    near = range(at, min(at + 9, len(items)))
    named = [k for k in near if items[k].labels.nations and nation in ("foreign", *items[k].labels.nations)]
    return bool(named) and items[named[0] - 1].low == "from"


def _right_farther(
    sentence: Sentence, at: int, region: int, noun: str | None, left: int | None, right: int | None
) -> int | None:
    """The verb behind the count, else behind its bracket, the list it opens, or the count it is joined to."""
    if right is None and region < len(sentence.items) and sentence.items[region].low == "(":
        right = verb_behind_bracket(sentence, region)
    if (
        left is None
        and right is None
        and noun in ("official", "person", "victim", "offender")
        and not definite(sentence, at)
    ):
        right = verb_behind_list(sentence, region)
    if left is None and right is None and noun in ("case", "prosecution") and _involves_next(sentence, region):
        right = right_act(sentence, region, region_of(sentence, region))
    alone = left is None and right is None and not copular(sentence, at, region)
    if alone and joined_to_next(sentence, region):
        right = right_act(sentence, region, region_of(sentence, region))
    return right


def _involves_next(sentence: Sentence, region: int) -> bool:
    """ "One case involving two suspects remained pending": the verb stands behind the suspects."""
    counted = region < len(sentence.items) and sentence.items[region].amount is not None
    return counted and sentence.items[region - 1].low in ("involving", "with", "against")


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
        elif by_right and noun in ("training", "campaign") and does_it(sentence, act_at):
            acts = ("conduct",)  # "22 courses reached 900 officials": there were 22
        elif by_right and noun in ("shelter", "service_centre", "ngo_shelters") and does_it(sentence, act_at):
            acts = ("exist",)  # "five crisis centers provided support": there were five
        elif (by_left and planned(sentence, act_at)) or (by_right and does_it(sentence, act_at)):
            acts, noun = (), UNKNOWN
    if noun == "inspection" and of_recruiters(sentence, at):
        acts, noun = ("inspections_of",), "recruiter"  # "1,846 inspections of employment agencies"
    if noun in ("person", "victim", UNKNOWN) and at > 1 and phoned(sentence, at):
        noun, acts = "call", ()  # "received calls from 1,150 migrant workers"
    if noun == "training" and of_council(sentence, at):
        noun = "meeting"  # "the council held six sessions"
    if noun == "case" and at > 1 and sentence.items[at - 1].low == "in" and sentence.items[at - 2].noun in EVENTS:
        acts = (NOUN_ACTS[sentence.items[at - 2].noun or ""],)  # "45 convictions in 38 cases"
    return acts, noun


def _names_shelter(sentence: Sentence, act: int) -> bool:
    """ "shelter and services": what was given, not two things done."""
    near = sentence.items[max(0, act - 2) : act + 3]
    return any(item.act == "accommodate" and item.low.split()[-1] in _SHELTER_WORDS for item in near)
