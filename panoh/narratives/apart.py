"""What sets a count apart from the year's: half a year, or the part of it a sentence picks out. Kept as its detail, so that it
stands in no row with the whole year and is taken for no other count of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from panoh.narratives.facts import Fact, breakdown

_HALVES = re.compile(r"\b(?:first|second) half of (\d{4})\b|\bfirst (?:six|nine|three) months of (\d{4})\b", re.I)
_PART = re.compile(r"\bincluding (\w+) (involving [^,.;]{3,80})", re.I)
_LONGEST = 16  # digits
_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def apart_from_the_year(fact: Fact) -> Fact:
    """The fact with its detail, where it has one."""
    detail = detail_of(fact.quote, None if fact.value is None else Decimal(str(fact.value)), fact.year)
    return replace(fact, breakdown=breakdown({**dict(fact.breakdown), "detail": detail})) if detail else fact


def detail_of(quote: str, value: Decimal | None, year: int | None) -> str:
    """In the words of the sentence; empty where it speaks of the whole. A sentence that names the year beside the half as
    well leaves it to the reader."""
    found = []
    halves = [each for each in _HALVES.finditer(quote) if str(year) in each.groups()]
    if halves and len(re.findall(rf"\b{year}\b", quote)) == len(halves):
        found.append(halves[0].group())
    found += [each.group(2) for each in _PART.finditer(quote) if value is not None and _number(each.group(1)) == value]
    return "; ".join(found)


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) < _LONGEST else None
    return _WORDS.index(word.lower()) if word.lower() in _WORDS else None
