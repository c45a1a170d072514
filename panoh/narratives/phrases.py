"""Finds how far the phrase of a count reaches, and what it stands beside."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import COUNT
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

ABOUT = frozenset({"more", "than", "at", "least", "approximately", "nearly", "about", "over", "estimated"})
_SCREENED = 7  # items
PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "in",
        "to",
        "with",
        "by",
        "under",
        "against",
        "on",
        "from",
        "at",
        "into",
        "within",
        "through",
        "during",
        "between",
        "throughout",
        "about",
    ]
)
CHANGES = (
    "increased",
    "decreased",
    "rose",
    "fell",
    "declined",
    "grew",
    "dropped",
    "doubled",
    "tripled",
    "climbed",
    "jumped",
    "soared",
    "plunged",
)
STOPS = frozenset({",", ";", ":", "(", ")", ".", "—"})


def region_of(sentence: Sentence, at: int) -> int:
    """Where the noun phrase of a count must end: a mark, the next amount, a relative pronoun, a comparison."""
    items = sentence.items
    k = at + 1
    while k < len(items):
        item = items[k]
        if item.low in STOPS or (
            item.amount and item.amount.kind == COUNT and not _of_the(sentence, k) and items[k - 1].low != "of the"
        ):
            break
        if (
            item.cue("relative")
            or item.cue("compare")
            or (item.cue("case_break") and not _named_as(sentence, at, k))
            or sentence.clauses[k] != sentence.clauses[at]
        ):
            break
        if item.cue("nothing") and sentence.items[k - 1].cue("and"):
            break
        if item.cue("subset") and item.low in ("including", "among"):
            break
        k += 1
    return k


def _named_as(sentence: Sentence, at: int, k: int) -> bool:
    """ "93 as potential victims", "352 identified as female": what they are named stands behind "as"."""
    items = sentence.items
    told = [item.noun for item in items[k + 1 : k + 6] if item.noun or item.low in STOPS]
    known = (
        k == at + 1
        or told[:1] == ["victim"]
        or items[k - 1].low.endswith(("identified", "recognized", "confirmed", "certified"))
    )
    return (
        items[k].low == "as"
        and known
        and items[k + 1 : k + 2] != ()
        and items[k + 1].low not in ("well", "of", "a", "the", "they", "all", "part")
    )


def definite(sentence: Sentence, at: int) -> bool:
    """ "Of the 486 identified", "seven of the 11 victims": a whole told before. "A fraction of the 10,000" is not."""
    items = sentence.items
    if at == 1 and items[0].low == "of":
        return True  # "Of 129 victims, 43 were men"
    if not (at and items[at - 1].low in ("of the", "of these", "of those", "among these")):
        return _of_the(sentence, at)
    return (
        at == 1
        or items[at - 2].low in STOPS
        or items[at - 2].amount is not None
        or items[at - 2].cue("all_of")
        or items[at - 2].cue("relative")
        or items[at - 2].low == "one"
    )


def _of_the(sentence: Sentence, at: int) -> bool:
    while at > 1 and sentence.items[at - 1].low in ABOUT:
        at -= 1
    low = [item.low for item in sentence.items[max(0, at - 2) : at]]
    if at > 1 and low[1] == "of" and sentence.items[at - 2].amount is not None:
        return True
    near = (*sentence.items[max(0, at - _SCREENED) : at], *sentence.items[at : at + 4])
    if low == ["among", "the"] and any(item.act == "screen" for item in near):
        return False  # "screened for victims among the 70,500 migrants": told for the first time
    return low in (["of", "its"], ["of", "all"], ["among", "the"], ["one", "of"], ["of", "these"], ["of", "the"])


def joined_to_next(sentence: Sentence, region: int) -> bool:
    """ "65 victims and six potential victims received support": both are its subject."""
    items = sentence.items
    return region < len(items) and items[region].amount is not None and items[region - 1].cue("and")


def word_before(sentence: Sentence, at: int) -> str:
    """The word before a count, past "at least" and "approximately"; nothing at the head of a sentence."""
    while at > 0 and sentence.items[at - 1].low in ABOUT:
        at -= 1
    return sentence.items[at - 1].low if at else ""


def bracket_around(sentence: Sentence, at: int) -> tuple[int, int]:
    """Where the bracket this place stands in opens, and the place after its end."""
    first = last = at
    while first and sentence.items[first - 1].depth:
        first -= 1
        if sentence.items[first].low == "(":
            break
    while last < len(sentence.items) and sentence.items[last].depth and sentence.items[last].low != ")":
        last += 1
    return first, last


def next_of_list(items: Sequence[Item], k: int, at: int) -> bool:
    """ "16 courses for the police, seven for prosecutors": the seven are courses, and nobody trained."""
    bare = at + 1 < len(items) and items[at + 1].low in ("for", "on", "in", "to")
    return bare and any(item.low == "," for item in items[k:at])
