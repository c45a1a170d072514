"""Reads what a narrative says there was none of, and what it says the government did not report: never the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from panoh.narratives.amounts import COUNT
from panoh.narratives.clauses import actor_of
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import NOT_REPORTED, ZERO
from panoh.narratives.measures import measure_of, rule_for
from panoh.narratives.mentions import near_of
from panoh.narratives.periods import PREVIOUS, Period
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.when import scope_period
from panoh.narratives.words import load

_EVENTS = frozenset({"investigation", "prosecution", "conviction", "extradition", "raid", "inspection", "permit", "campaign", "deportation"})
_MISSING = frozenset({"unreported", "not reported", "not available", "unavailable", "not known", "not provided", "not disclosed",
    "data unavailable", "data not available", "not recorded", "was not available", "were not available"})
_FIGURES = frozenset({"number", "data", "information", "statistics", "figures"})
_BARE = frozenset({"prosecutions", "convictions", "awareness_events", "labour_inspections", "trainings", "restitution_awards"})
_LISTED = frozenset({",", "and", "or", "nor", "any", "and/or"})
_NOT_YET = re.compile(r"^(?:did|does|do|has|have|had|was|were|could|failed|never|neither|without|is|are|unable|not)\b")


def read_silence(sentence: Sentence) -> list[Draft]:
    """A draft with status zero or not_reported for each thing the sentence denies or leaves out."""
    found: list[Draft] = list(_no_such(sentence))
    covered = -1
    for at, status in _triggers(sentence):
        if at <= covered:
            continue
        last = _scope_end(sentence, at)
        if status == NOT_REPORTED and _is_predicate(sentence, at):
            found += [replace(draft, at=at) for draft in _said_before(sentence, at)]
            continue
        if status == NOT_REPORTED and {i.low for i in sentence.items[at + 1 : at + 4]} & {"outcomes", "progress", "details", "specific details"}:
            continue
        if sentence.items[at].low.startswith("it ") and not sentence.items[at + 1].cue("number_of"):
            continue
        drafts = list(_fixed(sentence, at, last, status))
        if not drafts and not (status == ZERO and _hedged(sentence, at)):
            drafts = list(_denied(sentence, at, last, status))
        if drafts:
            covered = last
        found += [replace(draft, at=at) for draft in drafts]
    back = {(d.measure, d.status) for d in _no_such(sentence)}
    found = [d for d in found if (d.measure, d.status) not in back or d.traits or d.noun is None]
    return list({(d.measure, d.period, tuple(sorted(d.traits.items()))): d for d in found}.values())


def _triggers(sentence: Sentence) -> Iterator[tuple[int, str]]:
    for at, item in enumerate(sentence.items):
        if item.depth or at and sentence.items[at - 1].cue("compare") or item.amount and item.amount.kind != COUNT:
            continue
        if item.cue("unreported") or item.cue("unreported_number"):
            yield at, NOT_REPORTED
        elif item.cue("not") or item.cue("nothing"):
            yield at, ZERO


def _hedged(sentence: Sentence, at: int) -> bool:
    """ "did not proactively identify", "not sufficient shelters", "no longer": a judgement of how, not a count of none."""
    clause = [item for k, item in enumerate(sentence.items[:at]) if sentence.clauses[k] == sentence.clauses[at]]
    if any(item.low in ("some", "many", "most", "several", "few", "ensure", "ensuring", "ensured") for item in clause):
        return True
    words = {word for item in sentence.items[max(0, at - 2) : at + 4] if item is not sentence.items[at] for word in item.low.split()}
    return bool(words & hedges())


def hedges() -> frozenset[str]:
    return frozenset(load("silence.yaml")["hedges"])


def _is_predicate(sentence: Sentence, at: int) -> bool:
    """ "The number of victims was not available": what is missing stands before."""
    return sentence.items[at].low in _MISSING


def _said_before(sentence: Sentence, at: int) -> Iterator[Draft]:
    first = next(k for k in range(at + 1) if sentence.clauses[k] == sentence.clauses[at])
    start = next((k for k in range(first, at) if set(sentence.items[k].low.split()) & _FIGURES), None)
    if start is not None:
        yield from _denied(sentence, start, at, NOT_REPORTED)


def _scope_end(sentence: Sentence, at: int) -> int:
    items = sentence.items
    for k in range(at + 1, len(items)):
        if items[k].depth == 0 and (
            items[k].low in (";", ".", "—")
            or items[k].cue("not") and k > at + 2 and items[at].low != "neither"
            or items[k].cue("compare")
            or items[k].cue("relative") and items[k - 1].low == ","
            or items[k].cue("case_break") and items[k].low not in ("since", "before", "as", "when", "after")
            or sentence.clauses[k] != sentence.clauses[at] and items[k - 1].low == ","
        ):
            return k
    return len(items)


def _denied(sentence: Sentence, at: int, last: int, status: str) -> Iterator[Draft]:
    items = sentence.items
    acts: list[str] = []
    fresh = True
    subject: str | None = None
    seen = False
    period = scope_period(sentence, at, last)
    for k in range(at, last):
        item = items[k]
        if item.amount and item.amount.kind == COUNT and item.amount.value:
            return
        if k > at and item.act and not (item.noun and acts):
            acts = [*acts, item.act] if not fresh else [item.act]
            fresh = False
        elif item.noun and item.actor and not acts:
            continue
        elif item.noun in ("victim", "person") and not acts and subject is None:
            subject = item.noun
        elif item.noun and k > at or item.noun and item.cue("nothing"):
            for draft in _target(sentence, k, subject or item.noun, acts, status):
                if status == ZERO and not _plain_denial(sentence, at, k, draft, acts):
                    continue
                seen = True
                yield replace(draft, actor=_actor(sentence, at)).dated(period)
            fresh = items[k + 1].low not in _LISTED if k + 1 < last else True
            if fresh and not _goes_on(items, k, last):
                return
        elif seen and item.low not in _LISTED and not item.labels.traits:
            return
    if acts and status == NOT_REPORTED and not seen:
        for act in acts:
            for draft in _target(sentence, at, None, [act], status):
                yield replace(draft, actor=_actor(sentence, at)).dated(period)


def _goes_on(items: Sequence[Item], k: int, last: int) -> bool:
    """ "the number of cases authorities investigated", "victims it referred": the verb stands behind its noun."""
    if k + 1 >= last:
        return False
    after = items[k + 1]
    return bool(after.noun or after.labels.traits or after.actor or after.act or after.cue("relative") or after.low in ("it", "they"))


def _plain_denial(sentence: Sentence, at: int, k: int, draft: Draft, acts: list[str]) -> bool:
    """ "did not identify any", "no", "never": a count of none. "did not identify victims who ..." is a judgement."""
    words = [item.low for item in sentence.items[at : k + 1]]
    strong = sentence.items[at].cue("nothing") or words[0] in ("never", "neither") or words[0].endswith("never")
    if strong or {"any", "single", "ever", "formally", "officially", "either"} & set(" ".join(words).split()) or ({"a", "an"} & set(words) and len(words) < 6):
        return not (k + 1 < len(sentence.items) and sentence.items[k + 1].low == "who")
    if draft.measure == "shelters" and set(words[1:3]) & {"have", "operate", "fund"}:
        return True
    if draft.act is None and not {"initiate", "conduct", "inspect", "provide", "train"} & set(acts[-1:]):
        return False
    return draft.measure in _BARE and (k + 1 >= len(sentence.items) or sentence.items[k + 1].low not in ("who", "that", "which"))


def _actor(sentence: Sentence, at: int) -> str:
    return actor_of(sentence.items, sentence.clauses, at) if _NOT_YET.match(sentence.items[at].low) else "government"


def _fixed(sentence: Sentence, at: int, last: int, status: str) -> Iterator[Draft]:
    """Set phrases of lexicon/silence.yaml: "no reports the government penalized victims"."""
    words = " ".join(item.low for item in sentence.items[at:last])
    for line in load("silence.yaml")["phrases"]:
        if line["status"] == status and re.search(line["pattern"], words):
            measure = line["measure"]
            if measure == "victims_identified" and "potential" in words:
                measure = "potential_victims_identified"
            traits = _traits(sentence, at, last, line["keep"])
            yield _silent(measure, line["unit"], traits, status).dated(scope_period(sentence, at, last))
            return


def _no_such(sentence: Sentence) -> Iterator[Draft]:
    """ "... had the right to request residency; no such cases were reported": the thing stands before."""
    for at, item in enumerate(sentence.items):
        if not _refers_back(sentence, at):
            continue
        status = ZERO if item.cue("nothing") else NOT_REPORTED
        nouns = {noun for before in sentence.items[:at] for noun in before.labels.nouns}
        for line in load("silence.yaml")["such"]:
            if line["noun"] in nouns or line["noun"] in item.labels.nouns:
                traits = _traits(sentence, 0, at, ["nationality"])
                yield replace(_silent(line["measure"], line["unit"], traits, status), at=at).dated(
                    scope_period(sentence, at, _scope_end(sentence, at))
                )
                return


def _refers_back(sentence: Sentence, at: int) -> bool:
    item = sentence.items[at]
    words = " ".join(i.low for i in sentence.items[at + 1 : at + 7])
    if item.cue("nothing"):
        return item.low == "no such" or bool(re.search(r"^(?:\S+ )?(?:have |had |has )?(?:did so|done so|took advantage|were recorded)", words))
    if item.cue("unreported"):
        return words.startswith("that any did so")
    return item.low.startswith("such ") and any(i.cue("unreported") for i in sentence.items[max(0, at - 3) : at])


def read_bracketed_silence(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """ "(unreported in 2019)", "(no cases in 2019)", "compared with none in 2016": said of the facts just before."""
    found: list[Draft] = []
    for at, item in enumerate(sentence.items):
        opening = at and (sentence.items[at - 1].low == "(" or sentence.items[at - 1].cue("compare"))
        status = NOT_REPORTED if item.cue("unreported") or item.cue("unreported_number") else ZERO if item.cue("nothing") else None
        before = [draft for draft in drafts if draft.at < at and draft.depth == 0]
        if not opening or status is None or not before:
            continue
        nearest = max(draft.at for draft in before)
        period = scope_period(sentence, at, min(at + 8, len(sentence.items))) or Period(PREVIOUS, (0,), at, at)
        found += [
            replace(draft, value=0.0 if status == ZERO else None, status=status, qualifier=None, usd=None, at=at).dated(period)
            for draft in before
            if draft.at == nearest
        ]
    return found


def _target(sentence: Sentence, k: int, noun: str | None, acts: list[str], status: str) -> Iterator[Draft]:
    allowed = frozenset(load("silence.yaml")["measures"])
    events = noun in _EVENTS
    for act in [None] if events else dict.fromkeys(acts or [None]):
        rule = rule_for(noun, act, near_of(sentence, k), sentence.section)
        if rule is None or rule.measure not in allowed:
            continue
        if not events and act is None and rule.measure not in ("shelters", "trainings", "restitution_awards"):
            continue
        measure, traits = measure_of(rule, _traits(sentence, k - 3, _phrase_end(sentence, k), []))
        unit = "cases" if noun == "conviction" else rule.unit
        yield replace(_silent(measure, unit, traits, status), noun=noun, act=act)


def _phrase_end(sentence: Sentence, k: int) -> int:
    end = k + 1
    while end < len(sentence.items) and sentence.items[end].low not in (";", ".", "(") and end < k + 14:
        if sentence.items[end].cue("compare") or sentence.items[end].cue("case_break"):
            break
        end += 1
    return end


def _traits(sentence: Sentence, first: int, last: int, keep: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for k in range(max(first, 0), min(last, len(sentence.items))):
        for pair in " ".join(sentence.items[k].labels.traits).split():
            key, value = pair.split("=")
            if not keep or key in keep:
                found.setdefault(key, value)
    return found


def _silent(measure: str, unit: str, traits: dict[str, str], status: str) -> Draft:
    return Draft(measure=measure, value=0.0 if status == ZERO else None, unit=unit, traits=traits, status=status)
