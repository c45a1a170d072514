"""Every way a number can stand in a sentence, written apart from the reader so that it can catch it inventing."""

from __future__ import annotations

import re
from collections.abc import Iterator

ONES = [
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
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
]
SCALES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}


def in_words(value: int) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    rest = f" and {in_words(value % 100)}" if value % 100 else ""
    return f"{ONES[value // 100]} hundred{rest}"


def ways(value: float) -> Iterator[str]:
    """The spellings of a value, in lower case."""
    if float(value).is_integer():
        whole = int(value)
        yield from (str(whole), f"{whole:,}")
        if whole < 1000:
            yield from (in_words(whole), in_words(whole).replace("-", " "), in_words(whole).replace(" and ", " "))
            yield in_words(whole).replace(" hundred", "-hundred")
        if whole < len(ORDINALS):
            yield ORDINALS[whole]
        yield f"{whole}th"
        if whole == 1:
            yield from ("sole", "single", "once")
        if whole == 2:
            yield "twice"
        if whole and whole % 12 == 0 and whole < 12 * len(ONES):
            yield f"{in_words(whole // 12)} dozen"
    else:
        yield from (str(value), f"{value:,.2f}")
        if value % 1 == 0.5 and value < 100:
            yield f"{in_words(int(value))} and a half"
    for word, size in SCALES.items():
        if value >= size / 10:
            yield from (f"{value / size:g} {word}", f"{value / size:.1f} {word}", f"{value / size:.2f} {word}")
            if value % size == 0 and value / size < 1000:
                yield f"{in_words(int(value / size))} {word}"


def stands_in(value: float, quote: str) -> bool:
    """The value is printed in the sentence, in figures or in words."""
    low = quote.lower().replace("’", "'")
    return any(re.search(rf"(?<![\w.,]){re.escape(way)}(?![\d]|,\d)", low) for way in ways(value))
