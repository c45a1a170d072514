"""What is read of a whole roster at once: who is not accounted for before closing, and the sheet for paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.rules.reading_acts import rows_in_words
from panoh.screening.models import Closing, Operation, RosterEntry
from panoh.screening.queries.asked import said_for
from panoh.screening.queries.coverage import Place, coverage_of, places
from panoh.screening.queries.operations import closing_of, operation_for
from panoh.screening.queries.roster import NAMES, OnRoster, on_roster, waiting
from panoh.screening.queries.withheld import as_seen, looks_again_on
from panoh.screening.rules.coverage import Coverage

SHOWN = 200
ON_PAPER = 500


@dataclass(frozen=True)
class ClosingPage:
    """`left`: how many are not accounted for; `people`: the first of them, by name."""

    operation: Operation
    coverage: Coverage
    places: tuple[Place, ...]
    missing: int
    left: int
    people: tuple[OnRoster, ...]
    closing: Closing | None

    @property
    def asks_purpose(self) -> bool:
        return any(each.asks_purpose for each in self.people)


@dataclass(frozen=True)
class OnPaper:
    """One line of the sheet: enough to call somebody, and no more."""

    number: int
    name: str
    sex: str
    born: str


@dataclass(frozen=True)
class Sheet:
    operation: Operation
    lines: tuple[OnPaper, ...]
    more: int
    empty: range


def closing_page(*, operation_id: UUID, by: Officer, at: datetime) -> ClosingPage:
    operation = operation_for(by, operation_id)
    coverage = coverage_of(operation, now=at)
    missing = coverage.missing(operation.expected)
    unaccounted = waiting(operation).exclude(looks_again_on(isnull=False), status=RosterEntry.Status.AGAIN)
    shown = tuple(unaccounted.select_related("claimed_by")[:SHOWN])
    return ClosingPage(
        operation=operation,
        coverage=coverage,
        places=places(coverage),
        missing=missing,
        left=coverage.unaccounted + missing,
        people=on_roster(shown, operation, viewer=by, at=at),
        closing=closing_of(operation),
    )


@act
def print_roster(*, operation_id: UUID, by: Officer, at: datetime) -> Sheet:
    """Those still to be seen, for when there is no network. Papers, contacts and reasons stay inside. Raises PurposeAsked."""
    operation = operation_for(by, operation_id)
    queue = waiting(operation)
    entries = as_seen(queue[:ON_PAPER], by)
    kept = said_for(entries, operation, by)
    lines = tuple(_on_paper(entry, vault.unseal(entry)) for entry in entries)
    subject = f"operation:{operation.pk}"
    rows, people = rows_in_words(each.number for each in lines), len(lines)
    ledger.write(act="print_roster", by=by, at=at, subject=subject, fields=(NAMES,), people=people, rows=rows, **kept)
    return Sheet(operation, lines, max(0, queue.count() - len(lines)), range(12))


def _on_paper(entry: RosterEntry, said: dict[str, Any]) -> OnPaper:
    years = {entry.born_from, entry.born_to} - {None}
    born = "–".join(str(year) for year in sorted(filter(None, years)))
    return OnPaper(entry.row, said.get("name") or said.get("description") or "", str(entry.get_sex_display()), born)
