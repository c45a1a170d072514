"""Whether a dimension is positive: which combination of indicators is met, and how sure its strengths are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from panoh.instruments.kinds.screening import (
    Combination,
    Dimension,
    DimensionRule,
    Item,
    ScreeningInstrument,
    Strength,
    count,
)
from panoh.screening.rules.answers import Answer


@dataclass(frozen=True)
class DimensionResult:
    """One dimension with the indicators answered yes in it."""

    dimension: Dimension
    items: tuple[Item, ...]
    combination: Combination | None
    """The combination that makes it positive, in the order of the text; None when no combination is met."""
    holds_if_lowered: bool
    """Still positive when every strength that was not seen in a source is taken one step down from strong."""

    @property
    def positive(self) -> bool:
        return self.combination is not None

    @property
    def provisional(self) -> bool:
        """Positive, with indicators whose strength was not seen in any source."""
        return self.positive and any(item.strength_provisional for item in self.items)


def assess_dimensions(instrument: ScreeningInstrument, answers: Mapping[str, Answer]) -> tuple[DimensionResult, ...]:
    """Every dimension of the instrument, each on its own. Only yes counts."""
    yes = [item for item in instrument.items if answers.get(item.id) is Answer.YES]
    return tuple(
        _assess(instrument.rule, each, tuple(item for item in yes if item.dimension == each.code))
        for each in instrument.dimensions
    )


def _assess(rule: DimensionRule, dimension: Dimension, items: tuple[Item, ...]) -> DimensionResult:
    return DimensionResult(
        dimension=dimension,
        items=items,
        combination=rule.first_met(count(items)),
        holds_if_lowered=rule.first_met(count(map(_lowered, items))) is not None,
    )


def _lowered(item: Item) -> Item:
    if item.strength_provisional and item.strength is Strength.STRONG:
        return replace(item, strength=Strength.MEDIUM)
    return item
