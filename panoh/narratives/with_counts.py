"""Reads what stands with a count besides its noun: who acts, the service given, the term persons received."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import COUNT, DURATION, Amount
from panoh.narratives.outsiders import kept_by, taught_by
from panoh.narratives.phrases import definite
from panoh.narratives.sentence import Sentence
from panoh.narratives.services import home_of, service_of
from panoh.narratives.spans import MONTHS_IN_A_YEAR
from panoh.narratives.who_acts import actor_of, by_behind, named_before, run_by_ngos

_RUN_BY_STATE = ("government-run", "government-operated", "state-run", "state-operated", "publicly-run")
_GIVEN = ("services", "support", "assistance", "care")


def who_acted(sentence: Sentence, at: int, act: int | None, region: int) -> str | None:
    """Who acts; of "three NGO-run shelters" whoever runs them, whoever pays."""
    end = region + 3 if sentence.items[region : region + 1] and sentence.items[region].low == "run" else region
    if region > at and run_by_ngos(sentence.items[at:end]):
        return "ngo"
    if region > at and any(item.low.startswith(_RUN_BY_STATE) for item in sentence.items[at:end]):
        return "government"
    told = by_behind(sentence.items, at) or named_before(sentence.items, at)
    if told is not None or act is None:
        return told
    items, clauses = sentence.items, sentence.clauses
    return taught_by(sentence, at, act) or kept_by(items, clauses, act) or actor_of(items, clauses, act)


def sex_of_home(sentence: Sentence, act: int | None, noun: str | None) -> dict[str, str]:
    """The sex of the victims a house for one sex took in."""
    return home_of(sentence, act) if noun == "victim" else {}


def service_given(sentence: Sentence, at: int, act_at: int | None, earlier: Sequence[int]) -> dict[str, str]:
    """The service that was given: named behind the verb, or between it (or the last number before) and this one."""
    if act_at is None and at > 1 and sentence.items[at - 1].low in ("to", "for"):
        return service_of(sentence, _opened(sentence, at), at)
    if act_at is None or act_at == at:
        return {}
    if act_at > at:
        return service_of(sentence, act_at, act_at + 2)
    given = _given_from(sentence, act_at)
    return service_of(sentence, max([given, *(k for k in earlier if k > given)]), at)


def _given_from(sentence: Sentence, act: int) -> int:
    """ "vocational services to 35 children": where what was given begins, when it is one thing."""
    items = sentence.items
    listed = any(item.low == "," or item.cue("and") for item in items[max(0, act - 4) : act])
    return act - 2 if items[act].low.startswith(_GIVEN) and not listed else act


def _opened(sentence: Sentence, at: int) -> int:
    """ "; vocational training to 35 children", "legal aid for 12, medical care for 35": where what was given begins."""
    items = sentence.items
    return next(
        (k for k in range(at - 1, 0, -1) if items[k].low == ";" or (items[k].amount and items[k + 1].low == ",")), at
    )


def term_received(sentence: Sentence, at: int) -> str | None:
    """ "received prison sentences between one to five years": the term that stands with the persons."""
    first = False
    for k in range(at + 1, len(sentence.items)):
        item = sentence.items[k]
        if item.depth > sentence.items[at].depth:
            continue
        joined = not first and sentence.items[k - 1].cue("and") and not any(i.act for i in sentence.items[at + 1 : k])
        counted = item.amount is not None and item.amount.kind == COUNT and not definite(sentence, k)
        if counted and joined:
            first = True  # "nine foreigners and two citizens to terms of 11 years": the term is of both
            continue
        if sentence.clauses[k] != sentence.clauses[at] or counted:
            return None
        if item.low == "life" and sentence.items[k - 1].low in ("to", "of", "received", "a", "sentences"):
            return "life"
        if item.amount and item.amount.kind == DURATION:
            return _range(item.amount) if item.amount.high else _term(sentence, k, _span(item.amount))
    return None


def _range(amount: Amount) -> str:
    """ "6 months-10 years", "1-5 years", "5 years 1 month-13 years"."""
    high, far = amount.high or 0, amount.high_unit or amount.unit
    above = _said(high, far, amount.high_summed)
    alike = far == amount.unit and not (amount.summed or amount.high_summed)
    return f"{amount.value:g}-{above}" if alike else f"{_span(amount)}-{above}"


def _span(amount: Amount) -> str:
    return _said(amount.value, amount.unit, amount.summed)


def _said(value: float, unit: str, summed: bool) -> str:
    """ "1 year", "18 months"; years and months told together stay so: "6 years 8 months"."""
    if summed and unit == "months":
        years, months = divmod(value, MONTHS_IN_A_YEAR)
        return f"{_said(years, 'years', False)} {_said(months, 'months', False)}"
    return f"{value:g} {unit.removesuffix('s') if value == 1 else unit}"


def _term(sentence: Sentence, k: int, told: str) -> str:
    """ "up to 5 years", "more than 1 year": the span with what bounds it."""
    amount = sentence.items[k].amount
    before = sentence.items[k - 1].low.split()
    behind = [item.low for item in sentence.items[k + 1 : k + 3]]
    if (amount and amount.qualifier == "up_to") or behind == ["or", "less"]:
        return f"up to {told}"
    over = (amount and amount.qualifier == "more_than") or {"exceeding", "exceeded", "than"} & set(before)
    return f"more than {told}" if over else told
