"""How one sender's lists are read: which of their headings is which field, their words for sex and answers, and whether
day or month stands first. It holds headings and words, never a value of a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from panoh.exchange.manifest.birth_dates import NotABirthDate, birth_date
from panoh.names.fold import words
from panoh.names.known import KNOWN, folded
from panoh.names.parts import parts

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_MANY_DIGITS = re.compile(r"\d.*\d.*\d.*\d")
DateOrder = Literal["", "day", "month"]


@dataclass(frozen=True)
class ColumnMap:
    """`fields`: heading (plain, numbered where it stands twice) → field, empty for “not taken”. `sexes` and `answers`:
    the sender's word → ours."""

    fields: Mapping[str, str] = field(default_factory=dict)
    sexes: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    dates: DateOrder = ""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> ColumnMap:
        return cls(**{name: kept[name] for name in ("fields", "sexes", "answers", "dates") if name in kept})

    def kept(self) -> dict[str, Any]:
        return asdict(self)

    def fits(self, headings: Iterable[str]) -> bool:
        """Whether every heading it speaks of stands in the file."""
        return bool(self.fields) and set(self.fields) <= set(keys_of(headings))


NO_MAP = ColumnMap()


def plain(heading: str) -> str:
    """A heading in lower case, words joined by one _, so that “Date of birth” is date_of_birth."""
    return _BETWEEN_WORDS.sub("_", heading.casefold().replace("ё", "е")).strip("_")


def keys_of(headings: Iterable[str]) -> tuple[str, ...]:
    """The name of each column in a map: its plain heading, with a number where one stands twice."""
    seen: dict[str, int] = {}
    made = []
    for heading in map(plain, headings):
        seen[heading] = seen.get(heading, 0) + 1
        made.append(heading if seen[heading] == 1 else f"{heading}#{seen[heading]}")
    return tuple(made)


def names_somebody(headings: Iterable[str]) -> bool:
    """Whether a first row looks like a person's and not like headings: then it is neither shown nor kept as such."""
    return any(_MANY_DIGITS.search(heading) or _is_date(heading) or _is_name(heading) for heading in headings)


def _is_date(heading: str) -> bool:
    from datetime import date

    try:
        birth_date(heading, on=date.max)
    except NotABirthDate as wrong:
        return str(wrong) != "not_a_date"
    return True


def _is_name(heading: str) -> bool:
    found = parts(heading)
    by_ending = any(part.role in {"family", "father"} for part in found) and len(found) > 1
    known = any(folded(stem) in KNOWN for part in found for stem in part.stems if len(stem) > 3)
    return len(words(heading)) <= 4 and (known or by_ending)
