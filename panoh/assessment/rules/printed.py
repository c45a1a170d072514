"""Whether a number stands in the words it is taken from. What a person gives otherwise may be right, such as a sum: a second
person has to say the same before it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from panoh.narratives.amounts import amounts
from panoh.narratives.tokens import tokens

_YEAR = re.compile(r"(?:19|20)\d\d")
_ONE = frozenset({"a", "an"})


def stands_in(quote: str, number: Decimal) -> bool:
    """In figures or in words; "a man" is one. A year is no count."""
    return any(each == number for each in _numbers(quote))


def _numbers(quote: str) -> Iterator[Decimal]:
    words = tokens(quote)
    if any(each.low in _ONE for each in words):
        yield Decimal(1)
    for each in amounts(words, None):
        if not _YEAR.fullmatch(words[each.first].text):
            yield from (Decimal(str(told)) for told in (each.value, each.high, each.usd) if told is not None)
