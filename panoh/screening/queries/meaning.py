"""What a sign and no sign on a short form mean at different base rates, and how many full interviews a list needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from panoh.instruments.kinds.screening import Evidence, ScreeningInstrument, Step
from panoh.screening.queries.instruments import instrument_called
from panoh.screening.queries.validation import validation_of
from panoh.screening.rules.predictive import BASE_RATES, Predicted, Validation, predict

PEOPLE = 1000


@dataclass(frozen=True)
class Meaning:
    """One table: a line for each base rate, and what was measured here so far."""

    instrument: ScreeningInstrument
    evidence: Evidence | None
    people: int
    sensitivity: float
    specificity: float
    lines: tuple[Predicted, ...]
    here: Validation


def published_rates(id: str) -> dict[str, float]:  # noqa: A002 - the texts call it an id
    """In per cent, as the form shows them first; nothing where no such form was ever measured."""
    evidence = _short(id).evidence
    if not evidence:
        return {"people": PEOPLE}
    return {
        "people": PEOPLE,
        "sensitivity": evidence[0].sensitivity_per_1000 / 10,
        "specificity": evidence[0].specificity_per_1000 / 10,
    }


def meaning_of(id: str, given: Mapping[str, float]) -> Meaning:  # noqa: A002 - the texts call it an id
    """`given`: people on the list, sensitivity and specificity in per cent."""
    one = _short(id)
    sensitivity, specificity = float(given["sensitivity"]) / 100, float(given["specificity"]) / 100
    people = int(given["people"])
    lines = (
        predict(sensitivity=sensitivity, specificity=specificity, base_rate=rate, people=people) for rate in BASE_RATES
    )
    return Meaning(
        instrument=one,
        evidence=one.evidence[0] if one.evidence else None,
        people=people,
        sensitivity=sensitivity,
        specificity=specificity,
        lines=tuple(lines),
        here=validation_of(one),
    )


def _short(id: str) -> ScreeningInstrument:  # noqa: A002 - the texts call it an id
    one = instrument_called(id)
    if one.step is not Step.FIRST:
        raise Http404
    return one
