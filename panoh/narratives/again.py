"""Counts that repeat what was told, for another year, and counts told only by what is not known of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.mentions import COMPARISON, SUBSET, Mention
from panoh.narratives.sentence import Sentence

_FORM_UNTOLD = re.compile(r"\b(?:form|forms|type|types) of (?:trafficking|exploitation)\b.*\b(?:remaining|other)$")


def told_again(mention: Mention, drafts: Sequence[Draft]) -> list[Draft] | None:
    """ "212 were female and 91 male (163 females and 18 males)": the bracket repeats what they are, for the year before."""
    compared = [draft for draft in drafts if draft.link == COMPARISON and draft.years]
    sexes = mention.traits.get("sex")
    if mention.item.depth != 1 or mention.link != SUBSET or sexes is None or not compared:
        return None
    last = [d for d in drafts if not d.depth and d.link != COMPARISON][-2:]
    alike = [d for d in last if {k: v for k, v in d.traits.items() if k in ("sex", "age")} == mention.traits]
    if len({d.traits.get("sex") for d in last}) != len(last) or not alike:
        return None
    year = compared[-1]
    told = replace(alike[0], value=mention.amount.value, link=COMPARISON, depth=1, at=mention.at)
    return [replace(told, period=year.period, years=year.years, qualifier=mention.amount.qualifier)]


def form_untold(sentence: Sentence, mention: Mention) -> bool:
    """ "did not specify the form of trafficking of the remaining 10 victims": ten, of an unknown form."""
    items = sentence.items
    before = [k for k in range(mention.at) if sentence.clauses[k] == mention.clause]
    silent = [k for k in before if items[k].cue("unreported") or items[k].low.startswith("did not specify")]
    words = " ".join(items[k].low for k in before if silent and k > silent[-1])
    return bool(silent) and mention.noun == "victim" and bool(_FORM_UNTOLD.search(words))
