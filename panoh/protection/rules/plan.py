"""When a support plan is looked at again: first after one period, later after a longer one, sooner when that is agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from panoh.instruments.kinds.source import Words

FIRST, LATER = "plan_review", "plan_review_later"
"""Clocks of the country's procedure, which hold the periods."""

NOT_AHEAD = Words(
    "The day of the next review has passed already.",
    "День следующего пересмотра уже прошёл.",
    "Рӯзи бозбинии навбатӣ аллакай гузаштааст.",
)
TOO_FAR = Words(
    "The next review would come later than the procedure allows.",
    "Следующий пересмотр был бы позже, чем допускает процедура.",
    "Бозбинии навбатӣ аз муҳлати тартибот дертар мешуд.",
)
CHOOSE = Words(
    "Choose a day from tomorrow until {latest}; sooner is always possible.",
    "Выберите день с завтрашнего по {latest}; раньше можно всегда.",
    "Рӯзеро аз фардо то {latest} интихоб кунед; барвақттар ҳамеша мумкин аст.",
)


@dataclass(frozen=True)
class NoSuchDay:
    """The day wished for the next review cannot be taken."""

    reason: Words
    way_forward: Words


def period(reviews_held: int) -> str:
    """The clock by which the next review is due, after so many were held."""
    return LATER if reviews_held else FIRST


def next_review(*, wished: date | None, latest: date, on: date) -> date | NoSuchDay:
    """The day the person and the officer agreed on, or the last one the procedure allows."""
    if wished is None:
        return latest
    if wished <= on:
        return NoSuchDay(NOT_AHEAD, CHOOSE.fill(latest=f"{latest:%d.%m.%Y}"))
    if wished > latest:
        return NoSuchDay(TOO_FAR, CHOOSE.fill(latest=f"{latest:%d.%m.%Y}"))
    return wished


def agreed_as_it_stands(*, agreed: bool, goals_since: int) -> bool:
    """A yes counts for the plan the person saw: a goal added later has to be gone through with them again."""
    return agreed and not goals_since
