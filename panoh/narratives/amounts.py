"""Finds what is counted in a sentence: plain counts, money with its dollars, spans of time, percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from panoh.narratives.currencies import MONEY, code_of, currencies, currency_at
from panoh.narratives.numbers import number_at
from panoh.narratives.tokens import Token

COUNT, DURATION, PERCENT = "count", "duration", "percent"
_TIME = {
    **dict.fromkeys(("year", "years", "years'", "year's"), "years"),
    **dict.fromkeys(("month", "months", "months'"), "months"),
    **dict.fromkeys(("day", "days"), "days"),
    **dict.fromkeys(("hour", "hours"), "hours"),
    **dict.fromkeys(("week", "weeks"), "weeks"),
}
_QUALIFIERS = (
    (("at", "least"), "at_least"),
    (("no", "fewer", "than"), "at_least"),
    (("not", "less", "than"), "at_least"),
    (("no", "less", "than"), "at_least"),
    (("not", "fewer", "than"), "at_least"),
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
PERSONS = "persons"  # "a 19-person unit", "a 12-person shelter"
_STRONG = frozenset({"person", "member", "officer", "bed"})
_MONTHS_IN_A_YEAR = 12
_TO = frozenset({"to", "-", "–", "and"})


@dataclass(frozen=True)
class Amount:
    """An amount over the tokens first..last (last not included); `high` is the far end of a range."""

    kind: str
    value: float
    unit: str
    first: int
    last: int
    high: float | None = None
    high_unit: str | None = None
    qualifier: str | None = None
    usd: float | None = None
    adjectival: bool = False
    summed: bool = False
    high_summed: bool = False


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
    if len(parts) < 2 or parts[-1] not in (*_TIME, *_STRONG):
        return None
    number = number_at((Token(0, 0, "-".join(parts[:-1]), "-".join(parts[:-1])),), 0)
    if number is None:
        return None
    if parts[-1] in _STRONG:
        return Amount(COUNT, number[0], PERSONS, i, i + 1, adjectival=True)
    return Amount(DURATION, number[0], _TIME[parts[-1]], i, i + 1, adjectival=True)


def _symbol_money(tokens: Sequence[Token], i: int, country: str | None) -> Amount | None:
    if tokens[i].text not in "$€£฿₹¥" or i + 1 >= len(tokens):
        return None
    number = number_at(tokens, i + 1)
    if number is None:
        return None
    unit = code_of(currencies()[tokens[i].text], country)
    first = Amount(MONEY, number[0], unit, i, number[1])
    if number[1] + 2 < len(tokens) and tokens[number[1]].low in _TO and tokens[number[1] + 1].text == tokens[i].text:
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
        tokens[after].low in _TO - {"and"} or (tokens[after].low == "and" and _between(tokens, i))
    )
    far = number_at(tokens, _past_more(tokens, after + 1)) if joined and after + 1 < len(tokens) else None
    if far is not None and _unit_at(tokens, far[1], country) is not None:
        high, after = far[0], far[1]
    unit = _unit_at(tokens, after, country)
    if unit is None:
        return Amount(COUNT, value, "", i, number[1])
    kind, name, last = unit
    amount = Amount(kind, value, name, i, last, high=high)
    if kind != DURATION or high is not None:
        return amount
    return _other_end(tokens, _and_months(tokens, amount, country), country)


def _past_more(tokens: Sequence[Token], i: int) -> int:
    """ "from one to more than 10 years": the far end stands behind "more than"."""
    more = [token.low for token in tokens[i : i + 2]] in (["more", "than"], ["at", "least"], ["up", "to"])
    return i + 2 if more and i + 2 < len(tokens) else i


def _between(tokens: Sequence[Token], i: int) -> bool:
    """Only "between X and Y" makes a range with "and"."""
    return any(token.low in ("between", "from", "ranging") for token in tokens[max(0, i - 2) : i])


def _and_months(tokens: Sequence[Token], amount: Amount, country: str | None) -> Amount:
    """ "two years and eight months" is one span of 32 months, a sum the text does not print; "and one day" adds none."""
    i = amount.last
    if [token.low for token in tokens[i : i + 3]] == ["and", "one", "day"]:
        return replace(amount, last=i + 3)
    if amount.unit != "years" or i + 2 >= len(tokens) or tokens[i].low not in ("and", ","):
        return amount
    more = number_at(tokens, i + 1)
    unit = _unit_at(tokens, more[1], country) if more else None
    if more is None or unit is None or unit[:2] != (DURATION, "months") or more[0] >= _MONTHS_IN_A_YEAR:
        return amount
    months = amount.value * _MONTHS_IN_A_YEAR + more[0]
    return replace(amount, value=months, unit="months", last=unit[2], summed=True)


def _other_end(tokens: Sequence[Token], amount: Amount, country: str | None) -> Amount:
    """ "six months to 10 years": the range changes its unit on the way."""
    i = amount.last + (1 if amount.last < len(tokens) and tokens[amount.last].text in "'’" else 0)
    ranged = amount.first > 0 and tokens[amount.first - 1].low in ("from", "between", "to")
    if i + 1 >= len(tokens) or tokens[i].low not in (("to", "and") if ranged else ("to",)):
        return amount
    far = number_at(tokens, i + 1)
    unit = _unit_at(tokens, far[1], country) if far else None
    if far is None or unit is None or unit[0] != DURATION:
        return amount
    end = _and_months(tokens, Amount(DURATION, far[0], unit[1], i + 1, unit[2]), country)
    return replace(amount, high=end.value, high_unit=end.unit, last=end.last, high_summed=end.summed)


def _unit_at(tokens: Sequence[Token], i: int, country: str | None) -> tuple[str, str, int] | None:
    if i >= len(tokens):
        return None
    word = tokens[i].low
    if word in _TIME:
        return DURATION, _TIME[word], i + 1
    if word in ("percent", "%"):
        return PERCENT, "percent", i + 1
    return currency_at(tokens, i, country)


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
