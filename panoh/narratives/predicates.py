"""Reads what is said of a figure that is missing: "the number of victims was unknown"."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.narratives.denials import denied
from panoh.narratives.denied_things import things_at
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import NOT_REPORTED
from panoh.narratives.outcomes import FIGURES
from panoh.narratives.purposes import named_purpose
from panoh.narratives.sentence import Sentence
from panoh.narratives.set_phrases import beside, set_phrase
from panoh.narratives.things import silent
from panoh.narratives.when import scope_period

_KEPT = ("collected", "tracked", "compiled", "maintained", "published", "released", "disclosed", "recorded")
_MISSING = frozenset(
    {
        "unreported",
        *(f"{be} not {told}" for be in ("was", "were", "is", "are") for told in _KEPT),
        "not reported",
        "not available",
        "unavailable",
        "not known",
        "not provided",
        "not disclosed",
        "data unavailable",
        "data not available",
        "not recorded",
        "unknown",
        "was unknown",
        "were unknown",
        "was unclear",
        "were unclear",
        "remained unknown",
        "is unknown",
        "are unknown",
        "is unclear",
        "remains unknown",
        "remained unclear",
        "could not be determined",
        "information was not available",
        "was not available",
        "were not available",
    }
)
_NOT_GIVEN = frozenset({"was not provided", "were not provided", "was not given", "were not given"})
_SUBJECT = 10  # items: "Data on the number of prosecutions and convictions was not provided"
_EVENTS = frozenset({"investigation", "prosecution", "conviction"})
_SUMS = frozenset({"figures", "figure", "amount", "amounts", "total", "totals", "budget", "sums"})


def is_predicate(sentence: Sentence, at: int) -> bool:
    """ "The number of victims was not available": what is missing stands before."""
    return sentence.items[at].low in _MISSING or _no_total(sentence.items[at].low)


def figures_not_given(sentence: Sentence, at: int) -> bool:
    """ "Sentencing information was not provided": the figures exist, and were not given."""
    clause = range(max(0, at - _SUBJECT), at)
    words = {w for k in clause if sentence.clauses[k] == sentence.clauses[at] for w in sentence.items[k].low.split()}
    return sentence.items[at].low in _NOT_GIVEN and bool(words & FIGURES)


def said_before(sentence: Sentence, at: int) -> Iterator[Draft]:
    """What the clause names before its predicate: a number of something, or a sum of money."""
    first = next(k for k in range(at + 1) if sentence.clauses[k] == sentence.clauses[at])
    found = list(beside(sentence, first, at + 1, NOT_REPORTED))
    start = next((k for k in range(first, at) if set(sentence.items[k].low.split()) & FIGURES), None)
    if start is not None:
        found += list(denied(sentence, start, at, NOT_REPORTED)) or _named_before(sentence, first, start)
    found = found or list(set_phrase(sentence, first, at + 1, NOT_REPORTED, "named"))
    yield from found or list(_sum_of_money(sentence, first, at))


def _named_before(sentence: Sentence, first: int, start: int) -> list[Draft]:
    """ "Disaggregated conviction data were unavailable": what the data are of stands before them."""
    k = start - 1
    if k < first or sentence.items[k].noun not in _EVENTS:
        return []
    period = scope_period(sentence, first, start)
    return [d.dated(period) for d in things_at(sentence, max(k - 2, 0), k, sentence.items[k].noun, [], NOT_REPORTED)]


def _no_total(words: str) -> bool:
    return words.startswith("no ") and words.endswith(("total was available", "figure was available"))


def _sum_of_money(sentence: Sentence, first: int, at: int) -> Iterator[Draft]:
    """ "Cities provided additional funds to programs, although figures were not available"."""
    words = {word for item in sentence.items[first : at + 1] for word in item.low.split()}
    fund = next((k for k in range(at) if sentence.items[k].noun == "funding"), None)
    if fund is not None and words & _SUMS:
        yield silent("government_funding", "own", named_purpose(sentence, fund), NOT_REPORTED).dated(
            scope_period(sentence, first, at)
        )
