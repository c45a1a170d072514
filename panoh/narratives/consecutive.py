"""Reads "for the third consecutive year" and gives it to the facts of its clause, or makes it a step not taken."""

from __future__ import annotations

import re
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.facts import REPORTED, ZERO
from panoh.narratives.sentence import Sentence

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_CARDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ORDINAL = rf"({'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_FOR_YEARS = re.compile(
    rf"\bfor (?:the|a|at least the) {_ORDINAL} (?:consecutive|straight|successive) (?:year|reporting period)"
    rf"|\bfor (?:the|a) {_ORDINAL} year in a row"
    rf"|\bfor (?:at least |more than |nearly |over )?({'|'.join(_CARDINALS)}|\d{{1,2}}) (?:consecutive|straight|successive)"
    r" (?:years|reporting periods)",
    re.I,
)
_AT_ITS_HEAD = 5  # letters: "For the third consecutive year, authorities did not"
_DENIAL = re.compile(
    r"\b(?:not|never|failed to|no(?! (?:information|data|statistics|reports?)\b)|lacked"
    r"|without|neither|zero|unimplemented|unfunded|inactive"
    r"|remain(?:s|ed)? (?:pending|under(?: parliamentary)? (?:consideration|review)|in draft(?: form)?))\b",
    re.I,
)


def with_consecutive_years(drafts: list[Draft], sentence: Sentence, text: str) -> list[Draft]:
    """The drafts of one sentence, with the run of years where the sentence names one."""
    quote = text[sentence.start : sentence.end]
    for found in _FOR_YEARS.finditer(quote):
        drafts = _with_run(drafts, sentence, quote, found)
    return drafts


def _with_run(drafts: list[Draft], sentence: Sentence, quote: str, found: re.Match[str]) -> list[Draft]:
    years = _number(found[1] or found[2] or found[3])
    start, end = _clause_around(quote, found)
    if found.start() - start >= _AT_ITS_HEAD:
        first, last = _own_clause(sentence, found)
        start, end = max(start, first), min(end, last)
    clause = quote[start:end]
    inside = [d for d in drafts if d.at < 0 or start <= sentence.items[d.at].start - sentence.start < end]
    told = [d for d in inside if d.status != REPORTED or d.value == 0] or [
        d for d in drafts if d.measure == "tier_placement"
    ]
    if (told and _DENIAL.search(clause)) or (told and told[0].measure == "tier_placement"):
        return [replace(d, consecutive_years=years) if d in told else d for d in drafts]
    if _DENIAL.search(clause):
        gap = Draft("policy_gap", float(years), "consecutive_years", {}, status=ZERO, consecutive_years=years)
        return [*drafts, gap]
    return drafts


def _own_clause(sentence: Sentence, found: re.Match[str]) -> tuple[int, int]:
    """ "decreased funding for the second year, and the government did not approve": the denial is another clause."""
    at = next(k for k, item in enumerate(sentence.items) if item.start - sentence.start >= found.start())
    mine = [i for k, i in enumerate(sentence.items) if sentence.clauses[k] == sentence.clauses[at]]
    return mine[0].start - sentence.start, mine[-1].end - sentence.start


def _clause_around(quote: str, found: re.Match[str]) -> tuple[int, int]:
    """From the run of years before, or a semicolon, to the next one: what this run speaks of."""
    start = max(
        [
            quote.rfind(";", 0, found.start()) + 1,
            *(m.end() for m in _FOR_YEARS.finditer(quote) if m.end() <= found.start()),
        ]
    )
    stop = quote.find(";", found.end())
    later = next((m for m in _FOR_YEARS.finditer(quote) if m.start() > found.end()), None)
    if (start == 0 and found.start() < 3) or later is None:
        return start, stop if stop >= 0 else len(quote)
    return start, found.end()


def _number(word: str) -> int:
    word = word.lower()
    if word in _CARDINALS:
        return _CARDINALS.index(word) + 1
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word))
