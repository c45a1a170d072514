"""How one bed fits what a person needs, point by point, as desks are held against a need (decision 0022)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from panoh.instruments.kinds.source import Words
from panoh.referral.rules.fit import Reason, Wanted, Weighs, for_long, steps
from panoh.referral.rules.offers import against, speaks_for

FAMILY = "family"
TOGETHER = Words(
    "A room for a family: the children stay with the person.",
    "Комната для семьи: дети остаются с человеком.",
    "Хонаи оилавӣ: кӯдакон бо шахс мемонанд.",
)
NOT_TOGETHER = Words(
    "No room for a family: ask where the children sleep.",
    "Комната не семейная: спросите, где будут спать дети.",
    "Хона оилавӣ нест: пурсед, ки кӯдакон дар куҷо мехобанд.",
)
SPARE_STEP_FREE = Words(
    "It has no steps: keep it for whoever cannot take them, if another place is as good.",
    "Без ступенек: оставьте для того, кому они не под силу, если другое место не хуже.",
    "Бе зина аст: агар ҷойи дигар ҳам хуб бошад, барои касе нигоҳ доред, ки аз зина баромада наметавонад.",
)


@dataclass(frozen=True)
class Bed:
    """What a bed is. Whether sex, age and family suit is asked first, in `rules.places`."""

    kind: str
    step_free: bool
    long_term: bool


def bed_points(bed: Bed, wanted: Wanted) -> tuple[Reason, ...]:
    """Every point that can be told, in one order for all beds."""
    return tuple(reason for point in POINTS if (reason := point(bed, wanted)))


def best_first(told: tuple[Reason, ...]) -> tuple[object, ...]:
    """The order of beds that suit, the same as that of desks."""
    return (against(told), speaks_for(told))


def meets(told: tuple[Reason, ...]) -> bool:
    """Nothing that the person cannot do without speaks against it."""
    asked, _any = against(told)
    return not asked


def _together(bed: Bed, wanted: Wanted) -> Reason | None:
    if not wanted.with_children:
        return None
    return Reason(TOGETHER, Weighs.FOR, asked=True) if bed.kind == FAMILY else Reason(NOT_TOGETHER, Weighs.OPEN)


def _spared(bed: Bed, wanted: Wanted) -> Reason | None:
    return Reason(SPARE_STEP_FREE, Weighs.AGAINST) if bed.step_free and not wanted.step_free else None


POINTS: tuple[Callable[[Bed, Wanted], Reason | None], ...] = (steps, for_long, _together, _spared)
