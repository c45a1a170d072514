"""Finds what is counted in a sentence: plain counts, money with its dollars, spans of time, percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.currencies import MONEY, code_of, currencies, currency_at
from panoh.narratives.numbers import number_at
from panoh.narratives.spans import (
    COUNT,
    DURATION,
    PERCENT,
    TIME,
    TO,
    Amount,
    and_months,
    between,
    each_to,
    other_end,
    past_more,
    span_in_list,
    unit_at,
)
from panoh.narratives.tokens import Token

__all__ = ["BEDS", "COUNT", "DURATION", "MONEY", "PERCENT", "PERSONS", "Amount", "amounts"]

_QUALIFIERS = (
    (("at", "least"), "at_least"),
    (("no", "fewer", "than"), "at_least"),
    (("not", "less", "than"), "at_least"),
    (("no", "less", "than"), "at_least"),
    (("not", "fewer", "than"), "at_least"),
    (("not", "more", "than"), "up_to"),
    (("no", "more", "than"), "up_to"),
    (("more", "than"), "more_than"),
    (("over",), "more_than"),
    (("approximately",), "approximately"),
    (("about",), "approximately"),
    (("around",), "approximately"),
    (("nearly",), "approximately"),
    (("almost",), "approximately"),
    (("roughly",), "approximately"),
    (("an", "estimated"), "approximately"),
    (("estimated",), "approximately"),
    (("up", "to"), "up_to"),
    (("as", "many", "as"), "up_to"),
    (("fewer", "than"), "up_to"),
    (("less", "than"), "up_to"),
    (("maximum", "of"), "up_to"),
    (("minimum", "of"), "at_least"),
    (("maximum", "penalty", "of"), "up_to"),
)
BEDS = "beds"  # "a 40-bed shelter"
PERSONS = "persons"  # "a 19-person unit", "a 12-person shelter"
_STRONG = frozenset({"person", "member", "officer", "bed"})


def amounts(tokens: Sequence[Token], country: str | None) -> tuple[Amount, ...]:
    """The amounts of a sentence in order; a bracket of dollars belongs to the money before it."""
    found: list[Amount] = []
    i = 0
    while i < len(tokens):
        amount = _amount_at(tokens, i, country)
        if amount is None:
            i += 1
            continue
        amount = _with_dollars(tokens, replace(amount, qualifier=_qualifier(tokens, amount.first)))
        found.append(amount)
        i = amount.last
    return tuple(found)


def _amount_at(tokens: Sequence[Token], i: int, country: str | None) -> Amount | None:
    return _hyphenated(tokens, i) or _symbol_money(tokens, i, country) or _numbered(tokens, i, country)


def _hyphenated(tokens: Sequence[Token], i: int) -> Amount | None:
    """ "two-month", "30-day", "19-person": the span or the strength stands as an adjective."""
    parts = tokens[i].low.split("-")
    if len(parts) < 2 or parts[-1] not in (*TIME, *_STRONG):
        return None
    number = number_at((Token(0, 0, "-".join(parts[:-1]), "-".join(parts[:-1])),), 0)
    if number is None:
        return None
    if parts[-1] == "bed":
        return Amount(COUNT, number[0], BEDS, i, i + 1, adjectival=True)
    if parts[-1] in _STRONG:
        return Amount(COUNT, number[0], PERSONS, i, i + 1, adjectival=True)
    return Amount(DURATION, number[0], TIME[parts[-1]], i, i + 1, adjectival=True)


def _symbol_money(tokens: Sequence[Token], i: int, country: str | None) -> Amount | None:
    if tokens[i].text not in "$€£฿₹¥" or i + 1 >= len(tokens):
        return None
    number = number_at(tokens, i + 1)
    if number is None:
        return None
    named = currency_at(tokens, number[1], country) if number[1] < len(tokens) else None
    if named is not None:
        return Amount(MONEY, number[0], named[1], i, named[2])  # "$7 million Canadian dollars"
    unit = code_of(currencies()[tokens[i].text], country)
    first = Amount(MONEY, number[0], unit, i, number[1])
    if number[1] + 2 < len(tokens) and tokens[number[1]].low in TO and tokens[number[1] + 1].text == tokens[i].text:
        far = number_at(tokens, number[1] + 2)
        if far is not None:
            return replace(first, high=far[0], last=far[1])
    return first


def _numbered(tokens: Sequence[Token], i: int, country: str | None) -> Amount | None:
    number = number_at(tokens, i)
    if number is None:
        return None
    value, after = number
    high: float | None = None
    joined = after < len(tokens) and (
        tokens[after].low in TO - {"and"}
        or (tokens[after].low == "and" and (between(tokens, i) or past_more(tokens, after + 1) == after + 4))
    )
    joined = joined and not each_to(tokens, i) and not _is_year(tokens[i].text)
    far = number_at(tokens, past_more(tokens, after + 1)) if joined and after + 1 < len(tokens) else None
    if far is not None and unit_at(tokens, far[1], country) is not None:
        high, after = far[0], far[1]
    unit = unit_at(tokens, after, country)
    if unit is None:
        return span_in_list(tokens, i, number) or Amount(COUNT, value, "", i, number[1])
    kind, name, last = unit
    amount = Amount(kind, value, name, i, last, high=high)
    if kind != DURATION or high is not None:
        return amount
    return other_end(tokens, and_months(tokens, amount, country), country)


def _is_year(text: str) -> bool:
    """ "in 2021 to 4 million lari": the year begins no range."""
    return len(text) == len("2021") and text.isdigit() and text.startswith(("19", "20"))


def _qualifier(tokens: Sequence[Token], first: int) -> str | None:
    before = tuple(token.low for token in tokens[max(0, first - 4) : first])
    if before and before[-1] in ("a", "the", "another"):
        before = before[:-1]
    return next((name for words, name in _QUALIFIERS if before[-len(words) :] == words), None)


def _with_dollars(tokens: Sequence[Token], amount: Amount) -> Amount:
    """ "250,000 somoni ($22,080)": the bracket is the same money in dollars, with or without "approximately"."""
    i = amount.last
    if amount.kind != MONEY:
        return amount
    if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 1].text.isupper() and tokens[i + 2].text == ")":
        i += 3
    if i >= len(tokens) or tokens[i].text != "(":
        return amount
    close = next((k for k in range(i, min(i + 10, len(tokens))) if tokens[k].text == ")"), None)
    dollar = next((k for k in range(i, close or i) if tokens[k].text == "$"), None)
    if close is None or dollar is None or dollar > i + 3:
        return amount
    number = number_at(tokens, dollar + 1)
    return replace(amount, usd=number[0], last=close + 1) if number else amount
