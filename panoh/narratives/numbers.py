"""Reads a number written in figures or in words: 2,500, sixty-eight, one hundred and fifteen, 2.6 million."""

from __future__ import annotations

import re
from collections.abc import Sequence

from panoh.narratives.tokens import Token

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: i for i, word in enumerate(_UNITS)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_SCALE = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
_MOST = 1e15  # no report counts so many, and the column of a fact keeps no more
_TIMES = {"once": 1.0, "twice": 2.0}  # "the committee met twice"
_FIGURES = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")


def number_at(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """The number that begins at this token and the place after it, or None."""
    found = _number_at(tokens, at)
    return found if found and found[0] < _MOST else None


def _number_at(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    word = tokens[at].low
    if _FIGURES.match(word):
        return _scaled(float(word.replace(",", "")), tokens, at + 1)
    if word in ("a", "half") and _scale_behind(tokens, at) is not None:
        return _scale_behind(tokens, at)  # "over a million calls"
    dozens = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if dozens == "dozen" and word in _SMALL:
        return 12.0 * _SMALL[word], at + 2
    if word == "sole" or _only_house(tokens, at) or (word == "single" and _one_of_them(tokens, at)):
        return 1.0, at + 1
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if (
        word in _TIMES
        and at
        and after not in ("a", "per", "every", "each")
        and tokens[at - 1].low in ("met", "meet", "meets", "convened", "convene", "only", "least", "(", "with", "than")
    ):
        return _TIMES[word], at + 1
    return _in_words(tokens, at)


def _scale_behind(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """ "a million", "half a million": a number as exact as "one million"."""
    half = tokens[at].low == "half"
    article = at + half
    scale = tokens[article + 1].low if article + 1 < len(tokens) and tokens[article].low == "a" else ""
    told = scale in _SCALE and not (half is False and at and tokens[at - 1].low in ("half", "quarter", "third", "of"))
    return (_SCALE[scale] * (0.5 if half else 1), article + 2) if told else None


def _only_house(tokens: Sequence[Token], at: int) -> bool:
    """ "the country's only shelter" is one."""
    owned = at > 0 and (tokens[at - 1].low in ("the", "its") or tokens[at - 1].low.endswith(("'s", "’s")))
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].low == "only" and owned and behind == "shelter"


def _one_of_them(tokens: Sequence[Token], at: int) -> bool:
    """ "a single shelter" is one; "not a single conviction" is none."""
    before = [token.low for token in tokens[max(0, at - 8) : at]]
    if at + 1 < len(tokens) and tokens[at + 1].low in ("case", "incident", "day", "year"):
        return False  # "all from a single case" only says where
    return before[-1:] in (["a"], ["the"], ["its"]) and not {"not", "no", "never", "without", "nor", "failed"} & set(
        before
    )


def _in_words(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    total, i = 0.0, at
    while i < len(tokens):
        parts = tokens[i].low.split("-")
        if i > at and tokens[i].low == "and" and total % 100 == 0 and _small(tokens, i + 1):
            i += 1
            continue
        if not all(part in _SMALL or part == "hundred" for part in parts):
            break
        if i > at and not _continues(total, parts):
            break
        for part in parts:
            total = (total or 1) * 100 if part == "hundred" else total + _SMALL[part]
        i += 1
    if i > at and [token.low for token in tokens[i : i + 3]] == ["and", "a", "half"]:
        return total + 0.5, i + 3
    if i > at and [token.low for token in tokens[i : i + 2]] == ["and", "one-half"]:
        return total + 0.5, i + 2
    return _scaled(total, tokens, i) if i > at else None


def _continues(total: float, parts: Sequence[str]) -> bool:
    """Words go on with one number only where they could be read as one: "one hundred", "forty five"."""
    if parts[0] == "hundred":
        return 0 < total < 20
    return (total >= 100 and total % 100 == 0) or (total in range(20, 100, 10) and _SMALL[parts[0]] < 10)


def _small(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].low.split("-")[0] in _SMALL and tokens[at - 2].low.endswith("hundred")


def _scaled(value: float, tokens: Sequence[Token], at: int) -> tuple[float, int]:
    if at < len(tokens) and tokens[at].low in _SCALE:
        return round(value * _SCALE[tokens[at].low], 2), at + 1
    return value, at
