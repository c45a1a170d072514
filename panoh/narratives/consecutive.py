"""Reads "for the third consecutive year" and gives it to the facts of its clause, or makes it a step not taken."""

from __future__ import annotations

import re
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.facts import REPORTED, ZERO
from panoh.narratives.mentions import Sentence

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_FOR_YEARS = re.compile(
    rf"\bfor (?:the|a|at least the) ({'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)) (?:consecutive|straight|successive) (?:year|reporting period)"
    rf"|\bfor (?:the|a) ({'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)) year in a row",
    re.I,
)
_DENIAL = re.compile(r"\b(?:not|never|failed to|no|lacked|without|neither)\b", re.I)


def with_consecutive_years(drafts: list[Draft], sentence: Sentence, text: str) -> list[Draft]:
    """The drafts of one sentence, with the run of years where the sentence names one."""
    quote = text[sentence.start : sentence.end]
    found = _FOR_YEARS.search(quote)
    if found is None:
        return drafts
    years = _number(found[1] or found[2])
    clause = _clause_around(quote, found)
    told = [d for d in drafts if d.status != REPORTED or d.value == 0] or [d for d in drafts if d.measure == "tier_placement"]
    if told and _DENIAL.search(clause) or told and told[0].measure == "tier_placement":
        return [replace(d, consecutive_years=years) if d in told else d for d in drafts]
    if _DENIAL.search(clause):
        gap = Draft("policy_gap", float(years), "consecutive_years", {}, status=ZERO, consecutive_years=years)
        return [*drafts, gap]
    return drafts


def _clause_around(quote: str, found: re.Match[str]) -> str:
    start = quote.rfind(";", 0, found.start()) + 1
    end = quote.find(";", found.end())
    return quote[start : end if end >= 0 else len(quote)]


def _number(word: str) -> int:
    word = word.lower()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word))
