"""What a denial is of: the measure its verb and noun stand for, with the traits told beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from panoh.narratives.against import age_of_crime
from panoh.narratives.amounts import COUNT
from panoh.narratives.drafts import Draft
from panoh.narratives.homes import for_whom_not
from panoh.narratives.measures import Rule, measure_of, rule_for
from panoh.narratives.near import near_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.things import of_those, phrase_end, silent, traits_within
from panoh.narratives.units import unit_of_none
from panoh.narratives.words import load

DENIED_EVENTS = frozenset(
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
        "referral",
    }
)
_TOURISM = re.compile(r"\btouris|extraterritorial|\babroad\b|\boverseas\b|purchas|\bdemand\b|clients?\b|buyers?\b")
_SUBJECT = 7  # items
_PROTECTED = 14  # items
_TESTIFIED = re.compile(r"\b(?:assistance|support|protection)\b.*\bvictims? (?:who|that) (?:testif|serv)")
_AT_LAW = ("investigations", "prosecutions", "convictions")


def things_at(sentence: Sentence, at: int, k: int, noun: str | None, acts: list[str], status: str) -> Iterator[Draft]:
    """What is denied of the noun at `k` by each of the acts: "did not identify or refer any victims"."""
    allowed = frozenset(load("silence.yaml")["measures"])
    events = noun in DENIED_EVENTS
    named: tuple[str | None, ...] = (None,) if events or not acts else tuple(dict.fromkeys(acts))
    if noun == "referral" and not sentence.items[k].low.endswith("s"):
        return  # "no referral mechanism"
    for act in named:
        rule = rule_for(noun, act, _near(sentence, at, k), sentence.section)
        if rule is None and (noun, act) == ("case", "identify") and sentence.section in ("protection", "prevention"):
            yield from _victims_of_cases(sentence, k, status)
        if rule is None or rule.measure not in allowed:
            continue
        if act == "refer" and rule.measure == "hotline_victims_identified":
            continue
        if not events and act is None and rule.acts and rule.measure not in ("shelters", "trainings"):
            continue
        measure, traits = _described(sentence, at, k, rule)
        yield replace(silent(measure, unit_of_none(rule, noun, act), traits, status), noun=noun, act=act)


def _near(sentence: Sentence, at: int, k: int) -> frozenset[str]:
    """What stands near; behind "nor" only what it says itself: "did not fund shelters, nor did it assist any victims"."""
    if sentence.items[at].low != "nor":
        return near_of(sentence, k)
    own = sentence.items[at : phrase_end(sentence, k)]
    traits = {pair for item in own for trait in item.labels.traits for pair in trait.split()}
    return frozenset({name for item in own for name in (*item.labels.nouns, *item.labels.acts)} | traits)


def _described(sentence: Sentence, at: int, k: int, rule: Rule) -> tuple[str, dict[str, str]]:
    """The measure and the traits of what is denied at `k`."""
    nobody = sentence.items[at].cue("nothing") and k - at < _SUBJECT  # "No foreign victims applied for permits"
    around = traits_within(sentence, at if nobody else max(at, k - 3), phrase_end(sentence, k), [])
    if not traits_within(sentence, max(at, k - 3), k + 2, ["victim_status"]):
        around.pop("victim_status", None)  # "victims or suspected sex tourists"
    measure, traits = measure_of(rule, around)
    if measure == "victims_assisted" and _of_witnesses(sentence, at):
        return "witness_protection", {}
    if measure == "returnees" and any("victim" in item.low or item.act == "exploit" for item in sentence.items):
        measure = "victims_repatriated"  # "did not report repatriating nationals victimized abroad"
    if measure == "victims_assisted" and len(_services(sentence, at, phrase_end(sentence, k))) > 1:
        traits.pop("service", None)  # "No victims received medical care or legal aid"
    if measure in _AT_LAW:
        one = sentence.items[k].low == "official"  # "has never prosecuted an official"
        traits = _of_crime(sentence, at, k, traits)
        if one or (not traits.keys() & {"group", "form"} and _only_officials(sentence, at)):
            traits["group"] = "officials"
    if measure == "shelters" and not traits.keys() & {"sex", "age"}:
        traits |= for_whom_not(sentence, at, k)
    traits |= {key: value for key, value in of_those(sentence, k).items() if key in rule.keep and key not in traits}
    if measure == "residence_permits" and "nationality" not in traits:
        # "granted permits to 381 foreign victims, but did not report ...": those the sentence speaks of
        traits |= traits_within(sentence, 0, k, ["nationality"])
    if sentence.items[at].low == "no such" or any(i.low == "such" for i in sentence.items[at : k + 1]):
        before = traits_within(sentence, 0, at, ["group", "form"])
        traits = {"group": before["group"]} if "group" in before else {**before, **age_of_crime(sentence.items[:at])}
    return measure, traits


def _only_officials(sentence: Sentence, at: int) -> bool:
    """ "investigated six officials, but did not secure any convictions": nobody else was counted."""
    before = sentence.items[:at]
    counted = [k for k, item in enumerate(before) if item.amount is not None and item.amount.kind == COUNT]
    told = [" ".join(i.low + " ".join(i.labels.traits) for i in before[k : k + 4]) for k in counted]
    others = any(item.noun in ("offender", "case", "person", "victim") for item in before)
    return bool(told) and "group=officials" in told[0] and not others


def _services(sentence: Sentence, first: int, last: int) -> set[str]:
    return {pair for item in sentence.items[first:last] for pair in item.labels.traits if pair.startswith("service=")}


def _of_crime(sentence: Sentence, at: int, k: int, traits: dict[str, str]) -> dict[str, str]:
    """ "criminalized sex tourism, but did not prosecute any": the crime is told before."""
    traits = {key: value for key, value in traits.items() if key not in ("sex", "age", "nationality")}
    traits |= age_of_crime(sentence.items[max(at, k - 3) : phrase_end(sentence, k)])
    abroad = sentence.section == "prevention" and _against_tourism(sentence, at)
    if abroad and not traits.keys() & {"form", "group"}:
        traits |= {**traits_within(sentence, 0, at, ["form"]), **age_of_crime(sentence.items[:at])}
    return traits


def _victims_of_cases(sentence: Sentence, k: int, status: str) -> Iterator[Draft]:
    """ "inspectors did not identify any cases of forced labor": no victims either."""
    about = sentence.items[k : phrase_end(sentence, k)]
    words = " ".join(item.low for item in about)
    if "child labor" in words or "violation" in words:
        return
    potential = any(word in item.low for item in sentence.items[k - 1 : k + 1] for word in ("potential", "suspected"))
    measure = "potential_victims_identified" if potential else "victims_identified"
    traits = traits_within(sentence, k, k + len(about), ["form"])
    yield replace(silent(measure, "cases", traits, status), noun="case", act="identify")


def _against_tourism(sentence: Sentence, at: int) -> bool:
    """ "criminalized sex tourism": what is denied next is of it."""
    return bool(_TOURISM.search(" ".join(item.low for item in sentence.items[:at])))


def _of_witnesses(sentence: Sentence, at: int) -> bool:
    """ "Witnesses could be protected, but authorities did not report how many victims received protection"."""
    lows = [item.low for item in sentence.items]
    after = " ".join(lows[at : at + _PROTECTED])
    known = any(item.noun == "witness" or item.low.startswith("testif") for item in sentence.items[:at])
    return (known and "protection" in after) or bool(_TESTIFIED.search(after))


def of_whom(sentence: Sentence, at: int) -> str | None:
    """ "identified 15 victims; none was penalized": none of those told before, or in court no suspect."""
    items = sentence.items
    done = at > 0 and bool(items[at - 1].act) and items[at - 1].low.endswith("ed") and not items[at - 1].noun
    if items[at].low != "none" or not (done or any(item.cue("copula") for item in items[at + 1 : at + 3])):
        return None
    if done and sentence.section not in ("protection", "prosecution"):
        held = [item.noun for item in items[:at] if item.noun in ("campaign", "training", "inspection", "meeting")]
        return held[-1] if held else None
    named = [item.noun for item in items[:at] if item.noun in ("victim", "person", "offender")]
    if sentence.section == "protection":
        return "victim"
    if sentence.section == "prosecution":
        return "offender"
    return named[-1] if named else None
