"""How a desk fits a need, point by point: where it works, whom it serves, its languages, its free places, whether it is
open. Each point speaks for the desk, against it, or is not known; a point that is not known never counts as a no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from panoh.instruments.kinds.source import Words
from panoh.referral.rules import fit_words as say


class Weighs(StrEnum):
    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


class Opening(StrEnum):
    OPEN = "open"
    URGENT = "urgent"
    CLOSED = "closed"


@dataclass(frozen=True)
class Reason:
    """One point. `asked`: the standard of the service asks for it. `provisional`: nobody has confirmed it yet."""

    words: Words
    weighs: Weighs
    asked: bool = False
    provisional: bool = False


@dataclass(frozen=True)
class Wanted:
    """What decides of a need. `who`: of WHO, empty where it is not known. `asks`: the points of the standard.
    `step_free`: the person cannot take steps. `long_term`: they will need it for long. `guarded`: they are in danger, and
    somebody has to be on guard."""

    region: str
    who: frozenset[str] = frozenset()
    language: str = ""
    urgent: bool = False
    asks: tuple[str, ...] = ()
    step_free: bool = False
    long_term: bool = False
    guarded: bool = False

    @property
    def with_children(self) -> bool:
        return "families" in self.who

    @property
    def must_fit(self) -> bool:
        """Whether a place has to be more than free."""
        return self.step_free or self.long_term or self.guarded or self.with_children


class Lodging(Protocol):
    """A desk, or one bed of a house: both are asked the same. None where it is not known."""

    @property
    def step_free(self) -> bool | None: ...

    @property
    def long_term(self) -> bool | None: ...


@dataclass(frozen=True)
class DeskFacts:
    """A desk that gives the service. `asked`: sent, declined or nothing for this need.

    `own_serves`, `own_languages`: the desk said so itself, and what it did not name it does not do; otherwise that is
    only not known.
    `free`: free places the desk gave lately; None where it gave none, or too long ago.
    """

    key: str
    region: str
    asked: str = ""
    staffed: bool = True
    covers: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    own_serves: bool = False
    own_languages: bool = False
    provisional: bool = False
    opening: Opening = Opening.OPEN
    free: int | None = None
    step_free: bool | None = None
    long_term: bool | None = None
    guarded: bool | None = None


def points(desk: DeskFacts, wanted: Wanted) -> tuple[Reason, ...]:
    """Every point that can be told, in one order for all desks."""
    return tuple(reason for point in POINTS if (reason := point(desk, wanted)))


def same_region(one: str, other: str) -> bool:
    """Whether two places (TJ-DU, or a district of it TJ-DU-01) lie in the same region."""
    return bool(one) and bool(other) and one.split("-")[:2] == other.split("-")[:2]


def _near(desk: DeskFacts, wanted: Wanted) -> Reason:
    asked = "near" in wanted.asks
    if not desk.region:
        return Reason(say.ABROAD, Weighs.AGAINST, asked)
    if wanted.guarded:
        return _away(desk, wanted)
    if same_region(desk.region, wanted.region):
        return Reason(say.NEAR, Weighs.FOR, asked)
    if any(_covers(place, wanted.region) for place in desk.covers):
        return Reason(say.COMES, Weighs.FOR, asked, desk.provisional)
    return Reason(say.ELSEWHERE, Weighs.AGAINST, asked)


def _serves(desk: DeskFacts, wanted: Wanted) -> Reason | None:
    if not wanted.who:
        return None
    asked = "serves" in wanted.asks
    if wanted.who <= set(desk.serves):
        return Reason(say.SERVES, Weighs.FOR, asked, desk.provisional and not desk.own_serves)
    if desk.own_serves:
        return Reason(say.SERVES_OTHERS, Weighs.AGAINST, asked)
    return Reason(say.SERVES_UNKNOWN, Weighs.OPEN, asked)


def _language(desk: DeskFacts, wanted: Wanted) -> Reason | None:
    if not wanted.language:
        return None
    asked = "language" in wanted.asks
    if _spoken(wanted.language) in map(_spoken, desk.languages):
        return Reason(say.SPEAKS, Weighs.FOR, asked, desk.provisional and not desk.own_languages)
    if desk.own_languages:
        return Reason(say.SPEAKS_OTHERS, Weighs.AGAINST, asked)
    return Reason(say.SPEAKS_UNKNOWN, Weighs.OPEN, asked)


def _place(desk: DeskFacts, wanted: Wanted) -> Reason | None:
    asked = "place" in wanted.asks
    if desk.free is None:
        return Reason(say.FREE_UNKNOWN, Weighs.OPEN, asked) if asked else None
    if desk.free == 0:
        return Reason(say.FULL, Weighs.AGAINST, asked)
    return Reason(say.with_number(say.FREE, desk.free), Weighs.FOR, asked)


def _away(desk: DeskFacts, wanted: Wanted) -> Reason:
    """For somebody in danger near is not simply better: they know where they are looked for, and are asked."""
    near = same_region(desk.region, wanted.region)
    return Reason(say.NEAR_IN_DANGER if near else say.ELSEWHERE_IN_DANGER, Weighs.OPEN)


def steps(lodging: Lodging, wanted: Wanted) -> Reason | None:
    """Whoever cannot take steps cannot come in where there are some: this weighs as what a standard asks."""
    if not wanted.step_free:
        return None
    return _said(lodging.step_free, (say.STEP_FREE, say.STEPS, say.STEPS_UNKNOWN), asked=True)


def for_long(lodging: Lodging, wanted: Wanted) -> Reason | None:
    """A short stay is a stay: it speaks against, and holds nobody back."""
    if not wanted.long_term:
        return None
    return _said(lodging.long_term, (say.FOR_LONG, say.NOT_FOR_LONG, say.LONG_UNKNOWN), asked=False)


def _guard(desk: DeskFacts, wanted: Wanted) -> Reason | None:
    if not wanted.guarded:
        return None
    return _said(desk.guarded, (say.GUARDED, say.NOT_GUARDED, say.GUARD_UNKNOWN), asked=True)


def _said(answer: bool | None, words: tuple[Words, Words, Words], *, asked: bool) -> Reason:
    """`words`: for yes, no, and not known."""
    yes, no, unknown = words
    if answer is None:
        return Reason(unknown, Weighs.OPEN, asked)
    return Reason(yes, Weighs.FOR, asked) if answer else Reason(no, Weighs.AGAINST, asked)


def _opening(desk: DeskFacts, wanted: Wanted) -> Reason | None:
    if desk.opening is Opening.CLOSED:
        return Reason(say.CLOSED, Weighs.AGAINST, asked=True)
    if desk.opening is Opening.URGENT:
        return Reason(say.ONLY_URGENT, Weighs.FOR if wanted.urgent else Weighs.AGAINST, asked=True)
    return None


POINTS: tuple[Callable[[DeskFacts, Wanted], Reason | None], ...] = (
    _near,
    _serves,
    _language,
    _place,
    steps,
    for_long,
    _guard,
    _opening,
)


def _covers(place: str, region: str) -> bool:
    """A country covers all its regions, a region its districts; a district covers only itself."""
    return bool(region) and (region == place or region.startswith(f"{place}-"))


def _spoken(language: str) -> str:
    """Uzbek in either script is one spoken language."""
    return language.split("-")[0]
