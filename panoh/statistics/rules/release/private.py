"""The private release: singles, pairs and triples looked at in turn under one budget, then tables
and records that agree with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.release.chains import Counted, Crowd
from panoh.statistics.rules.release.combinations import Ints, Records
from panoh.statistics.rules.release.looking import Looking
from panoh.statistics.rules.release.measuring import Noisy
from panoh.statistics.rules.release.printing import Printed, renamed
from panoh.statistics.rules.release.records import invented
from panoh.statistics.rules.release.tables import tables_of

_CROWD, _SWEEPS, _KEPT_SWEEPS = 20_000, 16, 6


@dataclass(frozen=True)
class PrivateRelease:
    persons: int
    tables: dict[int, Printed]
    records: Records


def private_release(
    records: Records, columns: Sequence[Ints], rho: float, noisy: Noisy, chance: np.random.Generator
) -> PrivateRelease:
    """`chance` draws the invented records; it makes no noise and needs to be no secret."""
    looking, crowd = looked_through(records, columns, rho, noisy, chance)
    tables = tables_of(looking, crowd)
    names, of = looking.names, records.of
    found = invented(crowd, tables, looking.persons)
    back = np.append(names, of)
    whole = {size: renamed(table, names, of) for size, table in tables.items()}
    return PrivateRelease(looking.persons, whole, Records(of, back[found.values], found.times))


def looked_through(
    records: Records, columns: Sequence[Ints], rho: float, noisy: Noisy, chance: np.random.Generator
) -> tuple[Looking, Records]:
    """All that is asked of the records, and the invented crowd. What comes after is free."""
    looking = Looking(records, columns, rho, noisy)
    looking.at_persons()
    looking.at_singles()
    looking.at_pairs()
    crowd = _crowd(looking, chance)
    looking.at_triples(crowd)
    return looking, crowd


def _crowd(looking: Looking, chance: np.random.Generator) -> Records:
    if not len(looking.looked[2].possible):
        return Records(looking.of, np.zeros((0, len(looking.columns)), np.int64), np.zeros(0, np.int64))
    like = Counted(float(looking.persons), looking.known.singles, looking.known.pairs)
    crowd = Crowd(like, looking.columns, _CROWD, chance)
    values = np.concatenate([each.copy() for each in crowd.sweeps(_SWEEPS)][-_KEPT_SWEEPS:])
    return Records.sorted_by_length(values, np.ones(len(values), np.int64), looking.of)
