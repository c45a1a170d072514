"""Which questions make sense after what was answered. A question that is skipped was not asked: unknown, never no."""

from __future__ import annotations

from collections.abc import Mapping

from panoh.instruments.kinds.screening import Item, ScreeningInstrument
from panoh.screening.rules.answers import Answer


def skipped(instrument: ScreeningInstrument, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The items whose `ask_if` can no longer hold. Unknown keeps a question asked; an answer once given counts on."""
    conditional = [item for item in instrument.items if item.ask_if is not None]
    if not conditional:
        return frozenset()
    asked = (*(fact.id for fact in instrument.facts), *(item.id for item in instrument.items))
    possible = {id_ for id_ in asked if answers.get(id_) is not Answer.NO}
    out: set[str] = set()
    while more := {item.id for item in conditional if item.id not in out and not _may_hold(item, possible)}:
        out |= more
        possible -= {id_ for id_ in more if answers.get(id_) is not Answer.YES}
    return frozenset(id_ for id_ in out if answers.get(id_) is not Answer.YES)


def still_to_ask(instrument: ScreeningInstrument, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The indicators without an answer that make sense to ask."""
    known = {id_ for id_, answer in answers.items() if answer is not Answer.UNKNOWN}
    return frozenset(item.id for item in instrument.items) - known - skipped(instrument, answers)


def _may_hold(item: Item, possible: set[str]) -> bool:
    return item.ask_if is None or item.ask_if.holds(possible)
