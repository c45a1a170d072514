"""A service the mechanism can give: what it is, by which standard, for whom; and how long a desk may take to answer."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.procedure import Unit
from panoh.instruments.kinds.source import Citation, Words

ASKED = ("serves", "language", "place", "near")
"""What a standard can ask of a desk: that it serves such a person, speaks their language, has a place, is near."""


@dataclass(frozen=True)
class ServiceGroup:
    """Services spoken of together. Groups stand in the order in which a person is asked."""

    key: str
    name: Words


@dataclass(frozen=True)
class Service:
    """`for_children` is True where only a child receives it. No service ever depends on status or testimony.

    `asks`: what the standard asks of a desk, of `ASKED`; such a point weighs more when desks are put in order.
    `unasked`: given to whoever wishes it, and never asked about.
    """

    key: str
    name: Words
    meaning: Words
    standard: Words
    urgent: bool
    for_children: bool
    sources: tuple[Citation, ...]
    asks: tuple[str, ...] = ()
    group: str = ""
    unasked: bool = False


@dataclass(frozen=True)
class SharingPeriod:
    """How long what is shown for this purpose stays shown, where the person does not say less."""

    purpose: str
    amount: int
    unit: Unit
    sources: tuple[Citation, ...]
    counts: str = "after"


@dataclass(frozen=True)
class ReportPeriod:
    """How long after its yes a desk says what came of it."""

    amount: int
    unit: Unit
    counts: str = "after"


@dataclass(frozen=True)
class AnswerPeriod:
    """How long a desk may take to answer when a need is this urgent. Counted by `registry.rules.clocks.due`.

    `escalates_to`: the role of the procedure that a silence goes to.
    """

    urgency: str
    amount: int
    unit: Unit
    report: ReportPeriod
    escalates_to: str
    sources: tuple[Citation, ...]
    counts: str = "after"
