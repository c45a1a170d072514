"""Reads the tier a narrative places its country on, and whether it stayed, rose or fell."""

from __future__ import annotations

import re

from panoh.narratives.drafts import Draft
from panoh.narratives.layout import HEADER

_TIERS = {"1": "1", "2": "2", "3": "3", "2watchlist": "2WL", "2wl": "2WL"}
_CHANGE = re.compile(
    r"\b(?P<change>remain(?:s|ed) on|(?:was |is )?(?:upgraded|downgraded) to|(?:was|is) placed on"
    r"|(?:remain(?:s|ed)|is) a special case|remained|moving up from the .{5,20} to|moved up .{0,30}to)"
    r"\s*(?:the\s+)?(?P<tier>Tier\s+(?:1|2\s+Watch\s*List|2|3))?",
    re.I,
)


def read_header(line: str, report_year: int) -> Draft | None:
    """ "TAJIKISTAN: Tier 2" tells the tier and nothing of the change."""
    found = HEADER.match(line.strip())
    return _draft(found["tier"], "unstated", report_year) if found else None


def read_placement(sentence: str, report_year: int) -> Draft | None:
    for found in _CHANGE.finditer(sentence):
        if found["tier"]:
            return _draft(found["tier"], _change(found["change"].lower()), report_year)
        if "special case" in found["change"].lower():
            return _draft("Special Case", _change(found["change"].lower()), report_year)
    return None


def _change(words: str) -> str:
    if "upgraded" in words or "up" in words.split():
        return "upgraded"
    if "downgraded" in words:
        return "downgraded"
    return "remained" if "remain" in words else "unstated"


def _draft(tier: str, change: str, report_year: int) -> Draft:
    key = re.sub(r"\s+|tier", "", tier.lower())
    traits = {"tier": _TIERS.get(key, "SC"), "change": change}
    return Draft("tier_placement", None, "tier", traits, period=str(report_year), years=(report_year,))
