"""What is known of a fact while its sentence is being read, and what the paragraph has spoken of so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from panoh.narratives.facts import REPORTED, Fact, breakdown
from panoh.narratives.periods import REPORTING, Period, resolved
from panoh.narratives.sentence import Sentence


@dataclass(frozen=True)
class Draft:
    """A fact without its place in the file; `noun` and `act` say how it was read, for those that lean on it."""

    measure: str
    value: float | None
    unit: str
    traits: dict[str, str]
    period: str = REPORTING
    years: tuple[int, ...] = ()
    status: str = REPORTED
    actor: str = "government"
    usd: float | None = None
    qualifier: str | None = None
    consecutive_years: int | None = None
    derived: bool = False
    again: bool = False
    noun: str | None = None
    act: str | None = None
    base: dict[str, str] = field(default_factory=dict)
    link: str = "head"
    depth: int = 0
    at: int = -1

    def dated(self, period: Period | None) -> Draft:
        return self if period is None else replace(self, period=period.name, years=period.years)


def finish(draft: Draft, sentence: Sentence, text: str, report_year: int) -> list[Fact]:
    """The facts of a draft; "in both 2016 and 2017" makes one for each year."""
    periods = [(draft.period, resolved(draft.period, report_year))]
    if len(draft.years) > 1:
        periods = [(str(year), year) for year in draft.years]
    return [
        Fact(
            id="",
            measure=draft.measure,
            value=draft.value,
            unit=draft.unit,
            period=name,
            year=year,
            breakdown=breakdown({key: value for key, value in draft.traits.items() if value != "other"}),
            status=draft.status,
            quote=text[sentence.start : sentence.end],
            start=sentence.start,
            end=sentence.end,
            section=sentence.section,
            usd=draft.usd,
            actor=draft.actor,
            qualifier=draft.qualifier,
            consecutive_years=draft.consecutive_years,
            derived=draft.derived,
            again=draft.again,
            place=draft.at,
        )
        for name, year in periods
    ]
