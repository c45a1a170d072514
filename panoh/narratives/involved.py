"""Reads the suspects of cases counted in the sentence before: "These cases involved 61 suspects"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.leaning import EVENTS
from panoh.narratives.mentions import HEAD, Mention
from panoh.narratives.sentence import Sentence

_THE = frozenset({"the", "these", "those", "all", "all of these", "all of the"})
_INVOLVE = frozenset({"involved", "concerned", "targeted", "implicated"})
_IN_COURT = frozenset({"investigations", "prosecutions", "convictions"})
_REACH = 6  # items from the opening to the verb: "The 40 new trafficking cases involved"
_KEPT = frozenset({"form", "group", "nationality", "sex", "age"})


def involved(sentence: Sentence, mentions: Sequence[Mention], before: Sequence[Draft]) -> Iterator[Draft]:
    """The persons a sentence on "the cases" or "these investigations" counts are those investigated or prosecuted."""
    verb = next((k for k, item in enumerate(sentence.items[:_REACH]) if item.low in _INVOLVE), None)
    base = None if verb is None or sentence.items[0].low not in _THE else _cases(sentence, verb, before)
    if base is None or verb is None:
        return
    for mention in mentions:
        alike = mention.clause == sentence.clauses[verb] and mention.at > verb and not mention.item.depth
        if alike and mention.noun == "offender" and _is_person(sentence, mention) and mention.link == HEAD:
            own = {key: value for key, value in mention.traits.items() if key in _KEPT}
            form = {key: value for key, value in base.traits.items() if key in ("form", "group")}
            yield replace(
                base,
                value=mention.amount.value,
                unit="people",
                traits={**form, **own},
                qualifier=mention.amount.qualifier,
                noun="offender",
                act=None,
                at=mention.at,
            )


def _cases(sentence: Sentence, verb: int, before: Sequence[Draft]) -> Draft | None:
    """What was counted before of the noun the sentence opens with; of cases, those first investigated or prosecuted."""
    noun = next((item.noun for item in reversed(sentence.items[1:verb]) if item.noun), None)
    told = [draft for draft in before if draft.measure in _IN_COURT and draft.unit == "cases" and draft.value]
    if noun in EVENTS:
        told = [draft for draft in told if draft.measure == f"{noun}s"]
    return told[0] if told and (noun == "case" or noun in EVENTS) else None


def _is_person(sentence: Sentence, mention: Mention) -> bool:
    """ "67 criminal acts": no criminals are counted."""
    after = [item.low for item in sentence.items[mention.at + 1 : mention.at + 3]]
    return after[:1] != ["criminal"]
