"""Tells numbers that count something from numbers of articles, ages, dates, and the pronoun "one"."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import COUNT, Amount
from panoh.narratives.numbers import number_at
from panoh.narratives.periods import MONTHS
from panoh.narratives.tokens import Token

_NUMBERED = frozenset(
    [
        "article",
        "articles",
        "section",
        "sections",
        "chapter",
        "chapters",
        "law",
        "no",
        "act",
        "acts",
        "convention",
        "conventions",
        "protocol",
        "paragraph",
        "bill",
        "order",
        "decree",
        "resolution",
        "tier",
        "phase",
        "page",
        "code",
        "title",
        "class",
        "level",
        "sub-section",
        "subsection",
        "number",
        "numbers",
        "no.",
        "part",
        "schedule",
        "ordinance",
    ]
)
_STATUTES = frozenset({"under", "using", "pursuant"})
_AGE_BEFORE = frozenset(["age", "ages", "aged", "under", "younger", "older"])
_JOINS = frozenset({",", "and", "or", "through", "to", "-", "–", "of", "the", "&"})
_IN_COURT = frozenset({"sentenced", "convicted", "prosecuted", "indicted", "charged", "extradited"})
_IN_ONE = frozenset({"of", "case", "investigation", "prosecution", "operation"})


def is_amount(tokens: Sequence[Token], amount: Amount) -> bool:
    """Numbers of articles, ages, dates, and the pronoun "one" are not amounts."""
    if amount.kind != COUNT:
        return True
    before = tokens[amount.first - 1].low if amount.first else ""
    after = tokens[amount.last].low if amount.last < len(tokens) else ""
    if _is_year(tokens[amount.first].text) or before in MONTHS or after in MONTHS:
        return False
    earlier = tokens[amount.first - 2].low if amount.first > 1 else ""
    if (
        before in _AGE_BEFORE
        or (before == "than" and earlier in _AGE_BEFORE)
        or after in ("-", "–")
        or tokens[amount.first : amount.first + 1][0].low.endswith("-year-old")
    ):
        return False
    if _numbers_a_list(tokens, amount):
        return False
    if after in ("consecutive", "successive", "straight"):
        return False  # "for five consecutive years"
    if after == "dozen" or (before == "than" and earlier == "more" and amount.value == 1):
        return False
    if _of_age(tokens, amount) or _numbers_an_article(tokens, amount.first):
        return False
    return not _pronoun(tokens, amount)


def _numbers_a_list(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "six aims: (1) to train judges; (2) ...": the places of a list, and not "Kenyans (5), Somalis (2)"."""
    after = [token.text for token in tokens[amount.last : amount.last + 2]]
    before = [token.text for token in tokens[max(0, amount.first - 2) : amount.first]]
    opens = before in ([":", "("], [";", "("], [",", "("], ["and", "("]) and after[:1] == [")"]
    return opens and after[1:] != [] and after[1][0].isalpha()


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100


def _of_age(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "the age of 12", "the ages of 12 and 17", "aged 12 to 17": both ends of the ages."""
    before = [token.low for token in tokens[max(0, amount.first - 5) : amount.first]]
    if before[-2:-1] and before[-1] in ("and", "to", "through", "-", "–") and before[-2].isdigit():
        before = before[:-2]
    return before[-2:] in (["age", "of"], ["ages", "of"]) or before[-1:] == ["aged"] or before[-1:] == ["ages"]


def _numbers_an_article(tokens: Sequence[Token], at: int) -> bool:
    """ "Articles 210, 211, and 367": the keyword covers the numbers joined to it."""
    i = at - 1
    while i >= 0 and (tokens[i].low in _JOINS or any(c.isdigit() for c in tokens[i].text)):
        if tokens[i].low == "to" and tokens[i - 1].low in _NUMBERED:
            return False
        i -= 1
    if i >= 0 and not tokens[i].low.endswith("s") and tokens[at + 1 : at + 2] and tokens[at + 1].low in _STATUTES:
        return False  # "23 under Article 125 and 14 under Article 127"
    joined = tokens[i + 1].low in ("and", "or", ",", "through", "to")  # "using the law and 11 using the statute"
    return i >= 0 and tokens[i].low in _NUMBERED and tokens[at].text[0].isdigit() and not joined


def _pronoun(tokens: Sequence[Token], amount: Amount) -> bool:
    if tokens[amount.first].low != "one":
        return False
    before = tokens[amount.first - 1].low if amount.first else ""
    after = tokens[amount.last].low if amount.last < len(tokens) else ""
    following = tokens[amount.last + 1].low if amount.last + 1 < len(tokens) else ""
    earlier = tokens[amount.first - 2].low if amount.first > 1 else ""
    if before in _IN_COURT and [after, following] == ["of", "the"]:
        return False  # "sentenced one of the traffickers to 20 years"
    if before in ("previous", "prior", "last") or (before == "but" and earlier == "all"):
        return True
    if before == "in" and not {after, following} & _IN_ONE and not _is_year(after):
        return True
    if (
        after == "of"
        and before not in _IN_COURT
        and amount.last + 1 < len(tokens)
        and number_at(tokens, amount.last + 1)
    ):
        return True
    whole = amount.last + 2
    if before == "only" and [after, following] == ["of", "the"] and whole < len(tokens) and number_at(tokens, whole):
        return False  # "only one of the three convicted traffickers served time"
    return (
        before == "no"
        or after == "another"
        or (after == "of" and following in ("the", "its", "their", "these", "those"))
    )
