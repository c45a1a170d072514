"""Whom shelters told before took in: "The ministry ran seven shelters. They assisted 310 women"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.governing import left_act
from panoh.narratives.mentions import Mention
from panoh.narratives.sentence import Sentence

_THEY = frozenset({"they", "it", "which", "these", "facilities", "facility", "both"})
_HELPED = frozenset({"assist", "provide"})


def in_their_houses(sentence: Sentence, mention: Mention, heads: Sequence[Draft]) -> Mention:
    """The mention, near a shelter and by whoever runs it, where "they" are the shelters last told."""
    told = heads[-1] if heads else None
    if told is None or told.measure != "shelters" or not _HELPED & set(mention.acts) or mention.item.depth:
        return mention
    act = left_act(sentence, mention.at)
    if act is None or not act or sentence.items[act - 1].low not in _THEY:
        return mention
    return replace(mention, near=mention.near | {"shelter"}, actor=told.actor if told.actor == "ngo" else mention.actor)
