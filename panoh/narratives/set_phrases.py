"""Reads denials that stand in set phrases of the lexicon, and what a list of them leaves without a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from panoh.narratives.drafts import Draft
from panoh.narratives.facts import ZERO
from panoh.narratives.purposes import AS_TOLD
from panoh.narratives.sentence import Sentence
from panoh.narratives.things import silent, traits_within
from panoh.narratives.verbs_before import counted
from panoh.narratives.when import scope_period
from panoh.narratives.words import load


def beside(sentence: Sentence, at: int, last: int, status: str) -> list[Draft]:
    """ "prosecutions, convictions, or sentencing information": what no noun of a list stands for. Behind
    "and the nine ..." nothing is left out."""
    told = (k for k in range(at + 1, last) if counted(sentence.items[k]) and sentence.items[k - 1].low == "the")
    return list(set_phrase(sentence, at, next(told, last), status, "beside"))


def _judged(sentence: Sentence, at: int) -> bool:
    """ "ensured victims were not penalized", "generally were not penalized": a judgement, and no count of none."""
    return any(item.low.split()[0] in _JUDGES for item in sentence.items[max(0, at - _JUDGE_REACH) : at])


_JUDGES = frozenset({"ensure", "ensured", "ensures", "ensuring", "generally", "usually", "typically", "normally"})
_JUDGE_REACH = 5  # items
_SUBJECT_REACH = 4  # items: "restitution in these cases was not ordered"


def set_phrase(sentence: Sentence, at: int, last: int, status: str, among: str = "phrases") -> Iterator[Draft]:
    """Set phrases of lexicon/silence.yaml: "no reports the government penalized victims"."""
    words = " ".join(item.low for item in sentence.items[at:last])
    for line in load("silence.yaml")[among]:
        named = "named" not in line or any(line["named"] in item.labels.nouns for item in sentence.items)
        beside = sentence.items[max(0, at - _SUBJECT_REACH) : at]
        named = named and ("subject" not in line or any(line["subject"] in item.labels.nouns for item in beside))
        named = named and not (line["measure"] == "victims_penalized" and status == ZERO and _judged(sentence, at))
        named = named and line.get("section", sentence.section) == sentence.section
        every = "exploitation" in line["pattern"] and (
            " all " in words
            or any(counted(b) and a.low.endswith(("remaining", "other")) for a, b in pairwise(sentence.items[at:last]))
        )  # "for all victims", "of the remaining ten": for some it was told
        if line["status"] == status and named and not every and re.search(line["pattern"], words):
            traits = traits_within(sentence, at, last, line["keep"])
            traits |= dict([line["traits"].split("=")]) if "traits" in line else {}
            traits = {key: AS_TOLD.get(value, value) for key, value in traits.items()}
            for measure in line["measure"].split():
                if measure == "victims_identified" and "potential" in words:
                    measure = "potential_victims_identified"
                yield silent(measure, line["unit"], traits, status).dated(scope_period(sentence, at, last))
            return
