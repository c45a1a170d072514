"""Until when a residence permit can go on, when its end is near, and what a permit has to be before it is given.

The day comes from criminal proceedings, of which nothing is told but that day. Nothing here says who is helped.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from panoh.instruments.kinds.source import Words
from panoh.justice.rules.stages import Fault


@dataclass(frozen=True)
class Proceedings:
    """Those somebody is linked to: whether one still runs, and when the last of the others ended."""

    running: bool
    ended_on: date | None


def goes_on_until(proceedings: Proceedings | None, *, months: int, today: date) -> date | None:
    """The last day of an extension; None where no proceedings are known. While they run they end today at the earliest, so
    that much is sure; a permit is extended again when it comes near its end."""
    if proceedings is None:
        return None
    ended = today if proceedings.running else proceedings.ended_on
    return months_later(ended, months) if ended else None


def months_later(day: date, months: int) -> date:
    """The same day of the month, or its last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def alarm(until: date, *, today: date, alarms: Sequence[int]) -> int | None:
    """The nearest of the alarms that has been reached: 60, 30 or 7 days before, by the country's file; 0 once it is over;
    None while the end is far."""
    left = (until - today).days
    if left < 0:
        return 0
    return min((each for each in alarms if left <= each), default=None)


NEVER_BEGINS = Fault(
    Words(
        "A permit ends on the day it begins, or later.",
        "Разрешение заканчивается в день начала или позже.",
        "Иҷозатнома дар рӯзи оғозаш ё дертар ба охир мерасад.",
    ),
    Words(
        "Correct one of the two days.",
        "Исправьте один из двух дней.",
        "Яке аз ду рӯзро ислоҳ кунед.",
    ),
)
OVER_ALREADY = Fault(
    Words(
        "This permit would be over before it is given.",
        "Это разрешение закончилось бы до того, как его выдали.",
        "Ин иҷозатнома пеш аз додан ба охир мерасид.",
    ),
    Words(
        "Write the last day on which the person may stay.",
        "Укажите последний день, когда человек может оставаться.",
        "Рӯзи охиринеро нависед, ки шахс монда метавонад.",
    ),
)
HAS_AN_END = Fault(
    Words(
        "A temporary permit has a last day; a permanent one has none.",
        "У временного разрешения есть последний день, у постоянного его нет.",
        "Иҷозати муваққатӣ рӯзи охирин дорад; иҷозати доимӣ надорад.",
    ),
    Words(
        "Fill in the day until which it is valid, or choose a permanent permit.",
        "Укажите, до какого дня оно действует, или выберите постоянное.",
        "Рӯзи эътибори онро нависед ё иҷозати доимиро интихоб кунед.",
    ),
)
NO_PROCEEDINGS = Fault(
    Words(
        "No last day follows from criminal proceedings for this permit.",
        "Для этого разрешения из уголовного процесса последний день не следует.",
        "Барои ин иҷозатнома аз парвандаи ҷиноятӣ рӯзи охирин барнамеояд.",
    ),
    Words(
        "Ask for a permit because of the person’s situation: it needs no proceedings. All help goes on meanwhile.",
        "Попросите разрешение из-за положения человека: для него процесс не нужен. Вся помощь тем временем продолжается.",
        "Бо сабаби вазъи шахс иҷозат пурсед: барои он парванда лозим нест. Дар ин миён ҳама кӯмак идома меёбад.",
    ),
)
AS_FAR_AS_IT_GOES = Fault(
    Words(
        "This permit lasts until the last day that follows from the proceedings already.",
        "Это разрешение уже действует до последнего дня, который следует из процесса.",
        "Ин иҷозатнома аллакай то рӯзи охирине, ки аз парванда бармеояд, эътибор дорад.",
    ),
    NO_PROCEEDINGS.way_forward,
)
IN_A_CHILDS_INTEREST = Fault(
    Words(
        "A child is refused only where an assessment of the child’s best interests stands that speaks against it.",
        "Ребёнку отказывают, только если действует оценка его интересов, которая против.",
        "Ба кӯдак танҳо он гоҳ рад мекунанд, ки арзёбии манфиати ӯ бар зидди он эътибор дошта бошад.",
    ),
    Words(
        "Ask whoever stands by the child to assess it, or give the permit: that waits for nothing.",
        "Попросите оценку у того, кто рядом с ребёнком, или выдайте разрешение: оно ничего не ждёт.",
        "Аз касе, ки бо кӯдак аст, арзёбӣ пурсед ё иҷозат диҳед: он ба чизе мунтазир намешавад.",
    ),
)


def may_be_given(*, permanent: bool, from_on: date, until_on: date | None, today: date) -> Fault | None:
    """What is wrong with the days of a permit."""
    if permanent is not (until_on is None):
        return HAS_AN_END
    if until_on is None:
        return None
    if until_on < from_on:
        return NEVER_BEGINS
    return OVER_ALREADY if until_on < today else None


def may_go_on(until: date | None, *, permit_until: date | None) -> Fault | None:
    """`until`: the computed last day of the extension. A permanent permit needs none."""
    if until is None:
        return NO_PROCEEDINGS
    return AS_FAR_AS_IT_GOES if permit_until is None or until <= permit_until else None


def may_be_refused(*, child: bool, spoken_against: bool) -> Fault | None:
    """`spoken_against`: an assessment that stands found that it is not in the child's best interests."""
    return IN_A_CHILDS_INTEREST if child and not spoken_against else None
