"""Reads a whole narrative: every sentence in scope becomes facts, told once, each with the place of its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from panoh.narratives.amounts import DURATION
from panoh.narratives.articles import with_singles
from panoh.narratives.consecutive import with_consecutive_years
from panoh.narratives.context import Context
from panoh.narratives.currencies import code_of
from panoh.narratives.discourse import read_counts
from panoh.narratives.drafts import Draft, finish
from panoh.narratives.facts import NOT_REPORTED, Fact
from panoh.narratives.funding import read_funding
from panoh.narratives.layout import INTRODUCTION, OUT_OF_SCOPE, paragraphs
from panoh.narratives.placement import read_header, read_placement
from panoh.narratives.purposes import OF_SECTION
from panoh.narratives.references import read_bracketed_silence
from panoh.narratives.same_year import dated_as_told
from panoh.narratives.sentence import Sentence
from panoh.narratives.sentences import sentences
from panoh.narratives.silence import read_silence
from panoh.narratives.singles import read_singles
from panoh.narratives.suspensions import read_suspensions
from panoh.narratives.tagging import tag
from panoh.narratives.terms import read_terms
from panoh.narratives.tokens import tokens
from panoh.narratives.told_before import as_said_before
from panoh.narratives.twins import same_again
from panoh.narratives.units import in_persons

_Count = tuple[float | None, str]

# Each mention of these is its own: another law, another course, another step not taken.
_TOLD_EACH_TIME = frozenset(
    {
        "statutory_penalty",
        "sentence_term",
        "trainings",
        "officials_trained",
        "policy_gap",
        "cooperation_agreements",
        "specialised_staff",
    }
)


def read_narrative(text: str, *, name: str, country: str | None, report_year: int) -> tuple[Fact, ...]:
    """The facts of a narrative in the order of the text; `name` begins their ids."""
    told = _told_once(list(_all_facts(text, country, report_year)))
    return tuple(replace(fact, id=f"{name}-{i:03}") for i, fact in enumerate(told, 1))


def _all_facts(text: str, country: str | None, report_year: int) -> Iterator[Fact]:
    for paragraph in paragraphs(text):
        if paragraph.section == "header":
            header = read_header(text[paragraph.start : paragraph.end], report_year)
            where = Sentence.of(paragraph.start, paragraph.end, "header", ())
            yield from finish(header, where, text, report_year) if header else ()
        if paragraph.section in OUT_OF_SCOPE:
            continue
        context = Context()
        for start, end in sentences(text, paragraph.start, paragraph.end):
            items = with_singles(tag(tokens(text[start:end], start), report_year, country), paragraph.section)
            sentence = Sentence.of(start, end, paragraph.section, items)
            for draft in _drafts(sentence, context, text, country, report_year):
                yield from finish(draft, sentence, text, report_year)


def _drafts(sentence: Sentence, context: Context, text: str, country: str | None, report_year: int) -> list[Draft]:
    denied = read_silence(sentence, context.before)
    context.before = sentence.items
    told = context.topic
    counts = read_counts(sentence, context, denied)
    terms = read_terms(sentence, _terms_with_persons(sentence, counts))
    terms = [_of_officials(term, sentence, counts) for term in terms]
    drafts = counts + terms + read_funding(sentence, context, report_year) + list(read_singles(sentence, counts))
    drafts += [_in_own_money(draft, country, sentence.section) for draft in denied]
    drafts = [*drafts, *(draft for draft in read_suspensions(sentence, told) if not _read_at(draft, drafts))]
    drafts = as_said_before(sentence, dated_as_told(sentence, drafts, context), context)
    drafts += read_bracketed_silence(sentence, drafts)
    drafts += same_again(sentence, [draft for draft in denied if draft.value == 0]) if not counts else []
    placed = read_placement(text[sentence.start : sentence.end], report_year)
    if placed is not None:
        drafts.append(placed)
    return with_consecutive_years(in_persons(sentence, drafts), sentence, text)


def _read_at(suspension: Draft, drafts: list[Draft]) -> bool:
    """Whether the same number is already read as persons who were sentenced."""
    return any(draft.at == suspension.at and draft.measure == suspension.measure for draft in drafts)


def _terms_with_persons(sentence: Sentence, counts: list[Draft]) -> frozenset[int]:
    """The spans that already stand with "three traffickers received ..."."""
    told = {sentence.clauses[draft.at] for draft in counts if draft.measure == "sentenced_imprisonment"}
    spans = (k for k, item in enumerate(sentence.items) if item.amount and item.amount.kind == DURATION)
    return frozenset(k for k in spans if sentence.clauses[k] in told and not _of_all_sentences(sentence, k))


def _of_all_sentences(sentence: Sentence, k: int) -> bool:
    """ "sentences ranged from one to five years, with 12 sentenced to ...": the range is of all."""
    before = sentence.items[max(0, k - 3) : k]
    return any(b.low.startswith("ranged") and a.noun == "imprisonment" for a, b in pairwise(before))


def _of_officials(term: Draft, sentence: Sentence, counts: list[Draft]) -> Draft:
    """ "convicted two officers", "an officer, and sentenced him to six years": the term is of officials too."""
    if term.measure != "sentence_term":
        return term
    convicted = [draft for draft in counts if draft.measure == "convictions" and draft.value]
    acts = [k for k in range(term.at) if sentence.clauses[k] == sentence.clauses[term.at] and sentence.items[k].act]
    between = sentence.items[acts[-1] : term.at] if acts else ()
    if any(item.low in ("him", "her", "them") for item in between):
        between = sentence.items[: term.at]
    named = any("group=officials" in trait for item in between for trait in item.labels.traits)
    alone = bool(convicted) and all(draft.traits.get("group") == "officials" for draft in convicted)
    return replace(term, traits={**term.traits, "group": "officials"}) if named or alone else term


def _in_own_money(draft: Draft, country: str | None, section: str) -> Draft:
    if draft.unit != "own":
        return draft
    purpose = {"purpose": OF_SECTION[section]} if section in OF_SECTION else {}
    return replace(draft, unit=code_of("own", country), traits={**purpose, **draft.traits})


def _told_once(facts: list[Fact]) -> list[Fact]:
    """One fact per measure, year, breakdown, actor and value; a section is more specific than the introduction."""
    counted = {(fact.value, fact.unit) for fact in facts if not fact.again}
    wholes = {(fact.value, fact.unit): fact for fact in reversed(facts) if fact.again}
    facts = [fact for fact in facts if not fact.again or _only_here(fact, wholes, counted)]
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = _key(fact)
        had = kept.get(key)
        if had is None or had.section in (INTRODUCTION, "header"):
            kept[key] = fact
        elif fact.measure in _TOLD_EACH_TIME and (had.start, had.place) != (fact.start, fact.place):
            kept[(*key, fact.start, fact.place)] = fact
    told = {_loose(fact) for fact in kept.values() if fact.section != INTRODUCTION}
    silent = {
        (fact.measure, fact.year, status)
        for fact in kept.values()
        if fact.section != INTRODUCTION and not fact.value and not fact.breakdown
        for status in (fact.status, NOT_REPORTED)
    }
    once = [
        fact
        for fact in kept.values()
        if fact.section != INTRODUCTION
        or (
            _loose(fact) not in told
            and (fact.value or fact.breakdown or (fact.measure, fact.year, fact.status) not in silent)
        )
    ]
    return sorted(once, key=lambda fact: fact.start)


def _only_here(fact: Fact, wholes: dict[_Count, Fact], counted: set[_Count]) -> bool:
    """A whole that is told nowhere else is told where it is named first."""
    key = (fact.value, fact.unit)
    return key not in counted and wholes[key] is fact


def _loose(fact: Fact) -> tuple[object, ...]:
    """What the introduction and a section tell alike, however each narrows it."""
    if fact.measure == "tier_placement":
        return (fact.id,)
    return (fact.measure, fact.year, fact.value, fact.status, () if fact.value else fact.breakdown)


def _key(fact: Fact) -> tuple[object, ...]:
    if fact.measure == "tier_placement":
        return (fact.measure,)
    return (
        fact.measure,
        fact.year,
        fact.breakdown,
        fact.actor,
        fact.value,
        fact.status,
        fact.unit if fact.value else "",
    )
