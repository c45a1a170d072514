"""How strongly somebody on a list looks like a person on record. It only orders what an officer looks at: nobody is
taken for another by this rule, however strong it speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from panoh.names.compare import Comparison, compare

MOST_PROPOSED = 5
"""More candidates than these for one person are no help to whoever decides."""
NAME_WITH_DAY = 0.8
NAME_ALONE = 0.95
"""Name scores asked for beside the same day of birth, and where one side has no day of birth (ours, provisional)."""
_GUESSED_DAYS = frozenset({(1, 1), (1, 7)})


class Strength(StrEnum):
    """A coarse class, so that nobody reads a probability into it. The strongest first."""

    PAPER = "paper"
    STRONG = "strong"
    LIKELY = "likely"


class Births(IntEnum):
    """How two birth dates stand to each other."""

    AGAINST = 0
    OPEN = 1
    NEAR = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Particulars:
    """What one side says of a person: every name written of them, birth, sex."""

    names: tuple[str, ...] = ()
    birth_date: str = ""
    born_from: int | None = None
    born_to: int | None = None
    sex: str = "unknown"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A candidate's class, with the reasons for whoever decides."""

    strength: Strength
    births: Births
    name: Comparison

    @property
    def rank(self) -> tuple[int, float]:
        return list(Strength).index(self.strength), -self.name.score


def likeness_of(listed: Particulars, known: Particulars, *, same_paper: bool = False) -> Likeness | None:
    """None where there is too little to trouble an officer with."""
    born = births(listed, known)
    if not same_paper and (born is Births.AGAINST or sexes_differ(listed, known)):
        return None  # before the names, which take most of the time of a long list
    name = best_name(listed.names, known.names)
    if same_paper:
        return Likeness(Strength.PAPER, born, name)
    if born is Births.SAME and name.same:
        return Likeness(Strength.STRONG, born, name)
    asked = {Births.SAME: NAME_WITH_DAY, Births.OPEN: NAME_ALONE}.get(born)
    if name.score >= asked if asked else name.same:
        return Likeness(Strength.LIKELY, born, name)
    return None


def best_name(listed: Iterable[str], known: Iterable[str]) -> Comparison:
    """The two spellings that are most alike: a person has as many as papers."""
    others = tuple(known)
    pairs = (compare(one, other) for one in listed for other in others)
    return max(pairs, key=lambda each: each.score, default=Comparison(0.0, False, ()))


def sexes_differ(one: Particulars, other: Particulars) -> bool:
    return {one.sex, other.sex} == {"female", "male"}


def births(one: Particulars, other: Particulars) -> Births:
    """Days may be guessed, typed wrong or have changed places with the month; years may come from another calendar."""
    mine, theirs = _day(one.birth_date), _day(other.birth_date)
    if mine is None or theirs is None:
        return _years(one, other)
    if mine == theirs:
        return Births.SAME
    if abs(mine.year - theirs.year) > 1:
        return Births.AGAINST
    guessed = any((each.day, each.month) in _GUESSED_DAYS for each in (mine, theirs))
    swapped = (mine.year, mine.day, mine.month) == (theirs.year, theirs.month, theirs.day)
    alike = (mine.year == theirs.year) + (mine.month == theirs.month) + (mine.day == theirs.day)
    return Births.NEAR if guessed or swapped or alike == 2 else Births.AGAINST


def _years(one: Particulars, other: Particulars) -> Births:
    if one.born_from is None or one.born_to is None or other.born_from is None or other.born_to is None:
        return Births.OPEN
    apart = max(one.born_from - other.born_to, other.born_from - one.born_to)
    return Births.OPEN if apart <= 1 else Births.AGAINST


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
