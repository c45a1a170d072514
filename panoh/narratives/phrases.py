"""Finds how far the phrase of a count reaches and which noun is counted."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import BEDS, COUNT, PERSONS
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

UNKNOWN = "unknown"
_ABOUT = frozenset({"more", "than", "at", "least", "approximately", "nearly", "about", "over", "estimated"})
_ALSO_ADJECTIVES = frozenset({"national", "adult", "minor", "female", "male", "child", "member"})
_NOT_PLURAL = frozenset({"overseas", "always", "perhaps", "towards", "besides", "across", "previous", "various"})
_ADJECTIVES = frozenset(
    [
        "it",
        "they",
        "he",
        "she",
        "additional",
        "new",
        "other",
        "more",
        "such",
        "separate",
        "different",
        "each",
        "total",
        "per",
        "not",
        "also",
        "in-person",
        "possible",
        "as",
        "a",
        "the",
        "were",
    ]
)
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
_ENDS = PREPOSITIONS | {"have", "has", "had"}
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
            or item.cue("case_break")
            or sentence.clauses[k] != sentence.clauses[at]
        ):
            break
        if item.cue("nothing") and sentence.items[k - 1].cue("and"):
            break
        if item.cue("subset") and item.low in ("including", "among"):
            break
        k += 1
    return k


def head_noun(sentence: Sentence, at: int, region: int) -> tuple[int | None, str | None]:
    """The counted noun: the last of a run of nouns before a preposition or a verb."""
    amount = sentence.items[at].amount
    if sentence.items[at].low in ("once", "twice"):
        return at, "time"
    if amount is not None and amount.unit == BEDS:
        return at, "bed"
    if amount is not None and amount.unit == PERSONS:
        return at, _made_of(sentence, at, region)
    if amount is not None and at + 1 < region and sentence.items[at + 1].low in ("person", "bed"):
        strong = _made_of(sentence, at + 1, region)
        return None, strong if sentence.items[at].low != "one" else "person"
    if at + 2 < region and sentence.items[at + 1].low == "of" and sentence.items[at + 2].amount:
        return head_noun(sentence, at + 2, region)
    found: int | None = None
    unknown = False
    for k in range(at + 1, region):
        item = sentence.items[k]
        if item.low == "official" and (items_after := sentence.items[k + 1 : k + 3]) and _adjectival(items_after):
            continue
        if item.noun == "trial":
            break  # "12 cases to court"
        if item.noun and not (item.act and found is not None):
            found = k
        elif item.low == "'" or (
            found is None and (item.low in ("of the", "of these", "of its") or item.low in ("ongoing", "pending"))
        ):
            continue
        elif (
            item.low in PREPOSITIONS
            or item.act
            or item.cue("copula")
            or item.cue("subset")
            or item.period
            or item.low in ("have", "has", "had")
        ):
            break
        elif item.cue("and"):
            if found is None and unknown and _noun_follows(sentence, k + 1, region):
                continue
            break
        elif not item.labels.traits and not item.labels.nations:
            if found is not None and sentence.items[found].low in _ALSO_ADJECTIVES and item.low[0].isalpha():
                found, unknown = None, True
                continue
            if found is not None:
                return (found, UNKNOWN) if _is_compound(item) else (found, sentence.items[found].noun)
            unknown = unknown or (
                item.low[0].isalpha() and item.low not in _ADJECTIVES and not item.low.endswith(("ly", "ed"))
            )
    if found is None and joined_to_next(sentence, region):
        return None, None
    return found, (sentence.items[found].noun if found is not None else UNKNOWN if unknown else None)


def _noun_follows(sentence: Sentence, k: int, region: int) -> bool:
    """ "244 border and traffic police": the noun stands behind both its adjectives."""
    for item in sentence.items[k : min(k + 5, region)]:
        if item.noun:
            return True
        if item.act or item.amount or item.low in PREPOSITIONS:
            return False
    return False


def _is_compound(item: Item) -> bool:
    """ "inspection offices": the offices are counted, not the inspections."""
    return len(item.low) > 4 and item.low.isalpha() and item.low.endswith("s") and item.low not in _NOT_PLURAL


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
    while at > 1 and sentence.items[at - 1].low in _ABOUT:
        at -= 1
    low = [item.low for item in sentence.items[max(0, at - 2) : at]]
    if at > 1 and low[1] == "of" and sentence.items[at - 2].amount is not None:
        return True
    return low in (["of", "its"], ["of", "all"], ["among", "the"], ["one", "of"], ["of", "these"], ["of", "the"])


def joined_to_next(sentence: Sentence, region: int) -> bool:
    """ "65 victims and six potential victims received support": both are its subject."""
    items = sentence.items
    return region < len(items) and items[region].amount is not None and items[region - 1].cue("and")


def noun_behind_bracket(sentence: Sentence, region: int) -> str | None:
    """ "1,107 trafficking (658 labor ...) victims": the noun stands behind the aside, with nothing between."""
    items = sentence.items
    if region >= len(items) or items[region].low != "(":
        return None
    close = next((k for k in range(region, len(items)) if items[k].low == ")"), len(items))
    after = items[close + 1] if close + 1 < len(items) else None
    return after.noun if after is not None and after.noun == "victim" and not after.amount else None


def _adjectival(after: Sequence[Item]) -> bool:
    """ "30 official and potential victims": an adjective beside another."""
    return after[0].noun == "victim" or (after[0].cue("and") and "victim_status=potential" in after[-1].labels.traits)


def word_before(sentence: Sentence, at: int) -> str:
    """The word before a count, past "at least" and "approximately"; nothing at the head of a sentence."""
    while at > 0 and sentence.items[at - 1].low in _ABOUT:
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


def _made_of(sentence: Sentence, at: int, region: int) -> str:
    """ "a 19-person unit" counts posts, "a 40-person shelter" places."""
    for item in sentence.items[at + 1 : region]:
        if item.noun in ("shelter", "unit"):
            return "place" if item.noun == "shelter" else "position"
    return UNKNOWN
