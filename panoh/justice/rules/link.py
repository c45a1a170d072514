"""Whether a penalty hangs together with the exploitation, by the models the country's law has: one that fits is enough.

Unknown is not no; for a child it is enough that nothing speaks against it (promise 3).
"""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.non_penalisation import CAUSATION, COMPULSION, LISTED, Model, NonPenalisation

YES, NO, UNKNOWN = "yes", "no", "unknown"
LINKED, OPEN, NOT_SHOWN = "linked", "open", "not_shown"


@dataclass(frozen=True)
class Link:
    """`because`: the models that fit, or those that are still open."""

    outcome: str
    because: tuple[Model, ...]


def link(rule: NonPenalisation, *, compulsion: str, causation: str, offence: str, child: bool) -> Link:
    """`offence`: key of the article the penalty names; empty where none is known."""
    told = {COMPULSION: compulsion, CAUSATION: causation, LISTED: _on_list(rule, offence)}
    fits = tuple(model for model in rule.weighed if told[model.key] == YES)
    still_open = tuple(model for model in rule.weighed if told[model.key] == UNKNOWN)
    if fits:
        return Link(LINKED, fits)
    if still_open:
        return Link(LINKED if child else OPEN, still_open)
    return Link(NOT_SHOWN, ())


def _on_list(rule: NonPenalisation, offence: str) -> str:
    if not offence:
        return UNKNOWN
    return YES if rule.lists(offence) else NO


RELIEFS: dict[str, tuple[str, ...]] = {
    "fine": ("stay", "annulment", "refund", "expungement"),
    "detention": ("release", "annulment", "expungement"),
    "charge": ("stay", "discontinuance", "expungement"),
    "conviction": ("stay", "annulment", "refund", "release", "expungement"),
    "removal": ("stay", "annulment"),
}
"""What can be asked for against which penalty."""
