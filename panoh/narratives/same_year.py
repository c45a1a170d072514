"""Dates what courts gave by the convictions told before: "In 2016, courts convicted 12. Sentences ranged from ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.context import Context
from panoh.narratives.drafts import Draft
from panoh.narratives.mentions import COMPARISON, HEAD
from panoh.narratives.sentence import Sentence

_GIVEN = frozenset({"sentence_term", "sentenced_imprisonment"})
_TOTALS = frozenset({"convictions", "prosecutions", "investigations"})


def dated_as_told(sentence: Sentence, drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, where what courts gave has the year of the court's last totals and the sentence names none."""
    year = context.court_year
    dates = any(_dates(sentence, k) for k in range(len(sentence.items)))
    if year is not None and not dates:
        found = [replace(d, period=str(year), years=(year,)) if _open(d) else d for d in drafts]
    else:
        found = list(drafts)
    totals = [d for d in drafts if d.measure in _TOTALS and d.link == HEAD and not d.again and d.value]
    given = [d for d in drafts if d.measure in _GIVEN and d.link != COMPARISON and d.years]
    if totals or given:
        context.court_year = _year_of([*totals, *given])
    return found


def _year_of(drafts: Sequence[Draft]) -> int | None:
    """The one calendar year they all are of."""
    years = {draft.years for draft in drafts}
    dated = all(draft.period.isdigit() and len(draft.years) == 1 for draft in drafts)
    return drafts[0].years[0] if dated and len(years) == 1 else None


def _open(draft: Draft) -> bool:
    return draft.measure in _GIVEN and draft.value is not None and not draft.years and draft.link != COMPARISON


def _dates(sentence: Sentence, k: int) -> bool:
    """A period that dates the sentence; that of a comparison, "compared to 12 years in 2015", does not."""
    if sentence.items[k].period is None:
        return False
    before = sentence.items[:k]
    return not any(item.cue("compare") and item.depth <= sentence.items[k].depth for item in before)
