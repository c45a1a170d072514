"""Scoring a list where no records are kept: each row's place in the queue and why, by number and without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from panoh.exchange.manifest import Fault, Line, Manifest
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import Asks, triage

HEADINGS = ("row", "urgency", "outcome", "instrument", "reasons")
EVERY = 10_000
FAULTS_KEPT = 50


@dataclass
class Tally:
    """What has been read so far. Only the first faults are kept in words: a list may have a million."""

    read: int = 0
    bad: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    more_faults: int = 0


def scored(
    manifest: Manifest,
    instruments: Sequence[ScreeningInstrument],
    tally: Tally,
    *,
    on: date,
    to_mend: Callable[[Line], object] = lambda line: None,
    progress: Callable[[int], object] = lambda read: None,
) -> Iterator[tuple[object, ...]]:
    """One output row per person. `to_mend` is given each line that cannot be taken, `progress` how many were read."""
    asks = Asks.all_of(instruments)
    for line, person in taken(manifest, tally, to_mend=to_mend, progress=progress):
        found = triage(person, asks, on=on)
        tally.outcomes[found.outcome] += bool(found.outcome)
        tally.reasons.update(found.because)
        yield line.number, found.urgency, found.outcome, found.instrument, " ".join(found.because)


def taken(
    manifest: Manifest,
    tally: Tally,
    *,
    to_mend: Callable[[Line], object] = lambda line: None,
    progress: Callable[[int], object] = lambda read: None,
) -> Iterator[tuple[Line, RosterRow]]:
    """The lines that can be taken, each with its person; the faults of all are counted."""
    for line in manifest.lines:
        tally.read += 1
        if not tally.read % EVERY:
            progress(tally.read)
        _count_faults(line, tally)
        if line.person is None:
            to_mend(line)
        else:
            yield line, line.person


def _count_faults(line: Line, tally: Tally) -> None:
    tally.bad += line.person is None
    kept = line.faults[: max(0, FAULTS_KEPT - len(tally.faults))]
    tally.faults.extend(kept)
    tally.more_faults += len(line.faults) - len(kept)
