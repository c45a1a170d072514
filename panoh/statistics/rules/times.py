"""How long people wait: the middle one, and the one in ten who waits longest. Of fewer than ten nothing is said: it would tell
about each of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from operator import itemgetter
from statistics import median

from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.clocks import DAY
from panoh.statistics.rules.figures import UNKNOWN, Figure
from panoh.statistics.rules.values import SMALL, Number, Value, counted, people
from panoh.statistics.rules.wording import DIMENSIONS, Shown, shown


@dataclass(frozen=True)
class Wait:
    """From what to what, and in words. It is counted in the period in which it ended."""

    key: str
    name: Words
    counts: Words


WAITS: tuple[Wait, ...] = (
    Wait(
        "to_screening",
        Words("To a finished interview", "До законченного опроса", "То пурсиши тамомшуда"),
        Words(
            "From the first signal, or where there was none from the opening of the case, to its first finished screening.",
            "От первого сигнала, а без него от открытия дела, до первого законченного опроса.",
            "Аз аввалин хабар, ва агар набошад аз кушодани парванда, то аввалин пурсиши тамомшуда.",
        ),
    ),
    Wait(
        "to_decision",
        Words("To a formal decision", "До окончательного решения", "То қарори расмӣ"),
        Words(
            "From the same beginning to the first formal decision that took effect.",
            "От того же начала до первого вступившего в силу окончательного решения.",
            "Аз ҳамон оғоз то аввалин қарори расмии эътиборёфта.",
        ),
    ),
    Wait(
        "to_shelter",
        Words("To a place in a shelter", "До места в приюте", "То ҷой дар паноҳгоҳ"),
        Words(
            "From the same beginning to the first night in a shelter.",
            "От того же начала до первой ночи в приюте.",
            "Аз ҳамон оғоз то шаби аввал дар паноҳгоҳ.",
        ),
    ),
)


@dataclass(frozen=True)
class TimeFigure:
    """`median` and `nine_in_ten` in days, to one decimal; None on fewer than ten persons. `before_start`: waits that ended
    before they began, which is a mistake in the records and stands on the page of checks."""

    wait: Wait
    persons: Value
    median: float | None
    nine_in_ten: float | None
    before_start: int

    @property
    def shown(self) -> tuple[Shown, ...]:
        return (shown(self.persons),)


@dataclass(frozen=True)
class Known:
    """Of how many persons of a figure one property is known. `percent` only on ten or more."""

    name: Words
    dimension: str
    known: Value
    of: Value
    percent: int | None

    @property
    def known_of(self) -> str:
        """As in 45 / 60: a count of the known beside all."""
        return f"{people(self.known)} / {people(self.of)}"


def time_figure(wait: Wait, spans: Iterable[tuple[Hashable, datetime, datetime]]) -> TimeFigure:
    """`spans`: who waited, since when, and until when. Whoever waited more than once counts once, with what ended first: ten
    waits of five persons would tell about each of them."""
    lasted, before_start = dict[Hashable, float](), 0
    for person, start, end in sorted(spans, key=itemgetter(2, 1)):
        if end < start:
            before_start += 1
        else:
            lasted.setdefault(person, (end - start).total_seconds() / DAY)
    forward = sorted(lasted.values())
    enough = len(forward) >= SMALL
    return TimeFigure(
        wait=wait,
        persons=counted(len(forward)),
        median=round(median(forward), 1) if enough else None,
        nine_in_ten=round(forward[ceil(0.9 * len(forward)) - 1], 1) if enough else None,
        before_start=before_start,
    )


def coverage(figure: Figure) -> tuple[Known, ...]:
    """What is known of the persons a figure counts, property by property."""
    if not isinstance(figure.value, Number):
        return ()
    return tuple(_known(figure, figure.value.count, each.dimension) for each in figure.breakdowns)


def _known(figure: Figure, persons: int, dimension: str) -> Known:
    breakdown = figure.breakdown(dimension)
    unknown = breakdown.value(UNKNOWN) if breakdown else None
    known = persons - (unknown.count if isinstance(unknown, Number) else 0)
    percent = (200 * known + persons) // (2 * persons) if persons >= SMALL else None
    return Known(DIMENSIONS[dimension], dimension, counted(known), figure.value, percent)
