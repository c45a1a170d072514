"""How a count hangs on those before it: it stands alone, compares with one, or is a part of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from panoh.narratives.governing import NOUN_ACTS
from panoh.narratives.phrases import CHANGES, STOPS, bracket_around
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

HEAD, COMPARISON, SUBSET = "head", "comparison", "subset"
_SCREENED = 5  # items
_BEHIND = 4  # items: "330 people screened"
_WHEN = 7  # items: "unlike in 2016, when the police opened three"
_TOLD = 6  # items: "22 potential victims were identified"
_LIKENED = re.compile(
    r"(?:similar to|(?:but|and|although|,) (?:\w+ )?(?:less|fewer|more|lower|higher) than)(?: the)?$|, against$"
)


def link_of(sentence: Sentence, at: int, previous: tuple[int, str] | None) -> str:
    """How the count at this place hangs on those before; `previous` is the place and link of the last at its depth."""
    items = sentence.items
    plain = _link_in_bracket(sentence, at) if items[at].depth else _link_by_words(items, at, previous)
    if plain is not None:
        return plain
    for k in range(at - 1, -1, -1):
        if items[k].depth != items[at].depth:
            continue
        if items[k].cue("compare") or items[k].cue("same"):
            return HEAD if _closed(items[k:at]) else COMPARISON
        if items[k].low == "among" and screened_near(items, k, at):
            return HEAD  # "screened for victims among the 70,500 migrants"
        if items[k].cue("subset") and not (items[k].low == "of the" and items[k + 1].amount is None and k > 2):
            return SUBSET
        if k == 0 and items[0].low == "of" and items[1].amount is not None:
            return SUBSET
        if items[k].low == ":" or (items[k].low in (";", "—") and k == at - 1):
            return SUBSET
        if items[k].low == ";" and k == at - 2 and items[at - 1].cue("and") and _in_marked_list(items, at, previous):
            return SUBSET  # "trained 20 officers; 100 clerks; and 12 judges"
        if items[k].noun in NOUN_ACTS and k and items[k - 1].cue("and") and items[k + 1].low in ("of", "against"):
            return HEAD  # "20 cases, compared with 35 in 2015, and prosecutions of 17 defendants"
        adverb = k > 1 and items[k - 1].low.endswith("ly") and items[k - 2].cue("and")
        if items[k].act and k and (adverb or items[k - 1].cue("and") or _subject(items, k)):
            return HEAD
        if previous is not None and k == previous[0]:
            return previous[1] if _goes_on(sentence, previous[0], at) else HEAD
        if items[k].low == ";":
            return HEAD
    return HEAD


def behind_compared(items: Sequence[Item], first: int) -> bool:
    """ "fewer investigations (nine) than in the previous year (15)": the bracket opens right behind the year compared."""
    before = [item.low for item in items[max(0, first - 3) : first - 1]]
    return first > 1 and items[first - 1].period is not None and "than" in before


def screened_near(items: Sequence[Item], among: int, at: int) -> bool:
    """ "screened for victims among the 70 migrants", "identified no victims among the 70 migrants screened"."""
    near = (*items[max(0, among - _SCREENED) : among], *items[at : at + _BEHIND])
    return any(item.act == "screen" for item in near)


def _done_by_some(items: Sequence[Item], at: int, whole: int) -> bool:
    """ "Seven of the 27 offices assisted 10 victims": what some did is no part of all."""
    some = whole > 1 and items[whole - 1].low == "of the" and items[whole - 2].amount is not None
    return some and bool(items[at - 1].act) and not any(item.low == "," for item in items[whole:at])


def _in_marked_list(items: Sequence[Item], at: int, previous: tuple[int, str] | None) -> bool:
    """The last of a list whose parts semicolons hold apart, and no row of numbers told "respectively"."""
    return previous is not None and previous[1] == SUBSET and not any(i.low == "respectively" for i in items[at:])


def _subject(items: Sequence[Item], verb: int) -> bool:
    """ "it referred 21" opens a statement; "Of the 600 calls it received, 21 ..." does not."""
    return items[verb - 1].low in ("it", "they", "who") and items[verb + 1].low != ","


def _link_in_bracket(sentence: Sentence, at: int) -> str:
    """ "(16 in 2016)" compares, "(two women and one man)" tells parts."""
    first, last = bracket_around(sentence, at)
    bracket = sentence.items[first:last]
    if behind_compared(sentence.items, first) or any(i.cue("compare") for i in sentence.items[first:at]):
        return COMPARISON
    return COMPARISON if any(i.period for i in bracket) and not any(i.cue("subset") for i in bracket) else SUBSET


def _link_by_words(items: Sequence[Item], at: int, previous: tuple[int, str] | None) -> str | None:
    """What the words right before the count say of it, if they do."""
    if _likened(items, at) or _when_compared(items, at):
        return COMPARISON
    if previous is not None and previous[1] == COMPARISON and _tells_anew(items, at):
        return HEAD
    if [item.low for item in items[max(0, at - 3) : at]] == ["in", "addition", "to"]:
        return HEAD  # "compared with 50 in 2016, in addition to 95 others"
    if previous is not None and previous[1] == SUBSET and _done_by_some(items, at, previous[0]):
        return HEAD
    return None


def _when_compared(items: Sequence[Item], at: int) -> bool:
    """ "unlike in 2016, when they opened three", "compared to the year before, when police arrested 12"."""
    when = next((k for k in range(at - 1, max(0, at - _WHEN), -1) if items[k].low == "when"), None)
    if when is None or any(i.low in STOPS or i.cue("and") or i.amount for i in items[when:at]):
        return False
    before = items[max(0, when - _WHEN) : when]
    return any(item.cue("compare") for item in before) and any(item.period for item in before)


def _tells_anew(items: Sequence[Item], at: int) -> bool:
    """ "a decrease from 810 in 2016, and 22 victims were identified": a comma, a new subject, and its own verb."""
    if not (items[at - 1].cue("and") and at > 1 and items[at - 2].low == ","):
        return False
    behind = items[at + 1 : at + _TOLD]
    told = next((k for k, item in enumerate(behind) if item.cue("copula") or item.act), None)
    if told is None or any(i.low in STOPS or i.amount or i.cue("and") for i in behind[:told]):
        return False
    passive = behind[told].cue("copula") and any(item.act for item in behind[told + 1 : told + 3])
    return bool(behind[0].noun) and (passive or behind[told].act in ("receive", "return", "pending", "train"))


def _likened(items: Sequence[Item], at: int) -> bool:
    """ "463 victims, similar to 470 in 2020 but less than 657 in 2019": both are of other years."""
    before = " ".join(item.low for item in items[max(0, at - 5) : at])
    dated = any(item.period for item in items[at + 1 : at + 5])
    return dated and bool(_LIKENED.search(before))


def _closed(items: Sequence[Item]) -> bool:
    """ "compared to 19 million in 2016, in the form of grants to run two shelters": a verb behind the comma is another's."""
    commas = (k for k in range(1, len(items)) if items[k].low == ",")
    comma = next((k for k in commas if items[k - 1].period or items[k - 1].low in ("period", "year")), len(items))
    return any((item.act and not item.noun) or item.low in CHANGES for item in items[comma:])


def _goes_on(sentence: Sentence, before: int, at: int) -> bool:
    """A list goes on while no new verb of the main clause opens."""
    items = sentence.items
    return not any(
        (sentence.clauses[k] != sentence.clauses[before] and items[k].depth == 0) or items[k].low == ";"
        for k in range(before + 1, at + 1)
    )
