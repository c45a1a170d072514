"""What a denial is of: the measure its verb and noun stand for, and the traits told beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from panoh.narratives.against import age_of_crime
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import ZERO
from panoh.narratives.homes import for_whom_not
from panoh.narratives.measures import Rule, measure_of, rule_for
from panoh.narratives.near import near_of
from panoh.narratives.sentence import Sentence
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
_PROTECTED = 14  # items
_TESTIFIED = re.compile(r"\b(?:assistance|support|protection)\b.*\bvictims? (?:who|that) (?:testif|serv)")
_NEAR = 8  # items: "did not report whether it provided care to any of these victims"
_THOSE = frozenset({"these", "those", "of these", "of those", "of the"})
MIXED = "mixed"  # "for adults and children": narrowed by neither


def things_at(sentence: Sentence, at: int, k: int, noun: str | None, acts: list[str], status: str) -> Iterator[Draft]:
    allowed = frozenset(load("silence.yaml")["measures"])
    events = noun in DENIED_EVENTS
    named: tuple[str | None, ...] = (None,) if events or not acts else tuple(dict.fromkeys(acts))
    if noun == "referral" and not sentence.items[k].low.endswith("s"):
        return  # "no referral mechanism"
    for act in named:
        rule = rule_for(noun, act, near_of(sentence, k), sentence.section)
        if rule is None and (noun, act) == ("case", "identify") and sentence.section in ("protection", "prevention"):
            yield from _victims_of_cases(sentence, k, status)
        if (
            rule is None
            or rule.measure not in allowed
            or (act == "refer" and rule.measure == "hotline_victims_identified")
        ):
            continue
        if not events and act is None and rule.acts and rule.measure not in ("shelters", "trainings"):
            continue
        measure, traits = _narrowed(sentence, at, k, rule)
        yield replace(silent(measure, unit_of_none(rule, noun, act), traits, status), noun=noun, act=act)


def _narrowed(sentence: Sentence, at: int, k: int, rule: Rule) -> tuple[str, dict[str, str]]:
    """The measure of the denial, and what narrows it: said beside the thing, behind "such" and "these", or before."""
    around = traits_within(sentence, max(at, k - 3), _phrase_end(sentence, k), [])
    if not traits_within(sentence, max(at, k - 3), k + 2, ["victim_status"]):
        around.pop("victim_status", None)  # "victims or suspected sex tourists"
    measure, traits = measure_of(rule, around)
    if measure == "victims_assisted" and _of_witnesses(sentence, at):
        measure, traits = "witness_protection", {}
    if measure in ("investigations", "prosecutions", "convictions"):
        traits = {key: value for key, value in traits.items() if key not in ("sex", "age", "nationality")}
        traits |= age_of_crime(sentence.items[max(at, k - 3) : _phrase_end(sentence, k)])
        if (
            sentence.section == "prevention"
            and _against_tourism(sentence, at)
            and not traits.keys() & {"form", "group"}
        ):
            # "criminalized sex tourism, but did not prosecute any"
            traits |= {**traits_within(sentence, 0, at, ["form"]), **age_of_crime(sentence.items[:at])}
    if measure == "shelters" and not traits.keys() & {"sex", "age"}:
        traits |= for_whom_not(sentence, at, k)
    traits |= {key: value for key, value in of_those(sentence, k).items() if key in rule.keep and key not in traits}
    if measure == "residence_permits" and "nationality" not in traits:
        # "granted permits to 381 foreign victims, but did not report ...": those the sentence speaks of
        traits |= traits_within(sentence, 0, at, ["nationality"])
    if sentence.items[at].low == "no such" or any(i.low == "such" for i in sentence.items[at : k + 1]):
        before = traits_within(sentence, 0, at, ["group", "form"])
        traits = {"group": before["group"]} if "group" in before else {**before, **age_of_crime(sentence.items[:at])}
    return measure, traits


def _victims_of_cases(sentence: Sentence, k: int, status: str) -> Iterator[Draft]:
    """ "inspectors did not identify any cases of forced labor": no victims either."""
    about = sentence.items[k : _phrase_end(sentence, k)]
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


def of_those(sentence: Sentence, k: int) -> dict[str, str]:
    """ "reported some foreign victims, but did not report whether it assisted these victims": of the foreign ones."""
    items = sentence.items
    if items[k].noun is None:
        k = next((i for i in range(k + 1, min(k + _NEAR, len(items))) if items[i - 1].low in _THOSE), k)
    if items[k].noun not in ("victim", "person") or items[k - 1].low not in _THOSE:
        return {}
    named = next((i for i in range(k - 2, -1, -1) if items[i].noun in ("victim", "person")), None)
    if named is None:
        return {}
    return traits_within(sentence, named - 3, named + 1, ["age", "sex", "nationality"])


def _phrase_end(sentence: Sentence, k: int) -> int:
    end = k + 1
    while end < len(sentence.items) and sentence.items[end].low not in (";", ".", "(") and end < k + 14:
        item = sentence.items[end]
        if (
            item.cue("compare")
            or item.cue("case_break")
            or item.low in ("including", "nor")
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
        if not keep and _of_nation(sentence, k):
            found.setdefault("nationality", sentence.items[k].labels.nations[0])
    return {key: value for key, value in found.items() if value != MIXED}


def _of_nation(sentence: Sentence, k: int) -> bool:
    """ "the repatriation of any Peruvian victims": whose citizens are denied."""
    behind = sentence.items[k + 1 : k + 2]
    return bool(sentence.items[k].labels.nations) and any(item.noun in ("victim", "person") for item in behind)


def _counts_victims(sentence: Sentence, k: int) -> bool:
    """ "child sex trafficking victims" are children; "child sex tourists" are not."""
    return any(item.noun == "victim" for item in sentence.items[k + 1 : k + 4])


def silent(measure: str, unit: str, traits: dict[str, str], status: str) -> Draft:
    return Draft(measure=measure, value=0.0 if status == ZERO else None, unit=unit, traits=traits, status=status)
