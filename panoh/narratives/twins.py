"""Counts that stand for two things, for another year, or only say where: what a sentence does with one number."""

from __future__ import annotations

from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.leaning import EVENTS, rule_keeps
from panoh.narratives.mentions import COMPARISON, HEAD, Mention
from panoh.narratives.phrases import word_before
from panoh.narratives.sentence import Sentence


def same_again(sentence: Sentence, heads: list[Draft]) -> list[Draft]:
    """ "one conviction, the same number as in 2013" tells the count of 2013 too."""
    for k, item in enumerate(sentence.items):
        period = next((i.period for i in sentence.items[k + 1 : k + 6] if i.period), None) if item.cue("same") else None
        if period is not None:
            before = [draft for draft in heads if draft.at < k]
            every = any(word in item.low for word in ("amounts", "numbers"))  # "the same amounts as in 2016"
            return [replace(draft, at=k).dated(period) for draft in (before or heads)[0 if every else -1 :]]
    return []


def same_place(sentence: Sentence, mention: Mention, drafts: list[Draft]) -> bool:
    """ "received restitution in two separate cases": the cases only say where, unless others were counted so before."""
    counted = mention.link == COMPARISON and any(draft.noun == "case" and draft.unit == "cases" for draft in drafts)
    return (
        mention.noun == "case"
        and not counted
        and (word_before(sentence, mention.at) == "in" and not _convictions_in(sentence, mention.at))
        and not _cases_of_court(mention)
    )


def twin_event(sentence: Sentence, mention: Mention) -> str | None:
    """ "three investigations and prosecutions": three of each."""
    after = sentence.items[mention.at + 1 : mention.at + 7]
    for k in range(min(2, len(after) - 2)):
        if after[k].noun in EVENTS and after[k].noun == mention.noun:
            other = after[k + 2].noun
            if [item.low for item in after[k + 3 : k + 4]] in (["of"], ["against"]):
                return None  # "15 investigations and prosecutions of 49 suspects": two numbers
            return other if after[k + 1].cue("and") and other in EVENTS and other != mention.noun else None
    return None


def as_dated(whole: Draft, part: Draft) -> Draft:
    """ "Of the 13 convicted in 2016, nine received ...": the part is of the year of its whole."""
    return part if part.years else replace(part, period=whole.period, years=whole.years)


def narrowed(whole: Draft, part: Draft) -> Draft:
    """ "investigated 48 for sex trafficking, of which 10 were prosecuted": the ten for sex trafficking too."""
    kept = {key: value for key, value in whole.traits.items() if key == "form" and key in rule_keeps(part.measure)}
    return replace(part, traits={**kept, **part.traits})


def replace_noun(mention: Mention, noun: str | None) -> Mention:
    return replace(mention, noun=noun, link=HEAD)


def respectively(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """ "from 864 and 858 in 2016 and 2015, respectively": the first count is of the first year."""
    if not any(item.low == "respectively" for item in sentence.items):
        return drafts
    paired = list(drafts)
    for years in {draft.years for draft in drafts if len(draft.years) > 1}:
        mine = [k for k, draft in enumerate(drafts) if draft.years == years]
        for k, year in zip(mine, years, strict=False):
            paired[k] = replace(drafts[k], period=str(year), years=(year,))
    return paired


def in_order(sentence: Sentence, drafts: list[Draft], heads: list[Draft], bare: set[int]) -> list[Draft]:
    """ "12 investigations and 10 prosecutions, compared with 20 and eight, respectively": each is of its own measure."""
    compared = [draft for draft in drafts if draft.link == COMPARISON and draft.at in bare]
    wholes = [draft for draft in heads if draft.link == HEAD]
    said = any(item.low == "respectively" for item in sentence.items)
    if not said or len(wholes) < 2 or len(compared) != len(wholes):
        return drafts
    named = {
        draft.at: replace(draft, measure=whole.measure, unit=whole.unit, traits=whole.traits)
        for draft, whole in zip(compared, wholes, strict=True)
    }
    return [named.get(draft.at, draft) for draft in drafts]


def _cases_of_court(mention: Mention) -> bool:
    """ "convicted 18 traffickers in four cases" counts cases too; "in one case" only tells which."""
    several = mention.amount.value != 1 and {"convict", "investigate"} & set(mention.acts)
    return bool({"prosecute", "remain"} & set(mention.acts)) or bool(several)


def _convictions_in(sentence: Sentence, at: int) -> bool:
    """ "secured convictions in eight cases": the convictions have no other number."""
    before = sentence.items[max(0, at - 2) : at]
    return any(item.low.endswith("convictions") for item in before)
