"""Reads what a bare bracket counts, and the service a verb names: "medical care to 45 victims"."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import PERCENT
from panoh.narratives.phrases import STOPS
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_ABOUT = frozenset({"less", "than", "fewer", "more", "nearly", "approximately", "about", "at", "least", "over"})
_MOSTLY = frozenset({"mostly", "all", "most", "majority", "mainly", "primarily", "half"})
_OF_HOUSE = {"women's": "female", "men's": "male", "girls'": "female", "boys'": "male"}
_SERVICE_WORDS = {
    "medical": "medical",
    "healthcare": "medical",
    "psychological": "psychological",
    "counseling": "psychological",
    "counseled": "psychological",
    "psycho-social": "psychological",
    "psychosocial": "psychological",
    "legal": "legal",
    "vocational": "vocational",
    "reintegration": "reintegration",
    **dict.fromkeys(("reintegrated", "reintegrating", "reunited", "reuniting", "reunified"), "reintegration"),
}


def bare_bracket(sentence: Sentence, at: int) -> dict[str, str]:
    """ "a majority were children (578)": the bracket counts what the predicate before it says."""
    items = sentence.items
    if items[at].depth and items[at - 1].low == "," and items[at + 1 : at + 2] and items[at + 1].low in (";", ")"):
        return _predicate(items, at)  # "(sex trafficking, 120; forced labor, 60)"
    opened = at
    while opened > 1 and items[opened - 1].low in _ABOUT:
        opened -= 1
    if not (0 < at < len(items) - 1 and items[opened - 1].low == "("):
        return {}
    if [item.low for item in items[at + 1 : at + 3]] in (["victims", ")"], ["victim", ")"]):
        return {} if _counted_before(items, opened) else _predicate(items, opened)  # "forced begging (16 victims)"
    if items[at + 1].low != ")":
        return {}
    amount = items[at].amount
    if opened < at or (amount is not None and amount.kind == PERCENT):
        return {} if _counted_before(items, opened) else _predicate(items, opened)
    found: dict[str, str] = _told_behind(sentence, at)
    if found or items[at - 2].cue("subset") or items[at - 2].low in _MOSTLY:
        return found
    return {**found, **_predicate(items, at)}


def _counted_before(items: Sequence[Item], at: int) -> bool:
    """ "25 traffickers (68 percent)": the share repeats a count, and is none of its own."""
    for k in range(at - 2, max(-1, at - 7), -1):
        if items[k].low in STOPS or items[k].cue("copula"):
            return False
        if items[k].amount:
            return True
    return False


def _predicate(items: Sequence[Item], at: int) -> dict[str, str]:
    """What stands before a bracket: "children (578)"."""
    found: dict[str, str] = {}
    for k in range(at - 2, max(-1, at - 6), -1):
        if items[k].cue("copula") or items[k].low in STOPS:
            break
        if items[k].labels.nations:
            found.setdefault("nationality", items[k].labels.nations[0])
        for pair in " ".join(items[k].labels.traits).split():
            key, value = pair.split("=")
            if key in ("form", "sex", "age", "nationality", "service"):
                found.setdefault(key, value)
    return found


def _told_behind(sentence: Sentence, at: int) -> dict[str, str]:
    """ "nearly all of whom (240) were Ghanaian women", "mostly (190) boys": what they are stands behind the bracket."""
    items = sentence.items
    opens = items[at - 2].cue("subset") or items[at - 2].low in _MOSTLY
    before = items[max(0, at - 5) : at - 2]
    opens = opens or (items[at - 2].noun in ("victim", "person") and any(item.low in _MOSTLY for item in before))
    found: dict[str, str] = {}
    for item in items[at + 2 : at + 7] if opens else ():
        if item.low in STOPS or item.amount or item.cue("and"):
            break
        if item.labels.nations:
            found.setdefault("nationality", item.labels.nations[0])
        for pair in " ".join(item.labels.traits).split():
            key, value = pair.split("=")
            if key in ("form", "sex", "age", "nationality"):
                found.setdefault(key, value)
    return found


def home_of(sentence: Sentence, act: int | None) -> dict[str, str]:
    """ "the female shelter assisted 29 victims": those in a house for one sex are of it."""
    items = sentence.items
    if act is None or act < 2:
        return {}
    house = _house(items, act)
    if house and (named := _OF_HOUSE.get(items[house].low.split()[0])):
        return {"sex": named}
    told = dict(pair.split("=") for pair in " ".join(items[house - 1].labels.traits).split()) if house else {}
    return {"sex": told["sex"]} if "sex" in told else {}


def _house(items: Sequence[Item], act: int) -> int | None:
    """The shelter that acts: right before the verb, or before one it is joined to, "and continued to assist 28"."""
    if items[act - 1].noun == "shelter":
        return act - 1
    joined = next((k for k in range(max(0, act - 3), act) if items[k].cue("and")), None)
    if joined is None or any(item.actor or item.noun for item in items[joined:act]):
        return None
    houses = (k for k in range(joined) if items[k].noun == "shelter" and items[k + 1].act and not items[k].depth)
    return next(houses, None)


def service_of(sentence: Sentence, act: int, at: int) -> dict[str, str]:
    """ "providing medical care to 45 victims": the service stands with the verb; several together name none."""
    if sum(item.low == "," for item in sentence.items[act:at]) > 1:
        return {}  # "food, clothing, and counseling"
    lows = [item.low for item in sentence.items[act:at]]
    words = {word for low in lows for word in (["legal"] if low.startswith("legal ") else low.split())}
    named = {name for word, name in _SERVICE_WORDS.items() if word in words}
    return {"service": named.pop()} if len(named) == 1 else {}
