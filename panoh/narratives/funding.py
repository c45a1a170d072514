"""Reads money the government set aside or paid, with its purpose; fines, seizures and wages are left alone."""

from __future__ import annotations

from itertools import pairwise

from panoh.narratives.context import Context
from panoh.narratives.currencies import MONEY
from panoh.narratives.drafts import Draft
from panoh.narratives.mentions import COMPARISON, HEAD
from panoh.narratives.paid import given_directly, handed_over, of_fine, ordered, received, set_aside
from panoh.narratives.periods import PREVIOUS, Period
from panoh.narratives.phrases import CHANGES
from panoh.narratives.purposes import named_purpose, own_clause, purpose_of
from panoh.narratives.sentence import Sentence
from panoh.narratives.twins import same_again
from panoh.narratives.when import period_of
from panoh.narratives.who_acts import actor_of
from panoh.narratives.words import load

_GIVING = frozenset({"fund", "provide", "award", "grant", "receive", "conduct", "assist", "operate", "repatriate"})
_CHANGED = (*CHANGES, "cut", "reduced", "raised", "expanded")
_MODAL = 6  # items: "could provide assistance of up to 20,000" gives nothing yet
_BESIDE = 12  # items: farther off, "fines" and "income" speak of something else
_RESTITUTION = frozenset({"restitution", "civil_suit"})


def read_funding(sentence: Sentence, context: Context, report_year: int) -> list[Draft]:
    """The money of a sentence; what follows "compared to" keeps the purpose of what it is compared with."""
    found: list[Draft] = []
    for at, item in enumerate(sentence.items):
        if item.amount is None or item.amount.kind != MONEY:
            continue
        if " ".join(i.low for i in sentence.items[max(0, at - 2) : at]) in (
            "increase of",
            "decrease of",
            "an increase of",
        ):
            continue
        link = COMPARISON if _compared(sentence, at) and (found or _opens_compared(sentence)) else HEAD
        if _not_given(sentence, at):
            continue
        measure = _measure(sentence, at) if link == HEAD or not found else found[-1].measure
        if measure is None:
            continue
        draft = Draft(
            measure=measure,
            value=item.amount.value,
            unit=item.amount.unit,
            traits=dict(found[-1].traits)
            if link == COMPARISON and found
            else named_purpose(sentence, at)
            or ({} if own_clause(sentence, at) else _carried(found))
            or _spoken_of(sentence, context)
            or purpose_of(sentence, at)
            if measure == "government_funding"
            else {},
            actor=found[-1].actor if link == COMPARISON and found else _giver(sentence, at),
            usd=item.amount.usd,
            qualifier=item.amount.qualifier,
            link=link,
            at=at,
        )
        period = period_of(sentence, at, link) or _before_change(sentence, at)
        found.append(draft if _to_come(sentence, at, period, report_year) else draft.dated(period))
    context.purpose = _carried(found) or context.purpose
    return [*found, *same_again(sentence, found)]


def _before_change(sentence: Sentence, at: int) -> Period | None:
    """ "cut its funding from 90,000 to 70,000": the first of the two, where no year is told, is of the year before."""
    items = sentence.items
    later = next((k for k in range(at + 1, len(items)) if items[k].amount and not items[k].depth), at)
    to_money = items[later - 1].low == "to" and (amount := items[later].amount) is not None and amount.kind == MONEY
    changed = any(item.low.startswith(_CHANGED) for item in items[:at])
    ended = [k for k in range(1, at) if (sum_ := items[k].amount) and sum_.kind == MONEY and items[k - 1].low == "to"]
    if ended and changed and items[at - 1].low == "from" and not any(item.period for item in items[at:]):
        return Period(PREVIOUS, (0,), at, at)  # "dropped to 1.2 million from 1.5 million"
    if not (at and items[at - 1].low.endswith("from") and to_money and changed):
        return None
    return Period(PREVIOUS, (0,), at, at)


def _spoken_of(sentence: Sentence, context: Context) -> dict[str, str]:
    """ "This represents a decrease from $15.8 million": the money is for what the money before it was for."""
    return context.purpose if sentence.items[0].low in ("this", "this represents", "this included", "this was") else {}


