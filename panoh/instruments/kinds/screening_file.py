"""Builds a screening instrument from its file, and refuses one whose parts do not fit together."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from panoh.instruments.kinds.final_analysis import FinalAnalysis, Shows
from panoh.instruments.kinds.screening import (
    Case,
    Combination,
    Dimension,
    DimensionRule,
    Evidence,
    Fact,
    Form,
    Item,
    Population,
    ScreeningInstrument,
    Step,
)
from panoh.instruments.kinds.screening_faults import FAULTS, unknown_sources
from panoh.instruments.kinds.source import Citation, Verification, Words
from panoh.instruments.reader import TextError


def build(
    value: dict[str, Any], final_analysis: FinalAnalysis, *, country: str = "", digest: str = ""
) -> ScreeningInstrument:
    """The instrument written in `value`, which has been held to its schema."""
    return ScreeningInstrument(
        id=value["id"],
        version=value["version"],
        title=Words.of(value["title"]),
        citations=tuple(map(Citation.of, value["sources"])),
        population=Population(value["population"]),
        form=Form(value["form"]),
        status=Verification(value["status"]),
        status_note=Words.of(value.get("status_note", "")),
        in_force_from=date.fromisoformat(value["in_force_from"]),
        facts=tuple(map(_fact, value.get("facts", ()))),
        dimensions=tuple(map(_dimension, value["dimensions"])),
        rule=_rule(value["rule"]),
        also_shows=tuple(map(Shows.read, value.get("also_shows", ()))),
        items=tuple(map(Item.read, value["items"])),
        cases=tuple(map(Case.read, value["cases"])),
        final_analysis=final_analysis,
        step=Step(value.get("step", Step.FULL)),
        evidence=tuple(map(Evidence.read, value.get("evidence", ()))),
        country=country,
        digest=digest,
    )


def hold_together(instrument: ScreeningInstrument, *, name: str, sources: Collection[str]) -> None:
    """Raise TextError with every way in which the parts of the instrument contradict each other."""
    faults = [fault for _, check in FAULTS for fault in check(instrument)]
    faults += unknown_sources(instrument, sources)
    if faults:
        raise TextError(f"{name}: " + "; ".join(faults))


def _fact(value: dict[str, Any]) -> Fact:
    return Fact(
        value["id"], Words.of(value["question"]), Words.of(value.get("help", "")), Citation.of(value["citation"])
    )


def _dimension(value: dict[str, Any]) -> Dimension:
    return Dimension(value["code"], Words.of(value["label"]), value["phase"], value["element"])


def _rule(value: dict[str, Any]) -> DimensionRule:
    combinations = (
        Combination(Words.of(each["words"]), tuple(each["needs"].items())) for each in value["positive_if_any"]
    )
    return DimensionRule(Words.of(value["words"]), Citation.of(value["citation"]), tuple(combinations))
