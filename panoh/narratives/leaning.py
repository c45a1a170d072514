"""A count that leans on another takes over its measure, year and traits, and keeps its own number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.facts import REPORTED, ZERO
from panoh.narratives.measures import Rule, measure_of, rule_for, rules
from panoh.narratives.mentions import COMPARISON, EVENTS, Mention, come_from
from panoh.narratives.sentence import Sentence
from panoh.narratives.when import period_of
from panoh.narratives.who_acts import named_before

__all__ = ["EVENTS", "fits", "in_common", "kept", "leaning", "rule_at", "rule_keeps"]
_IN_COURT = frozenset(
    {"investigations", "prosecutions", "convictions", "prosecutions_pending", "sentenced_imprisonment"}
)
_POTENTIAL = {
    "victims_identified": "potential_victims_identified",
    "victims_referred": "potential_victims_referred",
}
_PEOPLE = frozenset({"victim", "person", "offender", "official", None})
_MOVED = frozenset({"victims_repatriated", "returnees"})  # "176 from Kuwait": where they were
_COUNTABLE: dict[str, set[str | None]] = {
    "case": {"investigation", "prosecution", "case", "conviction", None},
    "official": {"offender", "person", "official"},
}


def rule_at(sentence: Sentence, mention: Mention, noun: str | None, act: str | None) -> Rule | None:
    has = frozenset({"term"} if mention.term else ())
    has |= {"status"} if "victim_status" in mention.traits else frozenset()
    near = mention.near
    if "service" in mention.traits and noun != "shelter":
        near -= {"shelter", "ngo_shelters"}  # "30 with shelter, 12 with legal aid": the 12 were helped otherwise
        act = "assist" if act == "accommodate" else act
    found = rule_for(noun, act, near, sentence.section, has)
    bare = found is None and mention.noun is None and act == "hold"  # "with a capacity of 120"
    return rule_for(None, act, near, sentence.section, has) if bare else found


def leaning(sentence: Sentence, mention: Mention, base: Draft, inherited: dict[str, str]) -> Draft:
    rule = rule_at(sentence, mention, mention.noun or base.noun, base.act) if mention.noun else None
    own = kept(mention, base)
    if base.measure in _MOVED and come_from(sentence, mention.at, own.get("nationality")):
        own.pop("nationality")
    measure, unit = base.measure, base.unit
    if rule is not None and (
        rule.measure in (base.measure, "hotline_victims_identified")
        or mention.noun in ("conviction", "prosecution", "investigation")
    ):
        unit = "cases" if mention.noun == "conviction" and mention.amount.value == 0 else rule.unit
        measure, own = measure_of(rule, {**mention.traits})
    if mention.link == COMPARISON and rule is not None and rule.potential == base.measure and mention.noun == "victim":
        measure, own = measure_of(rule, mention.traits)
    measure = _POTENTIAL.get(measure, measure) if mention.traits.get("victim_status") == "potential" else measure
    period = period_of(sentence, mention.at, mention.link)
    if base.measure == "convictions" and base.value == 0 and mention.amount.value and mention.noun is None:
        unit = "people"  # "no convictions, compared with 11 in 2008"
    if mention.noun is None and unit == "people" and base.measure in _IN_COURT and _cases_listed(sentence, mention.at):
        unit = "cases"
    if own.get("form") == "other" and "form" in inherited:
        own.pop("form")  # "67 sex trafficking victims (three of forced marriage)"
    if unit == "facilities" and {"sex", "age"} & own.keys():
        inherited = {}  # "two shelters for adult women and one for male victims": each is for its own
    if base.measure == "sentenced_imprisonment" and mention.term:
        own["term"] = mention.term  # "two received two years and three six months": each its own
    draft = replace(
        base,
        actor=named_before(sentence.items, mention.at) or base.actor,
        measure=measure,
        unit=unit,
        value=mention.amount.value,
        traits={**inherited, **own},
        base=inherited if mention.link != COMPARISON else base.base,
        status=ZERO if mention.amount.value == 0 else REPORTED,
        qualifier=mention.amount.qualifier,
        link=mention.link,
        depth=mention.item.depth,
        at=mention.at,
    )
    return draft.dated(period)


def in_common(base: Draft, told: Sequence[Draft]) -> Draft:
    """ "18 women and four men": what follows is of both, so only what both share narrows it."""
    alike = [
        d for d in told if (d.measure, d.act, d.depth, d.years) == (base.measure, base.act, base.depth, base.years)
    ]
    shared = {key: value for key, value in base.traits.items() if all(d.traits.get(key) == value for d in alike)}
    return replace(base, traits=shared) if base in alike else base


def _cases_listed(sentence: Sentence, at: int) -> bool:
    """ "(four sex trafficking, one forced labor, and two domestic servitude cases)": the noun stands once, at the end."""
    items = sentence.items
    for k in range(at + 1, min(at + 14, len(items))):
        if items[k].noun:
            return items[k].noun == "case" and any(item.amount for item in items[at + 1 : k])
        plain = items[k].low == "," or items[k].cue("and") or items[k].amount or items[k].labels.traits
        if not plain and items[k].low not in ("at", "least"):
            return False
    return False


def kept(mention: Mention, base: Draft) -> dict[str, str]:
    keep = rule_keeps(base.measure)
    return {key: value for key, value in mention.traits.items() if key in keep}


def fits(mention: Mention, base: Draft) -> bool:
    """Cases can be part of investigations and women of victims, but vessels of neither."""
    if mention.noun is None or mention.noun == base.noun or mention.noun in EVENTS:
        return True
    if mention.noun == "repatriation":
        return base.act in ("repatriate", "return")
    if base.unit == "people" or base.noun in _PEOPLE:
        return mention.noun in _PEOPLE or (mention.noun in ("case", "conviction") and base.measure in _IN_COURT)
    return base.noun in _COUNTABLE.get(mention.noun, ()) or (
        mention.noun == "offender" and base.noun in ("case", *EVENTS)
    )


def rule_keeps(measure: str) -> frozenset[str]:
    """The traits a measure can carry, over all its rules."""
    return frozenset().union(*(rule.keep for rule in rules() if measure in (rule.measure, rule.potential)))
