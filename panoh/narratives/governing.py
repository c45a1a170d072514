"""Finds the verb a count belongs to: the one before it, or the one it is the subject of."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import COUNT
from panoh.narratives.crime_between import with_its_crime
from panoh.narratives.phrases import STOPS, next_of_list
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.taught import for_whom, topic_of_training

_IRREGULAR = frozenset(
    {"withdrawn", "sent", "held", "given", "taken", "brought", "kept", "left", "shown", "told", "let"}
)
_RELATIVE = 5  # items: "who had been held"
_SKIPPED_ACTS = frozenset({"exploit", "estimate"})
NOUN_ACTS = {
    "investigation": "investigate",
    "prosecution": "prosecute",
    "conviction": "convict",
    "acquittal": "acquit",
    "raid": "raid",
    "extradition": "extradite",
    "repatriation": "repatriate",
    "deportation": "deport",
    "screening": "screen",
    "referral": "refer",
    "arrest": "arrest",
    "training": "train",
    "inspection": "inspect",
}
# What a higher court does: nobody is convicted anew.
REVIEWED = frozenset({"upheld", "overturned", "vacated", "reversed", "annulled", "confirmed", "affirmed", "quashed"})
# "prosecution of one national" tells an act done; so does "training for 43 officials".
_OBJECT_AFTER = {
    "training": frozenset({"for", "to", "of"}),
    "raid": frozenset({"on", "against", "at"}),
    "inspection": frozenset({"of", "at", "onboard", "aboard"}),
}
_GIVEN = frozenset({"receive", "assist", "accommodate"})
_ADVERBS = frozenset({"later", "then", "also", "both", "all", "still", "ultimately"})
_OBJECT = frozenset({"of", "against", "into", "involving"})


def left_act(sentence: Sentence, at: int) -> int | None:
    """The nearest verb before the count in its clause; "prosecution of one national" is a verb too."""
    items, clauses = sentence.items, sentence.clauses
    added = [item.low for item in items[max(0, at - 3) : at]] == ["in", "addition", "to"]
    for k in range(at - 1, -1, -1):
        if items[k].depth < items[at].depth or (items[k].depth == items[at].depth and clauses[k] != clauses[at]):
            return None
        if items[k].depth != items[at].depth:
            continue
        if items[k].cue("compare"):
            return None if not added else next((i for i in range(k) if items[i].act), None)
        if items[k].act == "exploit" and items[k].low.endswith("ing"):
            return None
        if _of_relative(items, k, at) or topic_of_training(items, k, at):
            continue
        if items[k].low == "estimated" and items[k - 1].low == "an":
            continue  # "reached an estimated 2.3 million viewers"
        if items[k].act and items[k].act not in ("exploit", "dedicate") and not _counted(items[k - 1]):
            return k
        if items[k].noun == "training" and next_of_list(items, k, at):
            continue
        if items[k].noun in NOUN_ACTS and items[k + 1].low in _OBJECT_AFTER.get(items[k].noun or "", _OBJECT):
            return k if not _reviewed(items, k) else None
        if with_its_crime(items, k, at):
            return k if not _reviewed(items, k) else None
        if items[k].noun == "training" and for_whom(items, k, at):
            return k
    return None


def _of_relative(items: Sequence[Item], k: int, at: int) -> bool:
    """ "repatriated three victims who had been held in Kuwait and one from Oman": the one was not held."""
    joined = items[at - 1].cue("and") and not any(item.amount for item in items[k:at])
    opened = next((i for i in range(k - 1, max(-1, k - _RELATIVE), -1) if items[i].low == "who"), None)
    between = items[opened + 1 : at - 1] if opened is not None else ()
    return joined and opened is not None and not any(item.low in STOPS or item.cue("and") for item in between)


def _reviewed(items: Sequence[Item], k: int) -> bool:
    """ "overturned the convictions of three": nobody is convicted anew."""
    near = items[max(0, k - 6) : k]
    return any(item.low in REVIEWED for item in near) and not any(item.amount or item.low in STOPS for item in near)


def _counted(item: Item) -> bool:
    """ "12 arrested ..." tells of the twelve; "5 million baht provided to 760" tells an act."""
    return item.amount is not None and item.amount.kind == COUNT


def right_act(sentence: Sentence, after: int, region: int) -> int | None:
    """The verb the count is the subject of, or the participle behind it."""
    found: int | None = None
    of_whole: int | None = None
    for k in range(after + 1, region):
        item = sentence.items[k]
        if found is None and of_whole is None and _of_whole(sentence.items, k):
            of_whole = k
            continue
        if _goes_on(sentence.items, k):
            continue
        if item.cue("not") and sentence.items[k - 1].cue("and"):
            return found  # "one in 2020 and did not convict anyone": another statement
        if item.act == "pending" or (
            item.act
            and item.act not in _SKIPPED_ACTS
            and (not item.low.split()[0].endswith("ing") or _with_one_receiving(sentence.items, k))
        ):
            if found is None and sentence.items[k - 1].cue("and") and not sentence.items[k - 1].noun:
                return None
            if found is not None and (
                sentence.items[k - 1].cue("and")
                or found > after + 1
                or sentence.items[found].act in ("receive", "train")
            ):
                return found
            found = k
        elif item.low in ("through", "via") or (
            item.low == "to" and not any(i.low.startswith("have") for i in sentence.items[k + 1 : k + 2])
        ):
            break
    return of_whole if found is None else found


def _goes_on(items: Sequence[Item], k: int) -> bool:
    """ "continued to receive care": the verb behind "to" tells what is done."""
    after = items[k + 1 : k + 3]
    opens = items[k].act == "go_on" and items[k].low.endswith("to") and not items[k - 1].cue("and")
    return opens and bool(after) and after[0].act in _GIVEN


def _of_whole(items: Sequence[Item], k: int) -> bool:
    """ "12 of the 20 prosecuted were convicted", "seven of those convicted received": said of all."""
    before = items[k - 1]
    whole = before.low == "of those" or (_counted(before) and items[k - 2].low == "of the")
    return (
        bool(items[k].act) and items[k].low.endswith("ed") and whole and k + 1 < len(items) and not _ends(items[k + 1])
    )


def _ends(item: Item) -> bool:
    return item.low in STOPS or item.cue("and")


def _with_one_receiving(items: Sequence[Item], k: int) -> bool:
    """ ", with two receiving terms of five years": the two received."""
    return k > 1 and items[k].low.startswith("receiving") and _counted(items[k - 1]) and items[k - 2].low == "with"


def governing(sentence: Sentence, at: int, left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return right if left is None else left
    if sentence.items[left].act == "exist" or _stands_alone(sentence, at, right):
        return right  # "Of the 78 assisted, 23 cooperated": a number alone before a verb does it
    if sentence.items[right].low == "under investigation":
        return right  # "placed three officers under investigation"
    between = sentence.items[left:at]
    if _trails(sentence.items, left) and sentence.items[right].low.endswith("ed"):
        return right  # "81 cases investigated, 60 defendants prosecuted": each noun has its verb behind it
    if sentence.items[right].actor == "self":
        return right
    if sentence.items[right].act == "screen" and any(item.low == "among" for item in between):
        return right  # "identified no victims among the 330 people screened"
    finite = sentence.items[right].act in ("receive", "assist", "accommodate", "pending", "train", "reach", "jail") or (
        sentence.items[right - 1].cue("copula") or sentence.items[right].low.startswith("received")
    )
    adverb = sentence.items[right - 1].low
    if (adverb.endswith("ly") or adverb in _ADVERBS) and sentence.items[right - 2].cue("copula"):
        finite = True  # "of whom 30 were formally charged"
    return right if finite and not (sentence.items[left].act in ("refer",) and len(between) < 3) else left


def _stands_alone(sentence: Sentence, at: int, right: int) -> bool:
    """ ", 23 cooperated", "and seven returned": nothing between the number and its verb."""
    before, verb = sentence.items[at - 1], sentence.items[right]
    opened = before.low == "," or before.low in ("of which", "of whom", "of these", "of those")
    return right == at + 1 and (opened or (before.cue("and") and verb.act == "return"))


def _trails(items: Sequence[Item], act: int) -> bool:
    """A participle right behind a counted noun: "81 cases investigated"."""
    before = items[max(0, act - 4) : act]
    counted = any(_counted(item) for item in before)
    goes_on = items[act + 1].low == "," or items[act + 1].cue("and")
    return counted and bool(before[-1].noun) and items[act].low.endswith("ed") and goes_on


def acts_at(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The verb and those joined to it: "identified and referred 15" is two acts, "tried, convicted, and jailed 15" three."""
    items = sentence.items
    found = [act_of(items[at])]
    k = at
    while _joined(items, k):
        k -= 2
        found.insert(0, act_of(items[k]))
    found = [*_listed_before(items, at), *found] if k == at else found
    k = at
    while k + 2 < len(items) and items[k + 1].cue("and") and items[k + 2].act and not items[k + 2].amount:
        k += 2
        found.append(act_of(items[k]))
    if items[at - 1].cue("copula"):
        found += _joined_passive(items, at)
    return tuple(act for act in dict.fromkeys(found) if act)


