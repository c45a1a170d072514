"""Tells a plain denial, which counts none, from a judgement and from what names no count at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from panoh.narratives.drafts import Draft
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_KINDS = re.compile(r"\b(?:kind|kinds|type|types) of (?:assistance|services|support|care)\b")
_COMPONENT = re.compile(r"\btraining\b.*\binclud\w+ (?:an |any |a )?(?:\S+ )?(?:component|module|content)")
_BARE = frozenset(
    {"prosecutions", "convictions", "awareness_events", "labour_inspections", "trainings", "restitution_awards"}
)
_KNOWN = frozenset({"the", "these", "those", "this", "its", "their"})  # "did not indict the perpetrator" counts nobody
_WORK = (["developing"], ["drafting"], ["creating"], ["disseminating"], ["implementing"])
_STAYS = frozenset({"stayed", "resided", "lived", "entered"})
_PASSIVE_REACH = 8  # items


def of_no_count(items: Sequence[Item], at: int) -> bool:
    """ "did not report if that number included", "developing a mechanism", "referring all victims": no count is withheld."""
    after = [item.low for item in items[at + 1 : at + 4]]
    if after[:1] in (["if"], ["whether"]) and after[1:2] in (["that"], ["this"], ["these"], ["those"]):
        return after[2:3] in (["number"], ["figure"], ["figures"], ["numbers"], ["statistics"], ["total"])
    words = " ".join(item.low for item in items[at : at + 8])
    if " to ensure " in words or _KINDS.search(words):
        return True
    if after[:1] == ["having"] or _COMPONENT.search(" ".join(item.low for item in items[at:])):
        return True
    about_work = after[1:2] if after[:1] and after[0].endswith("ly") else after[:1]
    return about_work in _WORK or after[1:2] == ["all"]


def passive(items: Sequence[Item], at: int, last: int) -> bool:
    """ "no victims were repatriated": the verb behind "were" is undergone, by all that is denied."""
    told = [k for k in range(at, last) if items[k].act]
    stays = bool(told) and items[told[0]].act == "accommodate" and items[told[0]].low.split()[0] in _STAYS
    return stays or (
        bool(told)
        and (items[told[0] - 1].cue("copula") or items[told[0] - 1].low == "being")
        and told[0] - at < _PASSIVE_REACH
    )


def plain_denial(sentence: Sentence, at: int, k: int, draft: Draft, acts: list[str]) -> bool:
    """ "did not identify any", "no", "never": a count of none. "did not identify victims who ..." is a judgement."""
    words = [item.low for item in sentence.items[at : k + 1]]
    strong = (
        sentence.items[at].cue("nothing")
        or sentence.items[at].amount is not None
        or words[0] in ("never", "neither")
        or words[0].endswith("never")
    )
    if (
        strong
        or {"any", "single", "ever", "anyone", "anybody", "formally", "officially", "either"}
        & set(" ".join(words).split())
        or ({"a", "an"} & set(words) and len(words) < 6)
    ):
        return not (k + 1 < len(sentence.items) and sentence.items[k + 1].low == "who")
    if draft.traits.get("group") == "officials" and sentence.items[k - 1].low == "," and sentence.items[k - 2].act:
        return True  # "investigated, but did not prosecute or convict, officials who were complicit"
    if draft.measure == "residence_permits" and (
        sentence.items[k].noun == "permit" and k > at and sentence.items[at + 1].act in ("grant", "provide")
    ):
        return True
    if sentence.items[k - 1].low in _KNOWN or sentence.items[k - 2].low in _KNOWN:
        return False
    if draft.measure == "shelters" and set(words[1:4]) & {
        "have",
        "operate",
        "fund",
        "provide",
        "offer",
        "maintain",
        "run",
    }:
        return True
    if draft.measure == "trainings" and "receive" in acts:
        return any(word in item.low for item in sentence.items[:at] for word in ("diplomat", "peacekeep", "troops"))
    if draft.act is None and not {"initiate", "conduct", "register", "inspect", "provide", "train"} & set(acts[-1:]):
        return False
    opened = draft.measure == "investigations" and acts[-1:] in (["initiate"], ["register"], ["conduct"])
    bare = draft.measure in _BARE or opened or (draft.measure == "investigations" and "group" in draft.traits)
    return bare and (k + 1 >= len(sentence.items) or sentence.items[k + 1].low not in ("who", "that", "which"))
