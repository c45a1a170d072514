"""Reads "a" before a person as one where a court or a prosecutor acted: "courts convicted an immigration official"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.amounts import COUNT, Amount
from panoh.narratives.tagging import Item

_ONE = frozenset({"a", "an"})
_WHO = frozenset({"offender", "official", "person"})
_ACTS = frozenset({"convict", "prosecute", "extradite", "investigate"})
_EVENTS = frozenset({"conviction", "prosecution", "extradition"})
_OPENED = (
    "opened an investigation",
    "launched an investigation",
    "initiated an investigation",
    "began an investigation",
)
_BROUGHT: tuple[str, ...] = ("initiated", "secured", "obtained", "led to", "resulted in", "resulting in", "leading to")
_BROUGHT += (
    "approved the",
    "granted the",
    "authorized the",
    "ordered the",
    "facilitated the",
    "launched the",
    "began the",
)
_TOGETHER = frozenset({"collaborated", "cooperated", "worked", "partnered", "coordinated"})
_IF = frozenset({"if", "when", "where", "which", "whether", "unless", "once", "should", "could", "may", "can", "would"})
_UNDONE = frozenset({"rather", "without", "instead", "ability", "power", "yet"})
_MASSES = frozenset({"number", "amount", "total", "majority", "group", "ring", "network", "range", "series", "couple"})
_PENDING = frozenset({"offender", "official", "person", "prosecution", "case"})
_MANY = frozenset({"police", "personnel", "staff", "people"})
_FAR = 22  # items between what is pending and the verb that says so
_REACH = 6  # items between the article and its noun
_SECTIONS = frozenset({"prosecution", "introduction", "efforts"})


def with_singles(items: Sequence[Item], section: str) -> tuple[Item, ...]:
    """The items, where "a" before one who was prosecuted or convicted counts one."""
    if section not in _SECTIONS:
        return tuple(items)
    return tuple(
        replace(item, amount=_amount(items, k)) if _counts_one(items, k) else item for k, item in enumerate(items)
    )


def _counts_one(items: Sequence[Item], k: int) -> bool:
    if items[k].depth or k + 1 >= len(items):
        return False
    if _pends(items, k):
        return True
    if items[k].low not in _ONE:
        return False
    who = _person_at(items, k)
    if who is None or _in_doubt(items, k):
        return False
    return _undergoes(items, k, who) or _object(items, k)


def _amount(items: Sequence[Item], k: int) -> Amount:
    """One, and one more for each that "and" adds: "convicted a mayor and a police officer"; a sum is not printed."""
    value, who = 1.0, _person_at(items, k)
    while who is not None and who + 3 < len(items) and items[who + 1].cue("and") and items[who + 2].low in _ONE:
        who = _person_at(items, who + 2)
        value += who is not None
    return Amount(COUNT, value, "", 0, 0, summed=value > 1)


def _person_at(items: Sequence[Item], k: int) -> int | None:
    """Where the person stands: "a former police officer", "a Kuwaiti national"."""
    last: int | None = None
    for i in range(k + 1, min(k + _REACH, len(items))):
        item = items[i]
        if item.low in _MASSES:
            return None
        if item.noun:
            if item.noun not in _WHO:
                return None
            last = i
        elif last is not None or item.amount or item.act or not item.low[0].isalpha() or item.labels.cues:
            break
    return last


def _in_doubt(items: Sequence[Item], k: int) -> bool:
    """ "failed to convict a trafficker", "if a suspect was convicted": nobody is said to have been."""
    start = next((i + 1 for i in range(k - 1, -1, -1) if items[i].low in (";", ".", ":")), 0)
    before = items[start:k]
    near = {word for item in before[-_REACH:] for word in item.low.split()}
    return any(item.cue("not") or item.cue("unreported") or item.cue("nothing") for item in before) or bool(
        near & (_IF | _UNDONE)
    )


def _undergoes(items: Sequence[Item], k: int, who: int) -> bool:
    """ "a consular officer was indicted"."""
    opens = k == 0 or items[k - 1].low in (",", ";", "and", "that", "reported", "while", "but")
    behind = items[who + 1 : who + 4]
    act = next((item for item in behind if item.act), None)
    return opens and bool(behind) and behind[0].cue("copula") and act is not None and act.act in _ACTS


def _object(items: Sequence[Item], k: int) -> bool:
    """ "convicted an official", "initiated prosecution of an official", "cooperated with police to convict a suspect"."""
    if (
        k > 1
        and items[k - 1].low in ("into", "of")
        and " ".join(i.low for i in items[max(0, k - 4) : k - 1]).endswith(_OPENED)
    ):
        return any(i.noun == "official" for i in items[k + 1 : k + _REACH])
    verb = k - 2 if k > 1 and items[k - 1].low in ("of", "against") else k - 1
    if verb < 0:
        return False
    item = items[verb]
    if verb == k - 2:
        lead = [i.low for i in items[max(0, verb - 2) : verb + 1]]
        dated = any(word[:2] in ("19", "20") for word in lead)  # "the 2018 conviction of"
        brought = any(f" {' '.join(lead)} ".find(f" {word} ") >= 0 for word in _BROUGHT)
        return (item.act in _ACTS or item.noun in _EVENTS) and brought and not dated
    if item.act not in _ACTS or item.noun:
        return False
    if item.act == "investigate" and not any(i.noun == "official" for i in items[k + 1 : k + _REACH]):
        return False  # "investigated a suspect" tells of a single case, which not all count
    finite = item.low.endswith(("ed", "ing"))
    return finite or any(i.low in _TOGETHER for i in items[max(0, verb - 12) : verb]) or items[verb - 1].low == "did"


def _pends(items: Sequence[Item], k: int) -> bool:
    """ "a 2014 case remained pending", "the prosecution was ongoing", "the officer awaited trial"."""
    named = next((i for i in range(k + 1, min(k + _REACH, len(items))) if items[i].noun in _PENDING), None)
    inside = bool(k) and items[k - 1].low in ("of", "in", "from", "involving", "into")
    if items[k].low not in (*_ONE, "the") or named is None or inside or not _open_between(items[k + 1 : named]):
        return False
    last = items[named].low.split()[-1]
    kinds = {*_WHO, "prosecution"} if items[k].low == "the" else {"prosecution", "case"}
    against = [item.low for item in items[named + 1 : named + 3]] in (["against", "a"], ["against", "an"])
    if items[k].low == "the" and against and items[named].noun == "case":
        kinds = {"case"}  # "The case against a former diplomat remained pending"
    if items[named].noun not in kinds or last.endswith("s") or last in _MANY:
        return False
    persons = items[named].noun in _WHO
    if items[k].low == "the" and not persons and items[named + 1 : named + 2] and items[named + 1].low == "of":
        return False
    for i in range(named + 1, min(named + _FAR, len(items))):
        if items[i].low in (";", ".") or items[i].cue("compare") or items[i].cue("case_break"):
            return False
        if items[i].act == "pending":
            told = items[i].low.split()
            finite = told[0].startswith(("remain", "was", "were", "still", "await")) or _held(items[i - 1])
            return finite and (not persons or "trial" in f"{items[i].low} {items[i + 1].low}".split())
    return False


def _open_between(between: Sequence[Item]) -> bool:
    """Between the article and its noun stand a year and adjectives only."""
    shut = (",", ";", "(", "of", "in", "for")
    return not any(i.amount or i.low in shut or i.act or i.cue("and") or i.noun for i in between)


def _held(item: Item) -> bool:
    return item.cue("copula") or item.low in ("still", "remained", "custody", "detention")
