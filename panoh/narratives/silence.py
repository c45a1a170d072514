"""Reads what a narrative says there was none of, and what the government did not report: never the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from panoh.narratives.amounts import COUNT
from panoh.narratives.denials import denied
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import NOT_REPORTED, ZERO
from panoh.narratives.outcomes import FIGURES
from panoh.narratives.pointing import points_back, referred_back, stands_for
from panoh.narratives.predicates import figures_not_given, is_predicate, said_before
from panoh.narratives.references import unknown_number
from panoh.narratives.scopes import JUDGED, PART, scope_end
from panoh.narratives.sentence import Sentence
from panoh.narratives.set_phrases import beside, set_phrase
from panoh.narratives.tagging import Item
from panoh.narratives.undergone import none_of_them, not_undergone
from panoh.narratives.words import load

_GIVES = frozenset(
    {"provide", "share", "collect", "maintain", "publish", "release", "disclose", "compile", "keep", "report"}
)
_GAVE = frozenset(
    {"provide", "provided", "shared", "collected", "maintained", "kept", "published", "released", "compiled", "tracked"}
)
_REPORT = 9  # items
_IN_LAW = frozenset(
    {"provision", "provisions", "law", "laws", "legislation", "mechanism", "mechanisms", "policy", "policies"}
)
_NO_FIGURES = frozenset({"personal", "confidential", "identities", "pending", "ongoing", "training"})


def read_silence(sentence: Sentence, before: Sequence[Item] = ()) -> list[Draft]:
    """A draft with status zero or not_reported for each thing the sentence denies or leaves out."""
    pointing = list(referred_back(sentence, before))
    found: list[Draft] = [*pointing]
    told = {d.at for d in pointing if points_back(sentence, d.at) or stands_for(sentence, d.at)}
    covered = -1
    for at, status in _triggers(sentence):
        if at <= covered or at in told or (status == NOT_REPORTED and sentence.items[0].low == "previously"):
            continue
        last = scope_end(sentence, at)
        if sentence.items[at].cue("unreported_number"):
            found += [replace(draft, at=at) for draft in unknown_number(sentence, at)]
            continue
        if (status == NOT_REPORTED and is_predicate(sentence, at)) or figures_not_given(sentence, at):
            found += [replace(draft, at=at) for draft in said_before(sentence, at)]
            continue
        besides = [replace(draft, at=at) for draft in beside(sentence, at, last, status)]
        if status == NOT_REPORTED and {i.low for i in sentence.items[at + 1 : at + 4]} & {
            "outcomes",
            "progress",
            "details",
            "specific details",
        }:
            found += besides
            continue
        if sentence.items[at].low.startswith("it ") and not sentence.items[at + 1].cue("number_of"):
            continue
        drafts = [] if _partly(sentence, at) else list(set_phrase(sentence, at, last, status))
        if not drafts and not (status == ZERO and _hedged(sentence, at)):
            drafts = list(_each_denied(sentence, at, last, status))
        if drafts and drafts[0].measure == "hotline_calls" and status == NOT_REPORTED:
            drafts += [d for d in denied(sentence, at, last, status) if d.measure != "hotline_calls"]
        drafts += besides or (list(not_undergone(sentence, at)) if status == ZERO and not drafts else [])
        drafts += list(none_of_them(sentence, at)) if status == ZERO and not drafts else []
        if drafts:
            covered = last - 1
        found += [replace(draft, at=at) for draft in drafts]
    back = {(d.measure, d.status) for d in pointing}
    found = [d for d in found if (d.measure, d.status) not in back or d.traits or d.noun is None]
    return list({(d.measure, d.period, d.status, tuple(sorted(d.traits.items()))): d for d in found}.values())


def _each_denied(sentence: Sentence, at: int, last: int, status: str) -> Iterator[Draft]:
    """ "did not report how many cases it investigated or how many traffickers it convicted": each is left out."""
    items = sentence.items
    listed = (k for k in range(at + 2, last) if items[k].low == "how many")
    asked = [k - 1 for k in listed if items[k - 1].cue("and") or items[k - 1].low == ","]
    parts = (
        [at, *asked, last]
        if status == NOT_REPORTED and any(i.low == "how many" for i in items[at + 1 : at + 2])
        else [at, last]
    )
    for first, end in pairwise(parts):
        yield from denied(sentence, first, end, status)


def _triggers(sentence: Sentence) -> Iterator[tuple[int, str]]:
    for at, item in enumerate(sentence.items):
        if item.depth or (at and sentence.items[at - 1].cue("compare")) or (item.amount and item.amount.kind != COUNT):
            continue
        if item.cue("nothing") and at > 1 and sentence.items[at - 2].low in ("limited", "little", "minimal"):
            continue  # "limited or no training"
        reporting = (item.low in ("nor", "neither") and _reporting(sentence, at)) or (
            (item.cue("not") or item.cue("withholds")) and _withheld(sentence, at)
        )
        if item.cue("unreported") or item.cue("unreported_number") or reporting:
            yield at, NOT_REPORTED
        elif item.cue("not") or item.cue("nothing"):
            yield at, ZERO


def _withheld(sentence: Sentence, at: int) -> bool:
    """ "did not provide law enforcement data": the figures exist, and were not given."""
    after = [item.low for item in sentence.items[at + 1 : at + 8]]
    end = next((i for i, low in enumerate(after) if low in (",", ";", ".", "to", "with")), len(after))
    words = {word for low in after[1:end] for word in low.split()}
    of_persons = {word for low in after for word in low.split()} & _NO_FIGURES
    figures = bool(words & FIGURES - {"number", "numbers", "extent"}) or bool(
        {"the number of", "number of"} & set(after[0 if sentence.items[at].cue("withholds") else 1 : 4])
    )
    gives = sentence.items[at].cue("withholds") or (bool(after) and after[0].split()[0] in _GIVES)
    return gives and figures and not of_persons


def _partly(sentence: Sentence, at: int) -> bool:
    """ "most teams did not meet": some did."""
    return any(item.low in PART for item in sentence.items[max(0, at - 4) : at])


def _reporting(sentence: Sentence, at: int) -> bool:
    """ "nor did the government report providing services", "neither ... nor ... kept statistics": the report is denied."""
    behind = sentence.items[at + 1 : at + _REPORT]
    said = ("report", "reported") if sentence.items[at].low == "neither" else ("report",)
    if any(item.low in said for item in behind):
        return True
    gave = next((k for k, item in enumerate(behind) if item.low.split()[0] in _GAVE), None)
    told = [word for item in behind[gave + 1 :][:4] for word in item.low.split()] if gave is not None else []
    return bool(set(told) & (FIGURES | {"figures", "data"})) and sentence.items[at].low in ("neither", "nor")


def _hedged(sentence: Sentence, at: int) -> bool:
    """ "did not proactively identify", "no longer": a judgement of how, not a count of none."""
    clause = [item for k, item in enumerate(sentence.items[:at]) if sentence.clauses[k] == sentence.clauses[at]]
    if any(item.low in JUDGED for item in clause):
        return True
    if any(item.low in ("unless", "until") for item in sentence.items[at : scope_end(sentence, at)]):
        return True
    if any(item.low in ("law", "laws", "act", "code", "legislation") for item in clause[-5:]):
        return True
    if sentence.items[at].cue("nothing") and {i.low for i in sentence.items[at + 1 : at + 4]} & _IN_LAW:
        return True
    if _none_of_a_kind(sentence, at):
        return False
    words = {
        word
        for item in sentence.items[max(0, at - 2) : at + 4]
        if item is not sentence.items[at]
        for word in item.low.split()
    }
    return bool(words & hedges())


def _none_of_a_kind(sentence: Sentence, at: int) -> bool:
    """ "there were no specialized shelters", "did not have dedicated shelters": none of that kind."""
    after = sentence.items[at + 1 : at + 5]
    words = {item.low for item in after}
    kept = sentence.items[at].cue("nothing") or words & {"have", "operate", "maintain"}
    return (
        bool(kept)
        and any(
            item.noun == "shelter" or (item.noun == "training" and sentence.items[at].cue("nothing")) for item in after
        )
        and not words & {"adequate", "sufficient", "enough"}
    )


def hedges() -> frozenset[str]:
    return frozenset(load("silence.yaml")["hedges"])
