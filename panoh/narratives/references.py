"""Reads silence told beside a count: "(unreported in 2019)", "compared with none", "an unknown number of"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.amounts import COUNT
from panoh.narratives.denials import denied
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import NOT_REPORTED, ZERO
from panoh.narratives.governing import acts_at, left_act, right_act
from panoh.narratives.leaning import EVENTS
from panoh.narratives.measures import measure_of, rule_for
from panoh.narratives.near import near_of
from panoh.narratives.nouns import head_noun
from panoh.narratives.periods import PREVIOUS, Period
from panoh.narratives.phrases import region_of
from panoh.narratives.purposes import named_purpose
from panoh.narratives.scopes import scope_end
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.things import silent, traits_within
from panoh.narratives.traits import traits_of
from panoh.narratives.when import scope_period
from panoh.narratives.who_acts import actor_of


def read_bracketed_silence(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """ "(unreported in 2019)", "(no cases in 2019)", "compared with none in 2016": said of the facts just before."""
    found: list[Draft] = []
    for at, item in enumerate(sentence.items):
        none_counted = item.amount is not None and item.amount.kind == COUNT and not item.amount.value
        if not (at and (item.labels.cues or none_counted) and _opens(sentence.items, at)):
            continue
        if none_counted:
            found += _named_none(sentence, at)[1:]  # "zero investigations, prosecutions, or convictions"
            continue
        status = (
            NOT_REPORTED
            if item.cue("unreported") or item.cue("unreported_number")
            else ZERO
            if item.cue("nothing")
            else None
        )
        before = [draft for draft in drafts if draft.at < at and draft.depth == 0]
        if status is None or not before:
            continue
        own = _named_none(sentence, at) if status == ZERO else []
        if own:
            found += own
            continue
        nearest = max(draft.at for draft in before)
        forms = traits_within(sentence, at + 1, at + 4, ["form"])  # "(none for labor trafficking)"
        period = scope_period(sentence, at, min(at + 8, len(sentence.items))) or Period(PREVIOUS, (0,), at, at)
        found += [
            replace(
                draft,
                value=0.0 if status == ZERO else None,
                status=status,
                traits={**draft.traits, **forms},
                qualifier=None,
                usd=None,
                at=at,
            ).dated(period)
            for draft in before
            if draft.at == nearest
        ]
    return found


def _opens(items: Sequence[Item], at: int) -> bool:
    """Behind a bracket or a comparison; "14 in 2017 and none in 2016" goes on with one."""
    before = items[at - 1]
    if before.low == "(" or before.cue("compare"):
        return True
    dated = items[at].low in ("none", "zero") and any(item.period for item in items[at + 1 : at + 3])
    joined = before.cue("and") or before.low in (",", ";")
    return dated and joined and any(item.cue("compare") or item.low == "(" for item in items[:at])


def _named_none(sentence: Sentence, at: int) -> list[Draft]:
    """ "an increase from no investigations, prosecutions, or convictions": each is named, and none of each."""
    named = {item.noun for item in sentence.items[at + 1 : at + 6]}
    if not named & EVENTS or sentence.items[at - 1].low == "(":
        return []
    last = scope_end(sentence, at)
    period = scope_period(sentence, at, last) or Period(PREVIOUS, (0,), at, at)
    return [replace(draft, at=at).dated(period) for draft in denied(sentence, at, last, ZERO)]


def _gives_money(sentence: Sentence, at: int) -> bool:
    """ "an undisclosed amount of funding": the next word names it."""
    return any(item.noun == "funding" for item in sentence.items[at + 1 : at + 3])


def unknown_number(sentence: Sentence, at: int) -> list[Draft]:
    """ "trained an unknown number of recruits": the count is there, its number is not."""
    region = region_of(sentence, at)
    noun_at, noun = head_noun(sentence, at, region)
    left = left_act(sentence, at)
    if left is not None and any(item.cue("relative") for item in sentence.items[left:at]):
        return []  # "did not screen migrants, which left an unknown number without care"
    act = left if left is not None else right_act(sentence, noun_at if noun_at is not None else at, region)
    named = acts_at(sentence, act) if act is not None else ()
    if "amount" in sentence.items[at].low and noun in (None, "funding") and _gives_money(sentence, at):
        purpose = named_purpose(sentence, at)
        return [silent("government_funding", "own", purpose, NOT_REPORTED).dated(scope_period(sentence, at, region))]
    found = [
        rule for name in named if (rule := rule_for(noun, name, near_of(sentence, at), sentence.section)) is not None
    ]
    actor = actor_of(sentence.items, sentence.clauses, act) if act is not None else "government"
    period = scope_period(sentence, at, region)
    told = [(*measure_of(rule, traits_of(sentence, at, noun_at, region, noun)), rule.unit) for rule in found]
    return [replace(silent(name, unit, traits, NOT_REPORTED), actor=actor).dated(period) for name, traits, unit in told]
