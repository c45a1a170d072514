"""Joins two lines: was the hyphen at the end of the first put there by the printer, or does the word have it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_HYPHENS = "-\u2010\u00ad"
_DASH = "—"
_LAST, _FIRST = re.compile(r"[^\s—]*$"), re.compile(r"^[^\s—]*")
_KEPT = re.compile(
    r"(?:^|[^A-Za-z])(?i:anti|non|self|co|cross|well|long|short|high|low|multi|inter|victim|government"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$"
    r"|[A-Z\d)]$"
)
_CARRIED = frozenset({"and", "or", "to"})  # "short- and long-term"
_EDGES = ".,;:!?()[]\"“”'’"
_MANY = 0.1
"""Of all lines: so many end in a hyphen only where words are broken."""


@dataclass(frozen=True)
class Hyphens:
    """`known`: the words that stand whole within a line. `breaks`: this text breaks words at all; a browser breaks none."""

    known: frozenset[str]
    breaks: bool

    @classmethod
    def of(cls, lines: Sequence[str]) -> Hyphens:
        known = frozenset(word.strip(_EDGES).lower() for line in lines for word in line.split()[:-1])
        ends = [(line[:-1].split()[-1], after.split()[0]) for line, after in pairwise(lines) if _broken(line, after)]
        known_whole = any(_plain(last + first) in known for last, first in ends)
        return cls(known, known_whole or len(ends) > _MANY * len(lines))

    def joined(self, before: str, after: str) -> str:
        if before[-1] == _DASH or after[0] == _DASH:
            return before + after
        if not _broken(before, after):
            return f"{before} {after}"
        last, first = _LAST.findall(before[:-1])[0], _FIRST.findall(after)[0]
        return before[:-1] + ("-" if self._has_hyphen(last, first) else "") + after

    def _has_hyphen(self, last: str, first: str) -> bool:
        if not self.breaks or not first[0].islower() or _plain(f"{last}-{first}") in self.known:
            return True
        return _plain(last + first) not in self.known and _KEPT.search(last) is not None


def _broken(before: str, after: str) -> bool:
    """Whether a hyphen ends the line within a word."""
    inside = before[-1:] in set(_HYPHENS) and before[-2:-1].strip() not in ("", _DASH)
    return inside and after[:1].isalnum() and after.split()[0] not in _CARRIED


def _plain(word: str) -> str:
    return word.strip(_EDGES).lower()
