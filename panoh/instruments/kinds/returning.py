"""What is looked at before a person returns, and the periods of a return, of a child's custody and of a consular file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from panoh.instruments.kinds.source import Citation, Words, citations
from panoh.instruments.reader import TextError


@dataclass(frozen=True)
class RiskFactor:
    """`grave`: where it is so or not known, something is done against it. `never_for_child`: a child returns only where
    it was found not to be so."""

    key: str
    name: Words
    grave: bool
    never_for_child: bool
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class CustodyPeriods:
    first_review: timedelta
    later_review: timedelta
    access_answer: timedelta
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Returning:
    """`asked_after`: so long after a departure the receiver is asked; `prepared_ahead`: so long before the planned day
    what lacks is work; `rest`: so long nobody is interviewed after an arrival; `document`: when a paper is asked after;
    `transfer_answer`: so long the data-protection officer has to say whether a body abroad may be told."""

    factors: tuple[RiskFactor, ...]
    asked_after: timedelta
    prepared_ahead: timedelta
    rest: timedelta
    document: timedelta
    transfer_answer: timedelta
    custody: CustodyPeriods
    sources: tuple[Citation, ...]


def returning_from(value: dict[str, Any], *, name: str) -> Returning:
    """Raises TextError for a factor that stands twice, or where nothing would keep a child from who exploited them."""
    factors = tuple(map(_factor, value["factors"]))
    if len({each.key for each in factors}) != len(factors):
        raise TextError(f"{name}: a risk factor stands twice")
    if not any(each.never_for_child for each in factors):
        raise TextError(f"{name}: no factor keeps a child from being returned to who exploited them")
    custody = value["custody"]
    return Returning(
        factors=factors,
        asked_after=timedelta(days=value["asked_after_days"]),
        prepared_ahead=timedelta(days=value["prepared_ahead_days"]),
        rest=timedelta(hours=value["rest_hours"]),
        document=timedelta(days=value["document_days"]),
        transfer_answer=timedelta(hours=value["transfer_answer_hours"]),
        custody=CustodyPeriods(
            timedelta(days=custody["first_review_days"]),
            timedelta(days=custody["later_review_days"]),
            timedelta(days=custody["access_answer_days"]),
            citations(custody["sources"]),
        ),
        sources=citations(value["sources"]),
    )


def _factor(value: dict[str, Any]) -> RiskFactor:
    return RiskFactor(
        value["key"], Words.of(value["name"]), value["grave"], value["never_for_child"], citations(value["sources"])
    )
