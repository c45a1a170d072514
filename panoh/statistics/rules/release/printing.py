"""Which private counts are printed: where printing is expected to err less than saying nothing would."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from panoh.statistics.rules.release.belief import Belief
from panoh.statistics.rules.release.combinations import Cells, Floats, Ints
from panoh.statistics.rules.values import SMALL

LEAST = SMALL
"""Of combinations with fewer persons nothing needs to be said."""
_USUAL_ERROR = 0.3
_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True)
class Printed:
    """Private counts of the combinations of one size that are printed."""

    cells: Cells
    count: Ints
    error: Floats
    """Expected proportional error of each."""


def printed(cells: Cells, belief: Belief, also: Ints = _NONE) -> Printed:
    """Silence errs by 1 where there are enough persons and not at all elsewhere; where there are few, a number that is
    printed is one more to be judged, against the usual error. `also`: keys that are printed in any case."""
    shown = belief.error - _USUAL_ERROR * (1 - belief.enough) < belief.enough
    shown |= np.isin(cells.keys, also)
    count = np.maximum(np.rint(belief.estimate[shown]), 1).astype(np.int64)
    return Printed(Cells(cells.size, cells.of, cells.keys[shown]), count, belief.error[shown])


def renamed(table: Printed, names: Ints, of: int) -> Printed:
    """The same with the numbers the values had at first; their order stays."""
    keys = np.zeros(len(table.cells), np.int64)
    for values in table.cells.values():
        keys = keys * of + names[values]
    return Printed(Cells(table.cells.size, of, keys), table.count, table.error)
