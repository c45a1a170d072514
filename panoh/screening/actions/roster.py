"""Taking a list of people onto an operation's roster: nobody doubled, nobody left out, everybody in the queue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from panoh.instruments.library import screening_instruments
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.queries import find_by_documents
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.queries.digests import Digests, digests_on, last_number
from panoh.screening.queries.operations import held_operation
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import Asks, Triage, triage

BATCH = 500


@dataclass(frozen=True)
class ImportResult:
    """What became of a list. `new` were put on the roster; of these `known_before` carry a paper Panoh knows,
    `scored` had answers, `first` have a reason to be seen first. `already_on_roster` stood there before."""

    new: int = 0
    already_on_roster: int = 0
    known_before: int = 0
    scored: int = 0
    first: int = 0

    @property
    def read(self) -> int:
        return self.new + self.already_on_roster


@act
def import_roster(
    *, operation: Operation, rows: Iterable[RosterRow], file_digest: str = "", by: Officer, at: datetime
) -> ImportResult:
    """Put everybody in `rows` on the roster, or nobody if anything fails. A list sent again adds only who is new.

    `file_digest` says in the ledger which file it was; the ledger names no one.
    """
    operation = held_operation(by, operation.pk)  # two lists at once would otherwise race for a digest
    intake = _Intake(operation)
    for batch in _batches(rows):
        intake.take(batch)
    result = intake.result()
    ledger.write(
        act="import_roster",
        by=by,
        at=at,
        subject=f"operation:{operation.pk}",
        file=file_digest,
        new=result.new,
        already=result.already_on_roster,
        known=result.known_before,
        scored=result.scored,
    )
    return result


def _batches(rows: Iterable[RosterRow]) -> Iterator[tuple[RosterRow, ...]]:
    rest = iter(rows)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


class _Intake:
    """One import under way: who stands on the roster, and what has been counted."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        self._asks = Asks.all_of(screening_instruments())
        self._there, self._digests = digests_on(operation), Digests()
        self._after = last_number(operation)  # a number names one line, whichever list or hand it came from
        self._counts: Counter[str] = Counter()

    def take(self, batch: tuple[RosterRow, ...]) -> None:
        fresh = [(row, digest) for row in batch if (digest := self._digests.of(row)) not in self._there]
        fresh = list({digest: (row, digest) for row, digest in reversed(fresh)}.values())[::-1]
        known = find_by_documents([row.document for row, _ in fresh if row.document])
        entries = [self._entry(row, digest, known.get(row.document)) for row, digest in fresh]
        RosterEntry.objects.bulk_create(entries)
        self._there.update(digest for _, digest in fresh)
        self._counts.update(new=len(entries), already=len(batch) - len(entries))

    def result(self) -> ImportResult:
        counts = self._counts
        return ImportResult(counts["new"], counts["already"], counts["known"], counts["scored"], counts["first"])

    def _entry(self, row: RosterRow, digest: str, person: UUID | None) -> RosterEntry:
        found = triage(row, self._asks, on=self._operation.on)
        self._counts.update(known=person is not None, scored=bool(found.outcome), first=bool(found.because))
        entry = RosterEntry(
            operation=self._operation,
            row=self._after + row.row,
            digest=digest,
            sex=row.sex,
            born_from=row.born_from,
            born_to=row.born_to,
            nationality=row.nationality,
            instrument=found.instrument,
            answers={item: answer.value for item, answer in row.answers},
            urgency=found.urgency,
            because=because_of(found),
            reachable=bool(row.contact),
        )
        vault.seal(entry, payload_of(row, person))
        return entry


def because_of(found: Triage) -> list[str]:
    return [*found.because, *filter(None, (found.outcome,))]


def payload_of(row: RosterRow, person: UUID | None) -> dict[str, object]:
    """What names someone. `person` is the one on record who carries the same paper."""
    named = {"name": row.name, "birth_date": row.birth_date, "document": row.document, "flight": row.flight}
    told = {"place": row.place, "contact": row.contact, "description": row.description}
    return {**named, **told, "person": str(person) if person else ""}
