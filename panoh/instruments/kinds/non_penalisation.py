"""When a penalty on a victim hangs together with the exploitation: the legal models, typical offences, and how soon to look."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from panoh.instruments.kinds.procedure import Unit
from panoh.instruments.kinds.source import Citation, Words, citations
from panoh.instruments.reader import TextError

COMPULSION, CAUSATION, LISTED = "compulsion", "causation", "listed"


@dataclass(frozen=True)
class Model:
    """One way laws say it. `asks` is empty where the offence alone decides."""

    key: str
    asks: Words
    meaning: Words
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class AlertClock:
    """By when the link of a kind of penalty is assessed."""

    kind: str
    amount: int
    unit: Unit
    sources: tuple[Citation, ...]
    counts: str = "after"


@dataclass(frozen=True)
class Listed:
    """An offence that is typical for victims."""

    offence: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class NonPenalisation:
    """`applied`: keys of the models the country's law has. Empty where the law was not seen: then each is weighed."""

    rule: Words
    rule_sources: tuple[Citation, ...]
    applied: tuple[str, ...]
    models: tuple[Model, ...]
    listed: tuple[Listed, ...]
    clocks: tuple[AlertClock, ...]

    @property
    def weighed(self) -> tuple[Model, ...]:
        return tuple(each for each in self.models if not self.applied or each.key in self.applied)

    def lists(self, offence: str) -> bool:
        return any(each.offence == offence for each in self.listed)

    def clock(self, kind: str) -> AlertClock:
        return next(each for each in self.clocks if each.kind == kind)


def non_penalisation_from(value: dict[str, Any], *, offences: Collection[str], name: str) -> NonPenalisation:
    """Raises TextError for an offence the register does not have."""
    for each in value["listed"]:
        if each["offence"] not in offences:
            raise TextError(
                f"{name}: the register has no offence {each['offence']!r}; write it there or correct the name"
            )
    return NonPenalisation(
        rule=Words.of(value["rule"]["words"]),
        rule_sources=citations(value["rule"]["sources"]),
        applied=tuple(value["applied"]),
        models=tuple(
            Model(each["key"], Words.of(each.get("asks", "")), Words.of(each["meaning"]), citations(each["sources"]))
            for each in value["models"]
        ),
        listed=tuple(Listed(each["offence"], citations(each["sources"])) for each in value["listed"]),
        clocks=tuple(
            AlertClock(each["kind"], each["amount"], Unit(each["unit"]), citations(each["sources"]))
            for each in value["clocks"]
        ),
    )