def _opens_compared(sentence: Sentence) -> bool:
    """ "This compared with the ministry providing 30 million in 2016": money of the year it is compared with."""
    return sentence.items[0].low == "this" and any(item.cue("compare") for item in sentence.items[1:3])


def _not_given(sentence: Sentence, at: int) -> bool:
    """ "failed to channel a grant of $2 million": nothing was paid."""
    before = [item for k, item in enumerate(sentence.items[:at]) if sentence.clauses[k] == sentence.clauses[at]]
    host = sentence.items[: at if sentence.items[at].depth else 0]
    if any(a.cue("unreported") and b.low in ("if", "whether") for a, b in pairwise(before)):
        return True  # "did not report if it had disbursed any of the 2 million"
    if any(i.low in ("could", "may", "might") or i.low.startswith("committed to") for i in before[-_MODAL:]):
        return True
    return any(i.low == "failed to" for i in (*before, *host)) and not any(i.cue("compare") for i in before)


def _carried(found: list[Draft]) -> dict[str, str]:
    """Money told later in a sentence is for what the money before it was for."""
    return dict(found[-1].traits) if found and found[-1].measure == "government_funding" else {}


def _to_come(sentence: Sentence, at: int, period: Period | None, report_year: int) -> bool:
    """ "gave 6 million to an NGO to run a program in 2018": the year of the program is not that of the money."""
    if period is None or period.years[:1] != (report_year,) or period.first < 0:
        return False
    when = next((k for k in range(at, len(sentence.items)) if sentence.items[k].period == period), at)
    return any(item.low in ("to", "for") for item in sentence.items[at : max(at, when - 1)])


def _compared(sentence: Sentence, at: int) -> bool:
    for k in range(at - 1, -1, -1):
        item = sentence.items[k]
        if item.amount and item.amount.kind == MONEY and item.depth >= sentence.items[at].depth:
            return _in_span(sentence, k, at)
        lows = [i.low for i in sentence.items[max(0, k - 1) : k + 1]]
        if lows == ["than", "the"]:
            return True  # "more than the 7.8 million granted in 2016"
        if item.cue("compare") or (item.depth == sentence.items[at].depth and item.low == "("):
            return True
        if item.low == ";":
            return False
    return False


def _in_span(sentence: Sentence, first: int, at: int) -> bool:
    return (
        any(sentence.items[k].cue("compare") for k in range(first, at))
        or sentence.items[at].depth > sentence.items[first].depth
    )


def _measure(sentence: Sentence, at: int) -> str | None:
    inside = [
        k for k in range(len(sentence.items)) if sentence.clauses[k] == sentence.clauses[at] or sentence.items[at].depth
    ]
    clause = [sentence.items[k] for k in inside]
    words = {word for k in inside if abs(k - at) <= _BESIDE for word in sentence.items[k].low.split()}
    nouns = {noun for item in clause for noun in item.labels.nouns}
    acts = {act for item in clause for act in item.labels.acts}
    direct = given_directly(sentence, at)
    if of_fine(sentence, at):
        return None
    if ("allowance" in nouns and not direct) or handed_over(sentence, at):
        return "victim_allowance"
    if ("restitution" in nouns and not set_aside(sentence, at)) or ordered(sentence, at) or received(sentence, at):
        return "restitution_awards"
    foreign = any("foreign_government" in item.labels.actors for item in clause)
    barred = load("money.yaml")["not_funding"]
    if foreign or words & frozenset(barred if not direct else set(barred) - set(load("money.yaml")["also_sources"])):
        return None
    if "funding" in nouns or acts & _GIVING or direct:
        return "government_funding"
    return None


def _giver(sentence: Sentence, at: int) -> str:
    clause = [k for k in range(at) if sentence.clauses[k] == sentence.clauses[at]]
    if any(sentence.items[k].act == "receive" for k in clause):
        return "government"  # "NGOs received public grants": they did not give them
    for k in reversed(clause):
        if sentence.items[k].act in (
            "fund",
            "provide",
            "award",
            "grant",
        ):
            return actor_of(sentence.items, sentence.clauses, k)
    return "government"
