"""Reading the headings of a table of answers: English, Russian or Tajik, and every question by its id."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.exchange.bulk.layout import Layout
from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.manifest.column_map import plain
from panoh.exchange.manifest.columns import columns_of
from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.rules.columns import AGE, columns_read

_AGE_HEADINGS = {"age", "age_group", "возраст", "возрастная_группа", "синну_сол"}


def layout_of(
    headings: Sequence[str],
    instrument: ScreeningInstrument,
    known: Sequence[ScreeningInstrument],
    *,
    id_heading: str = "",
) -> Layout:
    """Raises ManifestUnusable or TableUnusable where the headings cannot be those of answers to `instrument`.

    `known`: every instrument there is; a question of another one is left out, one that nobody knows is a mistake.
    """
    fields = columns_of(headings, known, people=False).fields
    named = {field: heading for field, heading in zip(fields, headings, strict=True) if field}
    ages = [heading for heading in headings if plain(heading) in _AGE_HEADINGS]
    if len(ages) > 1:
        raise ManifestUnusable("same_column_twice", columns=", ".join(ages), field=AGE)
    named |= dict(zip([AGE], ages, strict=False))
    taken = {name: named[name] for name in columns_read(instrument) if name in named}
    if not taken.keys() & {item.id for item in instrument.items}:
        raise ManifestUnusable("no_answers", instrument=instrument.id)
    if id_heading and id_heading not in headings:
        raise TableUnusable(f"There is no column {id_heading}. There are: {', '.join(headings)}.")
    return Layout(instrument, taken, tuple(headings), id_heading)
