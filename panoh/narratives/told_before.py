"""What the sentence or the paragraph said before of those counted: whose the hotline is, for whom permits are, and whom
police had in view when no charges were reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.context import Context
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import NOT_REPORTED
from panoh.narratives.sentence import Sentence
from panoh.narratives.things import traits_within

_LINE = r"(?:hotline|helpline)s?\b"
_NGOS_LINE = re.compile(
    rf"\bngo-(?:run|operated|managed|administered)\b[^.;,]{{0,60}}\b{_LINE}"
    rf"|{_LINE}[^.;,]{{0,40}}\b(?:operated|run|managed|administered|staffed) by (?:an?|two|the)? ?(?:local )?"
    rf"(?:ngos?|non-governmental)\b"
    rf"|\bngos? (?:continued to )?(?:operate|operated|ran|run|managed?|administered|staffed)\b[^.;,]{{0,40}}\b{_LINE}",
)
_OTHER_LINE = re.compile(rf"\b(?:an?|its|another|government-run|government-operated)\b[^.;,]{{0,50}}\b{_LINE}")
_CALLS = frozenset({"hotline_calls", "hotline_referrals", "hotline_victims_identified"})
_CHARGES = frozenset({"prosecutions", "convictions"})


def as_said_before(sentence: Sentence, drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, each with what was said before of whom or what it counts."""
    words = " ".join(item.low for item in sentence.items)
    if _NGOS_LINE.search(words):
        context.ngos_hotline = True
    elif _OTHER_LINE.search(words):
        context.ngos_hotline = False
    return [_permit(sentence, _of_officials(sentence, _call(draft, context))) for draft in drafts]


def _call(draft: Draft, context: Context) -> Draft:
    """ "A local NGO operated a hotline. The hotline received 300 calls": the NGO took them."""
    taken = draft.measure in _CALLS and draft.value and context.ngos_hotline and draft.actor == "government"
    return replace(draft, actor="ngo") if taken else draft


def _permit(sentence: Sentence, draft: Draft) -> Draft:
    """ "Foreign victims could obtain a permit; one victim received a permit": a foreign one."""
    if draft.measure != "residence_permits" or {"nationality", "victim_status"} & draft.traits.keys():
        return draft
    return replace(draft, traits={**traits_within(sentence, 0, draft.at, ["nationality"]), **draft.traits})


def _of_officials(sentence: Sentence, draft: Draft) -> Draft:
    """ "investigated complicit officers, but did not report prosecutions": prosecutions of officers."""
    if draft.status != NOT_REPORTED or draft.measure not in _CHARGES or draft.traits:
        return draft
    items = sentence.items
    turned = any(item.low in ("but", "however") for item in items[max(0, draft.at - 4) : draft.at])
    looked = next((k for k in range(draft.at - 1, -1, -1) if items[k].act in ("investigate", "arrest")), None)
    if not turned or looked is None:
        return draft
    return replace(draft, traits=traits_within(sentence, looked, looked + 5, ["group"]))
