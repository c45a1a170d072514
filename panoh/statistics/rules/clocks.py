"""Clocks kept and missed: how many ran, how many were met in time, how many were not, and how long the middle one took.

A clock counts as missed from the moment it ran out, whether its work was done later or not; nothing makes up for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from panoh.statistics.rules.values import SMALL, Value, counted
from panoh.statistics.rules.wording import Shown, shown

DAY = 86_400


@dataclass(frozen=True)
class Run:
    """One run of one clock in one case, without the case."""

    clock: str
    agency: str
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None


@dataclass
class Tally:
    """Runs that look the same: of one clock, or of one clock at one agency."""

    kept: int = 0
    missed: int = 0
    running: int = 0
    days: list[float] = field(default_factory=list)

    def add(self, run: Run, *, now: datetime) -> None:
        ended = run.stopped_at or now
        if ended > run.due_at:
            self.missed += 1
        elif run.stopped_at:
            self.kept += 1
        else:
            self.running += 1
        if run.stopped_at:
            self.days.append((run.stopped_at - run.started_at).total_seconds() / DAY)


@dataclass(frozen=True)
class ClockRow:
    """What is shown of one clock, or of one agency under it. `median_days` only where ten or more ended: the time of a few
    would tell about each of them. `share_kept`, in whole per cent, of those kept or missed, likewise."""

    key: str
    kept: Value
    missed: Value
    running: Value
    median_days: float | None
    share_kept: int | None

    @property
    def shown(self) -> tuple[Shown, ...]:
        return tuple(shown(value) for value in (self.kept, self.missed, self.running))


@dataclass(frozen=True)
class ClockFigure:
    """One clock of the procedure, and the same by the agency that answers for the case."""

    row: ClockRow
    by_agency: tuple[ClockRow, ...]


def clock_figures(runs: Iterable[Run], keys: Iterable[str], *, now: datetime) -> tuple[ClockFigure, ...]:
    """In the order of the procedure; a clock that never ran is there too, with nobody counted."""
    whole: dict[str, Tally] = {}
    parts: dict[str, dict[str, Tally]] = {}
    for run in runs:
        whole.setdefault(run.clock, Tally()).add(run, now=now)
        parts.setdefault(run.clock, {}).setdefault(run.agency, Tally()).add(run, now=now)
    return tuple(
        ClockFigure(
            _row(key, whole.get(key, Tally())),
            tuple(_row(agency, tally) for agency, tally in sorted(parts.get(key, {}).items())),
        )
        for key in keys
    )


def _row(key: str, tally: Tally) -> ClockRow:
    judged = tally.kept + tally.missed
    return ClockRow(
        key=key,
        kept=counted(tally.kept),
        missed=counted(tally.missed),
        running=counted(tally.running),
        median_days=round(median(tally.days), 1) if len(tally.days) >= SMALL else None,
        share_kept=round(100 * tally.kept / judged) if judged >= SMALL else None,
    )
