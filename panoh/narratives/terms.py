"""Reads spans of time: what the law threatens, what courts gave, how long a permit or a time to reflect lasts."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.narratives.amounts import DURATION, PERCENT, Amount
from panoh.narratives.crimes import crime_of
from panoh.narratives.drafts import Draft
from panoh.narratives.lengths import lengths
from panoh.narratives.mentions import HEAD
from panoh.narratives.periods import UNSPECIFIED
from panoh.narratives.prolonged import prolonged_of
from panoh.narratives.ranges import end_of_range
from panoh.narratives.sentence import Sentence
from panoh.narratives.sentenced import form_of_jailed
from panoh.narratives.shared import form_for
from panoh.narratives.tagging import Item
from panoh.narratives.when import period_of
from panoh.narratives.who_acts import told_by_media

_LAW_NOUNS, _LAW_ACTS = frozenset({"penalty"}), frozenset({"prescribe"})
_COURT_NOUNS, _COURT_ACTS = frozenset({"imprisonment", "suspended"}), frozenset({"sentence"})
_MAXIMUM = frozenset(
    {"maximum", "up", "highest", "longest", "harshest", "heaviest", "stiffest", "severest", "toughest"}
)
_MINIMUM = frozenset({"minimum", "least", "lowest", "shortest", "lightest", "mildest", "lenient"})
_EXTREME = (_MAXIMUM | _MINIMUM) - {"maximum", "up", "minimum", "least"}
_CHANGED = ("raised", "raising", "increased", "increasing", "reduced", "reducing", "lowered", "lowering", "changed")
_MEANS = frozenset({"average", "averaging", "median", "mean"})
_WHEN = frozenset({"after", "later", "ago", "before", "earlier", "prior"})
_NOTIFIES = frozenset({"notify", "inform", "alert"})
_REACH = 9
_SUPPOSED = frozenset({"eligible", "if", "could", "recommended", "amending", "amend", "proposed", "revising", "revise"})
_SUPPOSED |= {"drafting", "would", "may", "allowed", "allows", "permitted", "permits", "propose", "requested", "sought"}


def read_terms(sentence: Sentence, with_persons: frozenset[int]) -> list[Draft]:
    """The drafts of every span of time; `with_persons` are the places whose term already stands with a count."""
    found: list[Draft] = []
    for at, item in enumerate(sentence.items):
        if item.amount is not None and item.amount.kind == DURATION and at not in with_persons:
            found += _read(sentence, at, item.amount)
    return found


def _read(sentence: Sentence, at: int, amount: Amount) -> Iterator[Draft]:
    if amount.unit == "weeks" or _is_age(sentence, at) or _tells_when(sentence, at):
        return
    measure = _measure(sentence, at, amount)
    if measure == "statutory_penalty" and (_only_if(sentence, at) or _drafted(sentence, at)):
        return
    if measure == "sentence_term" and (_of_a_share(sentence, at) or _supposed(sentence, at)):
        return
    if measure in ("reflection_period", "residence_permit_term", "referral_deadline"):
        for value, unit, end in lengths(sentence, at, amount, measure):
            yield Draft(measure, value, unit, end, period=UNSPECIFIED, at=at)
    elif measure == "statutory_penalty":
        crime = crime_of(sentence, at)
        for value, unit, bound in _ends(sentence, at, amount, law=True):
            summed = _summed(amount, bound)
            yield Draft(measure, value, unit, {"bound": bound, **crime}, period=UNSPECIFIED, derived=summed, at=at)
    elif measure == "sentence_term":
        crime = {"form": told} if (told := form_for(sentence, at) or form_of_jailed(sentence, at)) is not None else {}
        actor = "media" if told_by_media(sentence.items, at) else "government"
        for value, unit, bound in _ends(sentence, at, amount, law=False):
            draft = Draft(
                measure, value, unit, {"bound": bound, **crime}, derived=_summed(amount, bound), at=at, actor=actor
            )
            yield draft.dated(period_of(sentence, at, HEAD))


def _tells_when(sentence: Sentence, at: int) -> bool:
    """ "deported within 30 days", "one year after sentencing": when, and not for how long."""
    after = [item.low for item in sentence.items[at + 1 : at + 2]]
    before = sentence.items[max(0, at - 3) : at]
    moved = any(item.act in ("deport", "repatriate", "return") for item in before)
    return bool(set(after) & _WHEN) or (moved and bool(before) and before[-1].low == "within")


def _only_if(sentence: Sentence, at: int) -> bool:
    """ "a fine if the imprisonment was less than 10 years": when the fine is due, and no penalty of its own."""
    before = [item.low for item in sentence.items[max(0, at - 6) : at]]
    behind = before[before.index("if") :] if "if" in before else []
    return bool(behind) and "," not in behind and any(low in ("imprisonment", "sentence", "term") for low in behind)


def _drafted(sentence: Sentence, at: int) -> bool:
    """ "The draft law would increase penalties to 20 years": no law yet."""
    clause = {item.low for k, item in enumerate(sentence.items[:at]) if sentence.clauses[k] == sentence.clauses[at]}
    return "would" in clause and bool(clause & {"draft", "bill", "proposed", "amendment", "amendments", "revisions"})


def _supposed(sentence: Sentence, at: int) -> bool:
    """ "eligible for suspended sentences if the sentence was for three years or less": what may be, not what courts gave."""
    clause = [item.low for k, item in enumerate(sentence.items) if sentence.clauses[k] == sentence.clauses[at]]
    return bool(set(clause) & _SUPPOSED)


def _of_a_share(sentence: Sentence, at: int) -> bool:
    """ "70 percent of sentences exceeded one year": a share of the sentences is told, and no sentence."""
    before = [item for k, item in enumerate(sentence.items[:at]) if sentence.clauses[k] == sentence.clauses[at]]
    return any(item.low in ("majority", "most") or (item.amount and item.amount.kind == PERCENT) for item in before)


def _summed(amount: Amount, bound: str) -> bool:
    """Years and months told together: the sum in months is derived, not printed."""
    return amount.high_summed if bound == "max" and amount.high is not None else amount.summed


def _ends(sentence: Sentence, at: int, amount: Amount, law: bool) -> Iterator[tuple[float, str, str]]:
    if amount.high is not None and law and _raised(sentence, at):
        bounds = {"max": _MAXIMUM, "min": _MINIMUM}
        named = {w for item in sentence.items[max(0, at - 8) : at] for w in item.low.split()}
        bound = next((bound for bound, words in bounds.items() if named & words), "exact")
        yield amount.high, amount.high_unit or amount.unit, bound
        return
    if amount.high is not None:
        yield amount.value, amount.unit, "min"
        yield amount.high, amount.high_unit or amount.unit, "max"
        return
    if (end := end_of_range(sentence, at)) is not None:
        yield amount.value, amount.unit, end
        return
    before = {word for item in sentence.items[max(0, at - 5) : at] for word in item.low.split()}
    before |= set([item.low for item in sentence.items[max(0, at - 12) : at] if item.low in _EXTREME][-1:])
    if sentence.items[at - 1].low.startswith(("up from", "down from")) or [
        i.low for i in sentence.items[at - 2 : at]
    ] == ["up", "from"]:
        before -= {"up"}  # "six years, up from four"
    after = [item.low for item in sentence.items[at + 1 : at + 5]]
    before |= set(after[:1]) if amount.adjectival else set()  # "a six-year minimum sentence"
    if (
        before & _MAXIMUM
        or (law and "increased" in before and "minimum" not in before)
        or amount.qualifier == "up_to"
        or ("not" in before and before & {"exceed", "exceeding"})
        or {"more", "than", "no"} <= before
    ):
        yield amount.value, amount.unit, "max"
    elif (
        before & _MINIMUM
        or ({"less", "than"} <= before and before & {"not", "no"})
        or ("life" in after[:4] and "to" in after[:3])
        or after[:2] == ["or", "more"]
        or amount.qualifier == "more_than"
        or amount.qualifier == "at_least"
    ):
        yield amount.value, amount.unit, "min"
    else:
        yield amount.value, amount.unit, "exact"


def _raised(sentence: Sentence, at: int) -> bool:
    """ "raised the maximum penalty from seven to 12 years": what it was before is law no more."""
    before = [item.low for item in sentence.items[max(0, at - 8) : at]]
    return before[-1:] == ["from"] and any(w.startswith(_CHANGED) for w in before)


def _measure(sentence: Sentence, at: int, amount: Amount) -> str | None:
    if (prolonged := prolonged_of(sentence, at)) is not None:
        return prolonged
    # "one-year renewable residence permits": an adjective belongs to what follows it
    near = sorted(
        (abs(k - at) + (_REACH if amount.adjectival and k < at else 0), name)
        for k in range(max(0, at - _REACH), min(len(sentence.items), at + _REACH))
        if (name := _names(sentence, k)) is not None
    )
    after = sentence.items[at + 1] if at + 1 < len(sentence.items) else None
    if amount.adjectival and after is not None and after.low in _MAXIMUM | _MINIMUM:
        if _context(sentence, at)[0]:
            return "statutory_penalty"
        after = sentence.items[at + 2] if at + 2 < len(sentence.items) else None
    if amount.adjectival and after is not None and after.noun == "imprisonment":
        return "statutory_penalty" if _context(sentence, at)[0] else "sentence_term"
    if not amount.adjectival:
        law, court = _context(sentence, at)
        if law or court:
            kinds = [name for _, name in near if name in ("statutory_penalty", "sentence_term")]
            if kinds and (not near or near[0][1] in ("statutory_penalty", "sentence_term") or near[0][0] > 1):
                return "statutory_penalty" if law else "sentence_term"
        if court and not near and any(item.low in _MEANS for item in sentence.items[max(0, at - 3) : at]):
            return "sentence_term"  # "ranged from two to 10 years, with an average of five years"
        if law and not near and sentence.section == "prosecution" and _behind_another(sentence, at):
            return "statutory_penalty"  # "... or 15 years if the victim was a child"
    moved = any(item.act in ("repatriate", "return") for item in sentence.items[max(0, at - _REACH) : at])
    within = bool(at) and sentence.items[at - 1].low == "within" and not moved
    skipped = {"statutory_penalty", "sentence_term"} | (set() if within else {"referral_deadline"})
    return next((name for _, name in near if name not in skipped), None)


def _behind_another(sentence: Sentence, at: int) -> bool:
    return any(item.amount and item.amount.kind == DURATION for item in sentence.items[:at])


def _context(sentence: Sentence, at: int) -> tuple[bool, bool]:
    """Law or court: the last verb before the span decides, "prescribed" or "sentenced"."""
    for k in range(at, -1, -1):
        item = sentence.items[k]
        if item.low == "sentencing" and k and sentence.items[k - 1].low in ("on", "of", "for"):
            continue  # "regulations on sentencing"
        if item.act in ("sentence", "convict", "receive") or item.noun in ("suspended",):
            return False, True
        if _lasting(sentence, item):
            continue  # "assistance was provided for five days"
        if "imposed" in {i.low for i in sentence.items[max(0, k - 1) : k + 2]} and sentence.items[k].noun == "penalty":
            return False, True  # "imposed penalties ranged from"
        if item.act == "prescribe" and _in_court(sentence, k):
            return False, True
        if "imposed" in {i.low for i in sentence.items[max(0, k - 3) : k + 1]} and _in_court(sentence, k):
            return False, True
        if item.act in _LAW_ACTS or item.noun in _LAW_NOUNS or item.low in ("detention period", "fine and"):
            return True, False
    joined = {item.act for item in sentence.items if not _lasting(sentence, item)}
    joined |= {item.noun for item in sentence.items}
    if joined & (_LAW_ACTS | _LAW_NOUNS):
        return True, False
    return False, bool(joined & (_COURT_ACTS | _COURT_NOUNS))


def _lasting(sentence: Sentence, item: Item) -> bool:
    """ "assistance was provided for five days": how long help lasts is no penalty."""
    return sentence.section == "protection" and item.act == "prescribe" and item.low.startswith("provide")


def _in_court(sentence: Sentence, k: int) -> bool:
    """ "courts imposed penalties ranging from": what courts gave, not what the law threatens."""
    return any(item.low in ("court", "courts", "judge", "judges") for item in sentence.items[max(0, k - 6) : k])


def _names(sentence: Sentence, k: int) -> str | None:
    item = sentence.items[k]
    if item.noun == "reflection":
        return "reflection_period"
    if item.noun == "permit" or (item.noun == "work_permit" and _of_victims(sentence)):
        return "residence_permit_term"
    if item.act == "refer" or item.low in _NOTIFIES or (item.noun == "victim" and sentence.section == "protection"):
        return "referral_deadline"
    if _lasting(sentence, item):
        return None
    if item.noun in _LAW_NOUNS or item.act in _LAW_ACTS or item.low in ("detention", "imprisonment"):
        return "statutory_penalty"
    if item.noun in _COURT_NOUNS or item.act in _COURT_ACTS:
        return "sentence_term"
    return None


def _is_age(sentence: Sentence, at: int) -> bool:
    after = [item.low for item in sentence.items[at + 1 : at + 3]]
    return (
        after[:1] == ["old"]
        or after == ["of", "age"]
        or (sentence.items[at - 1].low in ("than", "age", "ages") and after[:1] == ["of"])
    )


def _of_victims(sentence: Sentence) -> bool:
    return any(item.noun == "victim" for item in sentence.items)
