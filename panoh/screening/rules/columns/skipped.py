"""Which questions make no sense for whom: `rules.applies` for everybody at once. Skipped is unknown, never no."""

from __future__ import annotations

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.rules.columns.given import Given
from panoh.screening.rules.columns.planes import Plane, nobody
from panoh.screening.rules.columns.standing import holds


def still_to_ask(instrument: ScreeningInstrument, given: Given) -> dict[str, Plane]:
    """By indicator, for whom it has no answer and makes sense to ask."""
    out = _skipped(instrument, given)
    unknown = {item.id: given.unknown(item.id) for item in instrument.items}
    return {id_: plane & ~out[id_] if id_ in out else plane for id_, plane in unknown.items()}


def _skipped(instrument: ScreeningInstrument, given: Given) -> dict[str, Plane]:
    """Whose `ask_if` can no longer hold. Once around for each such question: one that is skipped may skip the next."""
    conditions = {item.id: item.ask_if for item in instrument.items if item.ask_if is not None}
    if not conditions:
        return {}
    asked = (*(fact.id for fact in instrument.facts), *(item.id for item in instrument.items))
    possible = {id_: given.not_no(id_) for id_ in asked}
    out = {id_: nobody(given.people) for id_ in conditions}
    for _ in conditions:
        for id_, condition in conditions.items():
            out[id_] = out[id_] | ~holds(condition, possible, given.people)
            possible[id_] = possible[id_] & (given.yes(id_) | ~out[id_])
    return out
