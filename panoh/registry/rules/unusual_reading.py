"""Which readings of people's names somebody should ask about. A question to an officer, never a finding against them.

Six kinds, each from the numbers of `instruments/registry/unusual_reading.yaml`: many people in a day, many lines of lists in
a day, at night, one person read by many, a namesake, and many people nothing was done for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from panoh.instruments.kinds.reading import ReadingWatch, UnusualKind

OVER_A_PERIOD = frozenset({"much_read", "namesake", "no_work"})


@dataclass(frozen=True)
class Reading:
    """One opening of something about a person: by which officer, when (local time), in which case, and whether the case is of
    the officer's own desk. `case` is the record itself (`roster:…`) where no case came of it, yet."""

    officer: int
    at: datetime
    case: str
    own_desk: bool


@dataclass(frozen=True)
class ListRead:
    """One opening of lines of a list: which rows, or how many people where the line does not say which."""

    officer: int
    at: datetime
    of: str
    people: int
    rows: frozenset[int]


@dataclass(frozen=True, order=True)
class Unusual:
    """Something to ask about. `officer` is 0 and `case` set where it is about who read one person."""

    on: date
    kind: str
    officer: int = 0
    case: str = ""
    count: int = 0
    usual: int = 0

    @property
    def key(self) -> str:
        """How an address names this matter, whatever day it has moved on to; no part of it says who anybody is."""
        day = "-" if self.kind in OVER_A_PERIOD else self.on.isoformat()
        return f"{self.kind}.{day}.{self.officer}.{self.case or '-'}"

    @property
    def matter(self) -> tuple[object, ...]:
        """What it is about, while nobody has looked into it. What is reckoned over a period moves on with each further
        reading and stays one question; a day or a night is one by itself."""
        day = None if self.kind in OVER_A_PERIOD else self.on
        return self.kind, day, self.officer, self.case


def unusual(
    readings: Collection[Reading],
    watch: ReadingWatch,
    *,
    worked: Collection[tuple[int, str]],
    acts: Mapping[int, int],
    namesakes: Collection[tuple[int, str]],
    lists: Collection[ListRead] = (),
) -> tuple[Unusual, ...]:
    """What to ask about, newest first.

    `worked`: (officer, case) in which the officer also did something; `acts`: how much each did in all.
    `namesakes`: (officer, case) of a rare shared name.
    """
    kinds = watch.kinds
    found = [
        *_many(readings, kinds["many"]),
        *_listed(lists, kinds["listed"]),
        *_at_night(readings, kinds["night"]),
        *_much_read(readings, kinds["much_read"]),
        *_namesakes(readings, namesakes),
        *_without_work(readings, kinds["no_work"], worked=frozenset(worked), acts=acts),
    ]
    return tuple(sorted(found, reverse=True))


def _many(readings: Iterable[Reading], kind: UnusualKind) -> Iterator[Unusual]:
    for officer, days in _people_by_day(readings).items():
        yield from _beyond_usual({day: len(people) for day, people in days.items()}, kind, officer)


def _listed(lists: Iterable[ListRead], kind: UnusualKind) -> Iterator[Unusual]:
    """Each line of a list once a day, however often its page was opened."""
    rows: dict[int, dict[date, dict[str, set[int]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for each in lists:
        shown = each.rows or range(-each.people, 0)
        rows[each.officer][each.at.date()][each.of].update(shown)
    for officer, days in rows.items():
        yield from _beyond_usual({day: sum(map(len, of.values())) for day, of in days.items()}, kind, officer)


def _beyond_usual(days: Mapping[date, int], kind: UnusualKind, officer: int) -> Iterator[Unusual]:
    """At least `at_least` people in a day or a night, and so many times the officer's usual other one, where enough others
    say what is usual."""
    for day, people in days.items():
        others = [many for other, many in days.items() if other != day]
        usual = median(others or [0])
        if people >= max(kind.at_least, kind.times_usual * usual if len(others) >= kind.usual_from else 0):
            yield Unusual(day, kind.key, officer, count=people, usual=round(usual))


def _at_night(readings: Iterable[Reading], kind: UnusualKind) -> Iterator[Unusual]:
    """Against the officer's other nights: whoever works nights is not asked. Not against their days, which would let whoever
    reads most in one night hide it by the night itself."""
    nights: dict[int, dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for reading in readings:
        if _is_night(reading.at, kind):
            nights[reading.officer][_evening_of(reading.at, kind)].add(reading.case)
    for officer, evenings in nights.items():
        yield from _beyond_usual({evening: len(people) for evening, people in evenings.items()}, kind, officer)


def _much_read(readings: Iterable[Reading], kind: UnusualKind) -> Iterator[Unusual]:
    readers: dict[str, set[int]] = defaultdict(set)
    last: dict[str, date] = {}
    for reading in readings:
        if ":" in reading.case:  # of no case yet: a line of a roster, which its whole desk opens
            continue
        readers[reading.case].add(reading.officer)
        last[reading.case] = max(last.get(reading.case, date.min), reading.at.date())
    for case, officers in readers.items():
        if len(officers) >= kind.at_least:
            yield Unusual(last[case], "much_read", case=case, count=len(officers))


def _namesakes(readings: Iterable[Reading], namesakes: Collection[tuple[int, str]]) -> Iterator[Unusual]:
    shared = frozenset(namesakes)
    last: dict[tuple[int, str], date] = {}
    for reading in readings:
        if (reading.officer, reading.case) in shared:
            last[reading.officer, reading.case] = reading.at.date()
    for (officer, case), day in last.items():
        yield Unusual(day, "namesake", officer, case, count=1)


def _without_work(
    readings: Iterable[Reading], kind: UnusualKind, *, worked: frozenset[tuple[int, str]], acts: Mapping[int, int]
) -> Iterator[Unusual]:
    """Not whoever does more than they read: acts on a need or a stay do not name the case."""
    idle: dict[int, set[str]] = defaultdict(set)
    last: dict[int, date] = {}
    for reading in readings:
        if not reading.own_desk and (reading.officer, reading.case) not in worked:
            idle[reading.officer].add(reading.case)
            last[reading.officer] = max(last.get(reading.officer, date.min), reading.at.date())
    for officer, cases in idle.items():
        if len(cases) >= max(kind.at_least, acts.get(officer, 0)):
            yield Unusual(last[officer], "no_work", officer, count=len(cases))


def _people_by_day(readings: Iterable[Reading]) -> dict[int, dict[date, set[str]]]:
    found: dict[int, dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for reading in readings:
        found[reading.officer][reading.at.date()].add(reading.case)
    return found


def _is_night(at: datetime, kind: UnusualKind) -> bool:
    return at.hour >= kind.from_hour or at.hour < kind.to_hour


def _evening_of(at: datetime, kind: UnusualKind) -> date:
    """The day on which the night began."""
    return at.date() - timedelta(days=1) if at.hour < kind.to_hour else at.date()
