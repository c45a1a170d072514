"""Which desks are offered for a need, in which order, and why each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from panoh.instruments.kinds.source import Words

NEAR = Words("Works in the same region.", "Работает в том же регионе.", "Дар ҳамон минтақа кор мекунад.")
ABROAD = Words("Works abroad.", "Работает за границей.", "Дар хориҷа кор мекунад.")
ELSEWHERE = Words(
    "Works in another region; the person may have to travel.",
    "Работает в другом регионе; возможно, придётся ехать.",
    "Дар минтақаи дигар кор мекунад; шояд сафар лозим шавад.",
)
WAITING = Words(
    "Has been asked and has not answered yet.", "Уже спросили, ответа пока нет.", "Пурсида шуд, ҳанӯз ҷавоб нест."
)
DECLINED_BEFORE = Words(
    "Declined this need before; ask again if something has changed.",
    "Раньше отказал в этой потребности; спросите снова, если что-то изменилось.",
    "Пештар ин ниёзро рад карда буд; агар чизе тағйир ёфта бошад, аз нав пурсед.",
)

UNSTAFFED = Words(
    "Nobody at this desk signs in to Panoh yet; call them as well.",
    "В этом отделе пока никто не входит в Panoh; позвоните тоже.",
    "Дар ин шуъба ҳанӯз касе ба Panoh намедарояд; занг ҳам занед.",
)


@dataclass(frozen=True)
class DeskFacts:
    """A desk that gives the service and has someone to answer. `asked`: sent, declined or nothing for this need."""

    key: str
    region: str
    asked: str = ""
    staffed: bool = True


@dataclass(frozen=True)
class Offer:
    """One desk to ask. `may_ask` is False only while the same question to it waits for an answer."""

    key: str
    reasons: tuple[Words, ...]
    may_ask: bool


def offers(desks: Iterable[DeskFacts], *, region: str) -> tuple[Offer, ...]:
    """Every desk that can be asked, the likeliest first: not declined before, then near, then far. None is left out."""
    return tuple(_offer(desk, region) for desk in sorted(desks, key=lambda desk: _rank(desk, region)))


def same_region(one: str, other: str) -> bool:
    """Whether two places (TJ-DU, or a district of it TJ-DU-01) lie in the same region."""
    return bool(one) and bool(other) and one.split("-")[:2] == other.split("-")[:2]


def _rank(desk: DeskFacts, region: str) -> tuple[bool, bool, bool, str]:
    return bool(desk.asked), not same_region(desk.region, region), not desk.staffed, desk.key


def _offer(desk: DeskFacts, region: str) -> Offer:
    asked = {"sent": (WAITING,), "declined": (DECLINED_BEFORE,)}.get(desk.asked, ())
    unstaffed = () if desk.staffed else (UNSTAFFED,)
    return Offer(desk.key, (_where(desk, region), *asked, *unstaffed), may_ask=desk.asked != "sent")


def _where(desk: DeskFacts, region: str) -> Words:
    if not desk.region:
        return ABROAD
    return NEAR if same_region(desk.region, region) else ELSEWHERE
