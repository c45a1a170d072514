"""The tables of a private release: each count told by its own noisy looks and by all other counts, and only then printed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from panoh.statistics.rules.release.belief import Belief, Looked, Measured
from panoh.statistics.rules.release.combinations import SIZES, Cells, Floats, Ints, Records, held
from panoh.statistics.rules.release.looking import Looking
from panoh.statistics.rules.release.printing import Printed, printed
from panoh.statistics.rules.release.together import together

_TRUST = 0.3  # how many met in the crowd weigh as much as what was expected before


def tables_of(looking: Looking, crowd: Records) -> dict[int, Printed]:
    """Everything here is told by noisy counts; the records are not asked again."""
    looked = _agreed(looking, crowd) if crowd.persons else looking.looked
    belief = {size: looking.believed(each) if len(each.cells) else Belief.empty() for size, each in looked.items()}
    triples = printed(looked[3].cells, belief[3])
    return {
        1: printed(looked[1].cells, belief[1], also=looked[1].cells.keys),
        2: printed(looked[2].cells, belief[2], also=_pairs_of(triples.cells)),
        3: triples,
    }


def _agreed(looking: Looking, crowd: Records) -> dict[int, Looked]:
    """What was looked at, with the persons expected by all other counts."""
    every = [looking.looked[size] for size in SIZES]
    theirs = held(crowd, *(Cells(each.cells.size, crowd.of, each.cells.keys[each.possible]) for each in every))
    seen = [each.seen.at(each.possible) for each in every]
    all_seen = Measured(np.concatenate([s.count for s in seen]), np.concatenate([s.deviation for s in seen]))
    apart = together(theirs, all_seen, float(looking.persons)).apart
    met = theirs.per_cell(np.ones(theirs.records))
    ends = np.cumsum([len(each.possible) for each in every])[:-1]
    parts = zip(every, np.split(apart, ends), np.split(met, ends), strict=True)
    return {each.cells.size: _expecting(each, others, often_met) for each, others, often_met in parts}


def _expecting(looked: Looked, apart: Floats, met: Floats) -> Looked:
    """Of a combination that the crowd never has it tells nothing."""
    expected = looked.expected.copy()
    expected[looked.possible] = (apart * met + expected[looked.possible] * _TRUST) / (met + _TRUST)
    return replace(looked, expected=np.minimum(expected, looked.most))


def _pairs_of(triples: Cells) -> Ints:
    one, two, three = triples.values()
    of = triples.of
    return np.unique(np.concatenate([one * of + two, one * of + three, two * of + three]))