def _joined(items: Sequence[Item], k: int) -> bool:
    """ "identified and referred", "15 arrests and convictions"; not "15 investigations and prosecutions of 49"."""
    if k < 2 or not items[k - 1].cue("and"):
        return False
    noun = items[k - 2].noun
    told = items[k - 2].act or (noun in NOUN_ACTS and items[k].noun in NOUN_ACTS)
    return bool(told) and not (noun and any(item.amount for item in items[max(0, k - 4) : k - 2]))


def _listed_before(items: Sequence[Item], k: int) -> list[str]:
    """ "investigated, prosecuted, and convicted 61": the verbs of one form before the last, with commas between."""
    ending = items[k].low[-3:]
    if k < 5 or not items[k - 1].cue("and") or items[k - 2].low != "," or not ending.endswith(("ed", "ing")):
        return []
    found: list[str] = []
    at = k - 3
    while at >= 0 and items[at].act and items[at].low.endswith(ending[-2:]):
        found.insert(0, act_of(items[at]))
        if at < 2 or items[at - 1].low != ",":
            break
        at -= 2
    return found if len(found) > 1 else []


def _joined_passive(items: Sequence[Item], at: int) -> list[str]:
    """ "were identified in detention and referred": the second participle shares the subject."""
    for k in range(at + 1, min(at + 5, len(items) - 1)):
        if items[k].low in STOPS or items[k].amount or items[k].act:
            return []
        if items[k].cue("and") and items[k + 1].act and items[k + 1].low.endswith("ed"):
            return [act_of(items[k + 1])]
    return []


