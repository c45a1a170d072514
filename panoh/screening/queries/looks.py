"""Whom to see again: people of rosters who were not reached, and cases in which nothing was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.queries import with_rules
from panoh.registry.rules.reading_acts import rows_in_words
from panoh.screening.models import LookAttempt, RosterEntry
from panoh.screening.queries.lines_due import lines_to_see_again
from panoh.screening.queries.roster import NAMES
from panoh.screening.queries.worklist import people_to_see_again
from panoh.screening.rules.second_look import next_look

WEEK = timedelta(days=7)
SHOWN = 100


@dataclass(frozen=True)
class ToCall:
    """One person to be seen again: how to find them, since when they are due, and what was tried."""

    entry: RosterEntry
    name: str
    contact: str
    place: str
    attempts: tuple[LookAttempt, ...]
    ruled: bool
    """The person said how they may be contacted: no list shows the way, the case does."""


@dataclass(frozen=True)
class CaseToSee:
    """One case in which nothing was found: since when the person is due, and what was tried."""

    case: Case
    due: datetime | None
    attempts: tuple[LookAttempt, ...]


@dataclass(frozen=True)
class AgainPage:
    """What is due within the week; `total` counts also what is not shown."""

    today: date
    people: tuple[ToCall, ...]
    total: int
    cases: tuple[CaseToSee, ...]
    cases_total: int


@act
def again_page(*, by: Officer, at: datetime) -> AgainPage:
    """Names and safe contacts of a week's second looks: one line in the ledger for each operation they are of."""
    access.require(by, access.Act.RUN_OPERATION)
    today = timezone.localdate(at)
    due = lines_to_see_again(by, until=today + WEEK)
    shown, cases = due.prefetch_related("attempts__by")[:SHOWN], people_to_see_again(by, now=at)
    held_back = with_rules([entry.case_id for entry in shown if entry.case_id])
    people = tuple(_to_call(entry, held_back) for entry in shown)
    _on_record(shown, by=by, at=at)
    shown_cases = tuple(map(_case_to_see, cases.prefetch_related("look_attempts")[:SHOWN]))
    return AgainPage(today, people, due.count(), shown_cases, cases.count())


def _on_record(shown: Iterable[RosterEntry], *, by: Officer, at: datetime) -> None:
    rows: dict[UUID, list[int]] = {}
    for entry in shown:
        rows.setdefault(entry.operation_id, []).append(entry.row)
    for operation, of in rows.items():
        ledger.write(
            act="read_roster",
            by=by,
            at=at,
            subject=f"operation:{operation}",
            fields=(NAMES, "contact"),
            purpose="second_look",
            people=len(of),
            rows=rows_in_words(of),
        )


def _case_to_see(case: Case) -> CaseToSee:
    due = next_look(first=case.first, last=case.last)  # type: ignore[attr-defined]  # annotated in seen_without_a_sign
    return CaseToSee(case, due, tuple(case.look_attempts.all()))


def _to_call(entry: RosterEntry, held_back: frozenset[UUID]) -> ToCall:
    said = vault.unseal(entry)
    tried = tuple(sorted(entry.attempts.all(), key=lambda each: each.at, reverse=True))
    name = said.get("name") or said.get("description") or ""
    ruled = entry.case_id in held_back
    return ToCall(entry, name, "" if ruled else said.get("contact", ""), said.get("place", ""), tried, ruled)
