"""Which desks are offered for a need, in which order, and why each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from panoh.referral.rules.fit import DeskFacts, Reason, Wanted, Weighs, points, same_region
from panoh.referral.rules.fit_words import DECLINED_BEFORE, UNSTAFFED, WAITING


@dataclass(frozen=True)
class Offer:
    """One desk to ask. `may_ask` is False only while the same question to it waits for an answer."""

    key: str
    reasons: tuple[Reason, ...]
    may_ask: bool

    @property
    def left(self) -> bool:
        """Worth asking still: nothing the standard asks speaks against it, and it has not said no to this need."""
        against = (each for each in self.reasons if each.weighs is Weighs.AGAINST)
        return not any(each.asked or each.words == DECLINED_BEFORE for each in against)


def offers(desks: Iterable[DeskFacts], *, wanted: Wanted) -> tuple[Offer, ...]:
    """Every desk that gives the service, the likeliest first. None is left out, whatever speaks against it."""
    return tuple(_offer(desk, wanted) for desk in sorted(desks, key=lambda desk: _rank(desk, wanted)))


def none_left(offered: Iterable[Offer]) -> bool:
    """Whether asking on leads nowhere: every desk that fits has said no."""
    return not any(each.left for each in offered)


def against(told: Iterable[Reason]) -> tuple[int, int]:
    """Least that speaks against what is asked for; then least against at all."""
    found = [each for each in told if each.weighs is Weighs.AGAINST]
    return sum(each.asked for each in found), len(found)


def speaks_for(told: Iterable[Reason]) -> tuple[int, int]:
    """Most that speaks for it, what is asked for first. Negative, to be sorted by."""
    found = [each for each in told if each.weighs is Weighs.FOR]
    return -sum(each.asked for each in found), -len(found)


def _rank(desk: DeskFacts, wanted: Wanted) -> tuple[object, ...]:
    """Not asked before; least that speaks against it; near before far, but for somebody in danger; staffed; then the
    most that is known to speak for it. The key decides the rest."""
    told = points(desk, wanted)
    far = not wanted.guarded and not same_region(desk.region, wanted.region)
    return (bool(desk.asked), against(told), far, not desk.staffed, speaks_for(told), desk.key)


def _offer(desk: DeskFacts, wanted: Wanted) -> Offer:
    before = {"sent": Reason(WAITING, Weighs.OPEN), "declined": Reason(DECLINED_BEFORE, Weighs.AGAINST)}.get(desk.asked)
    unstaffed = None if desk.staffed else Reason(UNSTAFFED, Weighs.OPEN)
    beside = tuple(each for each in (before, unstaffed) if each)
    return Offer(desk.key, (*points(desk, wanted), *beside), may_ask=desk.asked != "sent")