def act_of(item: Item) -> str:
    return item.act or NOUN_ACTS.get(item.noun or "", "")


def does_it(sentence: Sentence, act: int) -> bool:
    """ "Two police units conducted campaigns": the count acts, it is not acted upon."""
    items = sentence.items
    if (
        items[act].act in ("receive", "return", "pending", "train", "accommodate", "meet", "jail", "seek")
        or items[act].low.startswith(("result", "filed", "ended in", "ended with", "concluded with"))
        or (items[act].low.startswith(("led to", "culminat")) and _counted(items[act - 1]))
        or items[act].low.startswith(("received", "served"))
        or items[act - 1].cue("copula")
        or act + 1 >= len(items)
    ):
        return False
    after = items[act + 1]
    return bool(
        after.noun or after.amount or after.labels.traits or after.labels.nations or after.low in ("the", "a", "their")
    )


def lists_services(sentence: Sentence, act: int, at: int) -> bool:
    """ "provided shelter, medical care, and counseling to 24 victims": helped in many ways, not only housed."""
    between = sentence.items[act + 1 : at]
    listed = any(item.low == "," or item.cue("and") for item in between[:1])
    return listed and any("service=" in trait for item in between for trait in item.labels.traits)


def _is_verb(item: Item) -> bool:
    """ "were exploited in forced labor", "were sexually exploited" tell what they are; "were moved" tells an act."""
    told = any(trait.startswith("form=") for trait in item.labels.traits)
    return item.act != "exploit" and not told and bool(item.act or item.low.endswith("ed") or item.low in _IRREGULAR)


def copular(sentence: Sentence, after: int, region: int) -> bool:
    return any(
        sentence.items[k].cue("copula") and not (k + 1 < region and _is_verb(sentence.items[k + 1]))
        for k in range(after + 1, min(region, after + 6))
    )
