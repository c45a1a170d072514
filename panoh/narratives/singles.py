"""Reads one thing told by its article alone: "held a seminar on victim identification" is one seminar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from panoh.narratives.drafts import Draft
from panoh.narratives.mentions import HEAD
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.when import period_of
from panoh.narratives.who_acts import actor_of
from panoh.narratives.words import load

_ARTICLES = frozenset({"a", "an", "another"})
_OWNERS = frozenset({"its", "their", "the"})  # "its third national workshop"
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_ORDINALS |= {"first-ever", "inaugural"}
_REACH = 7  # items between the article and its noun
_TOGETHER = frozenset({"partnered", "collaborated", "worked", "cooperated", "coordinated"})
_BEFORE = 12  # items: "partnered with an international organization to hold"
_MAY = frozenset({"would", "could", "should", "will", "may", "might", "must", "not", "to not"})
_PASSIVE = frozenset({"was", "had been", "has been"})
_WITHIN = frozenset({"of", "for", "in", "to", "with", "by", "on", "from", "at", "into", "that", "during", "about"})
_BEHIND = _WITHIN | {"against", "through", "across", "between", "within", "under", "using", "via"}
_DEEDS = frozenset({"conducted", "organized", "held", "hosted", "signed", "concluded", "revoked", "suspended"})
_DEEDS |= {"cancelled", "closed", "convened"}


def read_singles(sentence: Sentence, counts: Sequence[Draft]) -> Iterator[Draft]:
    """ "held a workshop", "signed a new agreement": one of each; a course whose trainees are counted is told by them."""
    items = sentence.items
    for at, item in enumerate(items):
        if item.low not in (_ARTICLES | _OWNERS) or item.depth:
            continue
        for kind in load("singles.yaml")["kinds"]:
            noun = _noun(items, at, kind)
            verb = None if noun is None else _verb(items, at, noun, kind)
            if noun is None or verb is None or not _about(items, kind) or _told(sentence, at, kind, counts):
                continue
            actor = actor_of(items, sentence.clauses, verb)
            unit = "organisations" if _with_organisation(items, noun) else kind["unit"]
            yield Draft(kind["measure"], 1.0, unit, {}, actor=actor, at=at).dated(period_of(sentence, at, HEAD))
            break


def _noun(items: Sequence[Item], at: int, kind: Mapping[str, Any]) -> int | None:
    """Where the word of this kind ends the phrase the article opens, with only what describes it between."""
    if items[at].low in _OWNERS and not (at + 1 < len(items) and items[at + 1].low in _ORDINALS):
        return None
    for k in range(at + 1, min(at + 1 + _REACH, len(items))):
        item = items[k]
        if item.low.endswith(tuple(kind["words"])) and _closes(items, k):
            return k
        described = (
            item.low[0].isalpha() and not item.cue("relative") and not item.cue("copula") and not item.cue("and")
        )
        if not described or (item.amount is not None and not item.amount.adjectival) or item.low in _WITHIN:
            return None
    return None


def _closes(items: Sequence[Item], k: int) -> bool:
    """ "a training manual", "an agreement form" are other things."""
    after = items[k + 1] if k + 1 < len(items) else None
    if after is None or not after.low[0].isalpha():
        return True
    told = after.cue("relative") or after.cue("and") or after.cue("copula") or after.period is not None
    return told or bool(after.act) or after.low in _BEHIND or after.low.endswith(("ing", "ed", "ly"))


def _verb(items: Sequence[Item], at: int, noun: int, kind: Mapping[str, Any]) -> int | None:
    """The verb right before the article, told as done; else the participle of "an agreement was signed"."""
    verb = at - 1
    joined = verb > 1 and items[verb - 1].cue("and") and items[verb - 2].low in kind["verbs"]  # "organized and funded"
    if verb >= 0 and (items[verb].low in kind["verbs"] or (joined and items[verb].act)):
        return verb if _done(items, verb) else None
    passive = items[noun + 1].low in _PASSIVE if noun + 2 < len(items) else False
    done = passive and items[noun + 2].low in _DEEDS & set(kind["verbs"])
    return noun + 2 if done else None


def _done(items: Sequence[Item], verb: int) -> bool:
    """ "plans to hold", "did not hold", "would organize" tell of nothing done; "partnered with an NGO to hold" does."""
    before = items[max(0, verb - 4) : verb]
    if any(item.cue("not") or item.cue("unreported") for item in before) or any(i.low in _MAY for i in before[-2:]):
        return False
    if items[verb - 1].low == "to" or (items[verb - 1].cue("and") and items[verb - 3].low == "to"):
        return any(item.low in _TOGETHER for item in items[max(0, verb - _BEFORE) : verb])
    return not any(item.cue("planned") for item in before)


def _about(items: Sequence[Item], kind: Mapping[str, Any]) -> bool:
    words = " ".join(item.low for item in items)
    return not kind["about"] or any(word in words for word in kind["about"])


def _told(sentence: Sentence, at: int, kind: Mapping[str, Any], counts: Sequence[Draft]) -> bool:
    """ "held a course for 40 officers" is told by its trainees; a count of the same kind right behind by itself."""
    clause = sentence.clauses[at]
    beside = [draft for draft in counts if draft.at >= 0 and sentence.clauses[draft.at] == clause and draft.at > at]
    trained = kind["measure"] == "trainings" and any(draft.measure == "officials_trained" for draft in beside)
    return trained or any(draft.measure == kind["measure"] and draft.at - at < _REACH for draft in beside)


def _with_organisation(items: Sequence[Item], noun: int) -> bool:
    """ "signed a memorandum with an NGO": one organisation."""
    after = items[noun + 1 : noun + 4]
    return bool(after) and after[0].low == "with" and any(item.actor == "ngo" for item in after)
