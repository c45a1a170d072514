"""Victims whose verb only tells of them: "NGOs reported 45 victims" are victims who were identified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panoh.narratives.governing import copular
from panoh.narratives.phrases import ABOUT
from panoh.narratives.sentence import Sentence
from panoh.narratives.shared import form_of

if TYPE_CHECKING:
    from panoh.narratives.mentions import Mention

_PREDICATE = 6  # items: "were potential trafficking victims"
_BEHIND = 9  # items: "were identified by the ministry as victims"
_REPORTS = frozenset({"reported", "recorded", "documented", "counted", "reporting", "recording", "documenting"})
_LEADS = frozenset({"a", "total", "of", "an", "additional", "another", "further", "only", "just"})


def reported_at(sentence: Sentence, at: int, region: int, noun: str | None) -> int | None:
    """Where "reported" stands right before the count, "reported a total of 67 victims"."""
    items = sentence.items
    k = at - 1
    while k >= 0 and items[k].low in ABOUT | _LEADS:
        k -= 1
    parts = copular(sentence, at, region) or any(item.low.startswith("of") for item in items[at + 1 : at + 2])
    told = noun == "victim" and not parts and k >= 0 and items[k].low in _REPORTS
    return k if told and not (k and items[k - 1].cue("copula")) else None


def named_victims(sentence: Sentence, mention: Mention) -> bool:
    """ "of whom 12 were identified as victims": found to be victims, and not only a part of those seen."""
    behind = sentence.items[mention.at + 1 : mention.at + _BEHIND]
    named = (k for k, item in enumerate(behind) if item.noun == "victim" and item.amount is None)
    led = next(({item.low for item in behind[max(0, k - 3) : k]} for k in named), frozenset[str]())
    return "identify" in mention.acts and bool(led & {"as", "be"})


def are_victims(sentence: Sentence, mention: Mention) -> bool:
    """ "screened 300 workers, of whom 12 were victims": what they were found to be."""
    behind = sentence.items[mention.at + 1 : mention.at + _PREDICATE]
    return mention.copular and any(item.noun == "victim" for item in behind)


def exploited_by(sentence: Sentence, at: int, noun: str | None) -> dict[str, str]:
    """ "Sex traffickers exploited 30 victims": who exploited them says how."""
    items = sentence.items
    if noun not in ("victim", "person", None) or at < 2 or items[at - 1].act != "exploit":
        return {}
    told = form_of(items[at - 2]) if items[at - 2].noun == "offender" else None
    return {"form": told} if told is not None else {}
