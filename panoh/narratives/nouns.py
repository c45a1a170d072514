"""Finds which noun a count counts, in the phrase behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from panoh.narratives.amounts import BEDS, PERSONS
from panoh.narratives.phrases import PREPOSITIONS, joined_to_next
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

Counted = tuple[int | None, str | None]
"""Where the counted noun stands, and its class."""
UNKNOWN = "unknown"
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
        "both",
        "as",
        "a",
        "the",
        "were",
    ]
)
_ENDS = PREPOSITIONS | {"have", "has", "had", "using", "while", "per", "across", "via", "toward", "towards", "despite"}
_BEFORE_NOUN = frozenset({"of the", "of these", "of its", "ongoing", "pending"})


def head_noun(sentence: Sentence, at: int, region: int) -> Counted:
    """The counted noun: the last of a run of nouns before a preposition or a verb."""
    told = _told_by_amount(sentence, at, region)
    if told is not None:
        return told
    if at + 2 < region and sentence.items[at + 1].low == "of" and sentence.items[at + 2].amount:
        return head_noun(sentence, at + 2, region)
    run = _run_behind(sentence, at, region)
    if run.last is not None:
        return run.last, UNKNOWN if run.compound else sentence.items[run.last].noun
    if joined_to_next(sentence, region):
        return None, None
    return None, UNKNOWN if run.unknown else None


def _told_by_amount(sentence: Sentence, at: int, region: int) -> Counted | None:
    """ "twice", "a 19-person unit", "40 beds": the amount says itself what it counts."""
    item = sentence.items[at]
    if item.low in ("once", "twice"):
        return at, "time"
    if item.amount is None:
        return None
    if item.amount.unit == BEDS:
        return at, "bed"
    if item.amount.unit == PERSONS:
        return at, _made_of(sentence, at, region)
    if at + 1 < region and sentence.items[at + 1].low in ("person", "bed"):
        return None, _made_of(sentence, at + 1, region) if item.low != "one" else "person"
    return None


@dataclass
class _Run:
    """The words behind a count as far as they have been read, and the last noun among them."""

    last: int | None = None
    unknown: bool = False
    """A word that no list knows may be the noun."""
    compound: bool = False
    """Such a word stands behind the last noun, and is what is counted."""

    def take(self, items: Sequence[Item], k: int) -> bool:
        """Takes up a word that is no noun of a list; whether the run goes on behind it."""
        if self.last is None:
            others = items[k].amount is not None and any(
                i.low.endswith("ed") for i in items[k + 1 : k + 2]
            )  # "three of the five filed"
            self.unknown = self.unknown or others or _may_be_noun(items[k])
            return True
        described = items[k].low[0].isalpha() and not items[k].low.endswith("ed")  # "a Greek national wanted for"
        if items[self.last].low in _ALSO_ADJECTIVES and described:
            self.last, self.unknown = None, True
            return True
        self.compound = _is_compound(items[k])
        return False


def _run_behind(sentence: Sentence, at: int, region: int) -> _Run:
    run, items = _Run(), sentence.items
    for k in range(at + 1, region):
        item = items[k]
        if _passed_over(items, k, run):
            continue
        if item.noun and item.noun != "trial" and not (item.act and run.last is not None):
            run.last = k
        elif _ends_run(item):
            break
        elif item.cue("and"):
            described = run.unknown or "purpose=" in " ".join(items[k - 1].labels.traits)
            if not (run.last is None and described and _noun_follows(sentence, k + 1, region)):
                break
        elif not item.labels.traits and not item.labels.nations and not run.take(items, k):
            break
    return run


def _passed_over(items: Sequence[Item], k: int, run: _Run) -> bool:
    """The mark of a genitive, "of these" and "pending" before any noun, and "official" where it only describes."""
    item = items[k]
    if item.low == "official" and _adjectival(items[k + 1 : k + 3]):
        return True
    own = (
        run.last is None
        and any(i.low in ("its", "their") for i in items[k : k + 2])
        and item.low in ("of", "its", "their")
    )
    return not item.noun and (own or item.low == "'" or (run.last is None and item.low in _BEFORE_NOUN))


def _ends_run(item: Item) -> bool:
    """A preposition, a verb, a period; "12 cases to court" ends with the cases."""
    told = item.cue("copula") or item.cue("subset") or item.period is not None
    return item.noun == "trial" or item.low in _ENDS or bool(item.act) or told


def _may_be_noun(item: Item) -> bool:
    return (
        item.amount is None
        and item.low[0].isalpha()
        and item.low not in _ADJECTIVES
        and not item.low.endswith(("ly", "ed"))
    )


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


def _adjectival(after: Sequence[Item]) -> bool:
    """ "30 official and potential victims": an adjective beside another."""
    if not after:
        return False
    return after[0].noun == "victim" or (after[0].cue("and") and "victim_status=potential" in after[-1].labels.traits)


def _made_of(sentence: Sentence, at: int, region: int) -> str:
    """ "a 19-person unit" counts posts, "a 40-person shelter" places."""
    for item in sentence.items[at + 1 : region]:
        if item.noun in ("shelter", "unit"):
            return "place" if item.noun == "shelter" else "position"
    return UNKNOWN


def noun_behind_bracket(sentence: Sentence, region: int) -> str | None:
    """ "1,107 trafficking (658 labor ...) victims": the noun stands behind the aside, with nothing between."""
    items = sentence.items
    if region >= len(items) or items[region].low != "(":
        return None
    close = next((k for k in range(region, len(items)) if items[k].low == ")"), len(items))
    after = items[close + 1] if close + 1 < len(items) else None
    return after.noun if after is not None and after.noun == "victim" and not after.amount else None
