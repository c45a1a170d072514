"""What a document named as evidence is worth: who issued it, and whether its day lies in the reporting period. It shows what is
asked for as a document; it changes no figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from panoh.statistics.rules.periods import Period, PeriodKind


class When(StrEnum):
    """Where the day of a document lies, held against the reporting period: April to March before the report."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"


@dataclass(frozen=True)
class Document:
    """A paper somebody named for it. `issuer`: state, international, other, or empty where it was not asked yet."""

    title: str
    on: date
    found_at: str
    named_by: str
    issuer: str
    issued_by: str
    when: When

    @property
    def official(self) -> bool | None:
        """By an authority of the state; None where nobody said."""
        return self.issuer == "state" if self.issuer else None

    @property
    def counts(self) -> bool:
        """What others wrote, what came after the period, and what nobody said the issuer of, stands beside the evidence and
        closes nothing: a gap that is wrongly closed is found by nobody."""
        return self.official is True and self.when is not When.AFTER

    @property
    def might_count(self) -> bool:
        """Only who issued it is not known."""
        return self.official is None and self.when is not When.AFTER


def when_of(on: date, report: int) -> When:
    period = Period(PeriodKind.TIP_REPORTING_PERIOD, report - 1)
    if on < period.first:
        return When.BEFORE
    return When.AFTER if on > period.last else When.WITHIN
