"""Which year's report a text is, by its own dates: a report tells of the year before it, compared with the one before that."""

from __future__ import annotations

import re
from collections import Counter

FIRST, LAST = 2001, 2200
_DATED = re.compile(r"\b(?:in|during|for) (20\d\d)\b")
_COMPARED = re.compile(r"(?:\(|;|\bcompared (?:with|to)|\bfrom) ?[^().;]{0,60}? in (20\d\d)\b")
_NAMED = re.compile(r"\b(20\d\d) (?:TIP|Trafficking in Persons)(?: \(TIP\))? Report\b")


def year_told(text: str) -> int | None:
    """None where the dates do not tell: the year a text speaks of most is often the one it only compares with."""
    dated = [int(year) for year in _DATED.findall(text)]
    latest = max(dated, default=0)
    named = max((int(year) for year in _NAMED.findall(text)), default=0)
    if named > latest:
        return named
    compared = Counter(int(year) for year in _COMPARED.findall(text))
    if not compared or not dated:
        return None
    usual, times = compared.most_common(1)[0]
    if latest == usual:
        return usual + 2 if times > 1 else None
    return latest + 1 if latest == usual + 1 else None


def other_year(text: str, report: int) -> int | None:
    """The year of the report its dates tell, where that is not this one."""
    told, early = year_told(text), too_early(text, report)
    if told is None:
        return early + 1 if early else None
    return told if told != report else None


def too_early(text: str, report: int) -> int | None:
    """A year the text looks back on that had not begun when a report of this year came out; the latest of them."""
    later = [int(year) for year in _COMPARED.findall(text) if int(year) > report]
    return max(later, default=None)
