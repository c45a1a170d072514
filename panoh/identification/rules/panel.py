"""Who may sit on the panel, what a member gives reasons on, and what the votes come to. No clock decides anything here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from panoh.instruments.kinds.procedure import PanelRule


class Barred(StrEnum):
    """Why somebody does not sit in this case."""

    NO_MEMBER = "no_member"
    INVESTIGATES = "investigates"
    DECIDED_BEFORE = "decided_before"


class Undecided(StrEnum):
    """Why the votes do not make a decision yet."""

    AWAITED = "awaited"
    TOO_FEW = "too_few"
    ONE_AGENCY = "one_agency"
    ONE_KIND = "one_kind"
    TIE = "tie"
    ONE_AGAINST = "one_against"


@dataclass(frozen=True)
class Ballot:
    """One member's vote, and the agency the member comes from."""

    member: int
    agency: str
    kind: str
    positive: bool


@dataclass(frozen=True)
class Result:
    """`positive` is None while nothing is decided; `undecided` says why. `dissent`: who voted the other way."""

    positive: bool | None
    undecided: Undecided | None
    in_favour: int
    against: int
    dissent: tuple[int, ...] = ()
    carried_by: tuple[int, ...] = ()


def barred(*, is_member: bool, investigates: bool, decided_before: bool) -> Barred | None:
    """Nobody who investigates, or who took part in a decision in this case before, decides now (promise 9)."""
    looks = (
        (investigates, Barred.INVESTIGATES),
        (decided_before, Barred.DECIDED_BEFORE),
        (not is_member, Barred.NO_MEMBER),
    )
    return next((why for holds, why in looks if holds), None)


def elements_asked(*, child: bool) -> tuple[str, ...]:
    """The elements of article 3 of the Palermo Protocol a member gives reasons on; a child needs no means (art. 3 c)."""
    return ("act", "purpose") if child else ("act", "means", "purpose")


def count(ballots: Collection[Ballot], *, awaited: int, rule: PanelRule) -> Result:
    """The majority of those who sit, once all of them voted. A tie stays undecided: it is never a negative."""
    favour = tuple(each.member for each in ballots if each.positive)
    against = tuple(each.member for each in ballots if not each.positive)
    why = _undecided(ballots, len(favour), len(against), awaited=awaited, rule=rule)
    if why is not None:
        return Result(None, why, len(favour), len(against))
    positive = len(favour) > len(against)
    carried, dissent = (favour, against) if positive else (against, favour)
    return Result(positive, None, len(favour), len(against), dissent, carried)


def _undecided(
    ballots: Collection[Ballot], favour: int, against: int, *, awaited: int, rule: PanelRule
) -> Undecided | None:
    looks = (
        (len(ballots) < rule.members and not awaited, Undecided.TOO_FEW),
        (awaited > 0, Undecided.AWAITED),
        (len({each.agency for each in ballots}) < rule.agencies, Undecided.ONE_AGENCY),
        ({each.kind for each in ballots} <= set(rule.not_only), Undecided.ONE_KIND),
        (favour == against, Undecided.TIE),
        (against > favour and against < rule.against, Undecided.ONE_AGAINST),
    )
    return next((why for holds, why in looks if holds), None)
