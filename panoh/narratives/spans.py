"""Spans of time and ranges: six months to 10 years, two years and eight months, 33 and 14 years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from panoh.narratives.currencies import currency_at
from panoh.narratives.numbers import number_at
from panoh.narratives.tokens import Token

COUNT, DURATION, PERCENT = "count", "duration", "percent"
TIME = {
    **dict.fromkeys(("year", "years", "years'", "year's"), "years"),
    **dict.fromkeys(("month", "months", "months'"), "months"),
    **dict.fromkeys(("day", "days"), "days"),
    **dict.fromkeys(("hour", "hours"), "hours"),
    **dict.fromkeys(("week", "weeks"), "weeks"),
}
MONTHS_IN_A_YEAR = 12
_BETWEEN_ENDS = frozenset({"'", "’", "suspended", "imprisonment", "in", "prison", "jail"})
TO = frozenset({"to", "-", "–", "and"})


_LISTED = frozenset({"and", "or", ","})


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


def span_in_list(tokens: Sequence[Token], i: int, number: tuple[float, int]) -> Amount | None:
    """ "sentences of 33 and 14 years", "of five, six, and eight years": all are years, though the word stands once."""
    value, after = number
    if not _named(tokens, i):
        return None
    end = after
    while end + 1 < len(tokens) and tokens[end].low in _LISTED:
        end += 1 + (tokens[end].low == "," and tokens[end + 1].low in ("and", "or"))
        other = number_at(tokens, end) if end < len(tokens) else None
        if other is None:
            return None
        end = other[1]
        if end < len(tokens) and tokens[end].low in TIME:
            return Amount(DURATION, value, TIME[tokens[end].low], i, after)
    return None


def _named(tokens: Sequence[Token], i: int) -> bool:
    """The number stands behind "of", "to" or "for", or in a list that does."""
    k = i - 1
    while k > 0 and tokens[k].low == "," and number_at(tokens, k - 1):
        k -= 2
    return k >= 0 and tokens[k].low in ("of", "to", "for")


def each_to(tokens: Sequence[Token], i: int) -> bool:
    """ "sentenced three traffickers to five years, four to seven years": the four were sentenced to seven years."""
    before = [token.low for token in tokens[:i]]
    if before[-1:] in (["sentenced"], ["sentencing"]) and _another_to(tokens, i):
        return True
    listed = before[-1:] == [","] or before[-2:] == [",", "and"] or before[-1:] == ["and"]
    to_years = any(low == "to" and after in TIME for low, after in zip(before[-8:], before[-6:], strict=False))
    return listed and to_years and any(low.startswith("sentenc") for low in before)


def _another_to(tokens: Sequence[Token], i: int) -> bool:
    """ "sentencing two to 10 years and one to eight years": the others got another term."""
    behind = [token.low for token in tokens[i : i + 16]]
    ends = next((k for k, low in enumerate(behind) if low in (".", ";", "(")), len(behind))
    joined = (k for k in range(3, ends - 2) if behind[k] in ("and", ","))
    return any(
        (behind[k + 2] == "to" and (number_at(tokens, i + k + 1) is not None or behind[k + 1] == "another"))
        or behind[k + 1 : k + 4] in (["the", "other", "to"], ["the", "others", "to"])
        for k in joined
    )


def past_more(tokens: Sequence[Token], i: int) -> int:
    """ "from one to more than 10 years": the far end stands behind "more than"."""
    if [token.low for token in tokens[i : i + 3]] in (["not", "more", "than"], ["no", "more", "than"]):
        return i + 3  # "not less than five and not more than 10 years"
    more = [token.low for token in tokens[i : i + 2]] in (["more", "than"], ["at", "least"], ["up", "to"])
    return i + 2 if more and i + 2 < len(tokens) else i


def between(tokens: Sequence[Token], i: int) -> bool:
    """Only "between X and Y" makes a range with "and"."""
    return any(token.low in ("between", "from", "ranging") for token in tokens[max(0, i - 2) : i])


def and_months(tokens: Sequence[Token], amount: Amount, country: str | None) -> Amount:
    """ "two years and eight months" is one span of 32 months, a sum the text does not print; "and one day" adds none."""
    i = amount.last
    if [token.low for token in tokens[i : i + 3]] == ["and", "one", "day"]:
        return replace(amount, last=i + 3)
    if amount.unit != "years" or i + 2 >= len(tokens) or tokens[i].low not in ("and", ","):
        return amount
    more = number_at(tokens, i + 1)
    unit = unit_at(tokens, more[1], country) if more else None
    if more is None or unit is None or unit[:2] != (DURATION, "months") or more[0] >= MONTHS_IN_A_YEAR:
        return amount
    months = amount.value * MONTHS_IN_A_YEAR + more[0]
    return replace(amount, value=months, unit="months", last=unit[2], summed=True)


def other_end(tokens: Sequence[Token], amount: Amount, country: str | None) -> Amount:
    """ "six months to 10 years": the range changes its unit on the way."""
    i = amount.last
    while i < len(tokens) and tokens[i].low in _BETWEEN_ENDS:
        i += 1
    ranged = amount.first > 0 and tokens[amount.first - 1].low in ("from", "between")
    if i + 1 >= len(tokens) or tokens[i].low not in (("to", "and") if ranged else ("to",)):
        return amount
    far = number_at(tokens, i + 1)
    unit = unit_at(tokens, far[1], country) if far else None
    if far is None or unit is None or unit[0] != DURATION:
        return amount
    end = and_months(tokens, Amount(DURATION, far[0], unit[1], i + 1, unit[2]), country)
    return replace(amount, high=end.value, high_unit=end.unit, last=end.last, high_summed=end.summed)


def unit_at(tokens: Sequence[Token], i: int, country: str | None) -> tuple[str, str, int] | None:
    if i >= len(tokens):
        return None
    word = tokens[i].low
    if word in TIME:
        return DURATION, TIME[word], i + 1
    if word in ("working", "calendar", "business") and i + 1 < len(tokens) and tokens[i + 1].low == "days":
        return DURATION, "days", i + 2
    if word in ("percent", "%"):
        return PERCENT, "percent", i + 1
    return currency_at(tokens, i, country)
