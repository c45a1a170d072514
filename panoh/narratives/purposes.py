"""What money was given for: the words beside it, the thing it pays for, else what its section is about."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import MONEY
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_HOMES = frozenset({"shelter", "ngo_shelters"})

# Where no words name a purpose, what stands beside the money does.
_OF_NOUN = {
    "campaign": "awareness",
    "shelter": "shelter",
    "victim": "victim_protection",
    "hotline": "hotline",
    "training": "training",
    "action_plan": "national_action_plan",
    "witness_protection": "witness_protection",
}

AS_TOLD = {"national_action_plan": "anti_trafficking"}  # a plan against trafficking is work against trafficking

# Money whose sentence names no purpose is for what its section is about.
OF_SECTION = {"protection": "victim_protection", "prevention": "anti_trafficking", "prosecution": "anti_trafficking"}


def purpose_of(sentence: Sentence, at: int) -> dict[str, str]:
    """The purpose the money is given, or what its section is about."""
    section = {"purpose": OF_SECTION[sentence.section]} if sentence.section in OF_SECTION else {}
    return named_purpose(sentence, at) or section


def _names(told: list[Item]) -> list[str]:
    return [name for item in told for name in _purposes(item) or _of_noun(item)]


def _of_noun(item: Item) -> list[str]:
    return [_OF_NOUN[noun] for noun in item.labels.nouns if noun in _OF_NOUN]


def _behind_comparison(sentence: Sentence, at: int, after: list[int]) -> list[int]:
    """ "allocated 540 million, an increase from 496 million in 2016, to operate its shelter": the purpose stands behind."""
    items = sentence.items
    compared = next((k for k in after if items[k].cue("compare")), None)
    if compared is None:
        return []
    leads = {k for k in after if k + 1 < len(items) and items[k + 1].low in ("to", "for", "in")}
    ends = (k for k in after if k > compared and items[k].low == "," and k in leads)
    start = next(ends, None)
    return [] if start is None else [k for k in after if k > start]


def _acts(items: Sequence[Item], k: int, receives: bool) -> bool:
    """ "The ministry allocated" names who gave; "funding for shelters" and "the shelters received" name what for."""
    keeps = items[k + 1].low in ("had", "has", "received") if k + 1 < len(items) else False
    home = items[k].noun in _HOMES and (receives or keeps or _given_to(items, k))
    return bool(items[k].actor) and not home


def _given_to(items: Sequence[Item], k: int) -> bool:
    """ "for shelters", "to the shelter", "of its two shelters"."""
    before = [item.low for item in items[max(0, k - 2) : k] if item.low not in ("the", "its", "a", "this", "their")]
    return before[-1:] in (["for"], ["of"], ["to"])


def _ends_purpose(item: Item) -> bool:
    """Behind "compared with", "that" and "which included" the prose tells of something else, or of parts."""
    return (
        item.cue("compare")
        or item.cue("relative")
        or (item.cue("subset") and item.low.startswith(("which", "of which")))
    )


def _purposes(item: Item) -> list[str]:
    return [pair.removeprefix("purpose=") for pair in item.labels.traits if pair.startswith("purpose=")]


def named_purpose(sentence: Sentence, at: int) -> dict[str, str]:
    """The purpose of the budget named before the money, else the first after it in its clause, else the last before."""
    items = sentence.items
    inside = [k for k in range(len(items)) if sentence.clauses[k] == sentence.clauses[at]]
    before = [] if own_clause(sentence, at) else [k for k in reversed(inside) if k < at]
    after = [k for k in inside if k > at]
    budget = any(items[k].noun == "funding" and "purpose=anti_trafficking" in items[k].labels.traits for k in before)
    end = next((k for k in after if _ends_purpose(items[k])), len(items))
    money = next((k for k in after if (sum_ := items[k].amount) is not None and sum_.kind == MONEY), end)
    end = money if money < end and _names([items[k] for k in after if k < money]) else end
    places = [*(k for k in before if items[k].noun == "funding"), *(k for k in after if k < end), *before]
    receives = any(items[k].act == "receive" for k in before)
    told = [items[k] for k in places if k > at or not _acts(items, k, receives)]
    named = _names(told) or _names([items[k] for k in _behind_comparison(sentence, at, after)])
    named = named or _names(_opening(items[:at]))
    exact = [name for name in named if name != "anti_trafficking"]
    if not named:
        return {}
    purpose = (exact if exact and not budget else named)[0]
    purpose = AS_TOLD.get(purpose, purpose)
    return {"purpose": "ngo_shelters" if purpose == "shelter" and _ngo_keeps_it(sentence, at) else purpose}


def _opening(before: Sequence[Item]) -> list[Item]:
    """ "Through its anti-trafficking ordinance, the government granted": what the sentence opens with."""
    comma = next((k for k, item in enumerate(before) if item.low == ","), 0)
    led = bool(before) and before[0].low.split()[0] in ("through", "under")
    return list(before[:comma]) if led else []


def _ngo_keeps_it(sentence: Sentence, at: int) -> bool:
    """ "provided 5 million to an NGO to run two shelters": the shelters are the NGO's."""
    after = [
        sentence.items[k] for k in range(at + 1, len(sentence.items)) if sentence.clauses[k] == sentence.clauses[at]
    ]
    ngo = next((k for k, item in enumerate(after) if item.actor == "ngo"), None)
    return ngo is not None and any(item.noun == "shelter" or "shelter" in _purposes(item) for item in after[ngo:])


def own_clause(sentence: Sentence, at: int) -> bool:
    """ "... and 14 million to establish a referral mechanism": a purpose of its own, though no list knows it."""
    after = sentence.items[at + 1 : at + 3]
    joined = any(item.cue("and") for item in sentence.items[max(0, at - 2) : at])
    return joined and len(after) > 1 and after[0].low == "to" and after[1].low.isalpha() and not after[1].noun
