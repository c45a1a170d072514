"""Taking a list of people onto an operation's roster: nobody doubled, nobody left out, everybody in the queue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from panoh.instruments.library import screening_instruments
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.screening.models import Operation, RosterEntry, RosterMatch
from panoh.screening.queries.candidates import Proposed, candidates
from panoh.screening.queries.digests import Digests, digests_on, last_number
from panoh.screening.queries.operations import held_operation
from panoh.screening.rules.matching import Strength
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import Asks, Triage, triage

BATCH = 1_000
READ_TO_COMPARE = ("names", "birth_date")


@dataclass(frozen=True)
class ImportResult:
    """What became of a list. `new` were put on the roster; of these `known_before` carry a paper Panoh knows,
    `to_compare` may be on record, `scored` had answers, `first` have a reason to be seen first.
    `already_on_roster` stood there before."""

    new: int = 0
    already_on_roster: int = 0
    known_before: int = 0
    to_compare: int = 0
    scored: int = 0
    first: int = 0

    @property
    def read(self) -> int:
        return self.new + self.already_on_roster


@act
def import_roster(
    *,
    operation: Operation,
    rows: Iterable[RosterRow],
    before: Sequence[RosterRow] = (),
    file_digest: str = "",
    by: Officer,
    at: datetime,
) -> ImportResult:
    """Put everybody in `rows` on the roster, or nobody if anything fails. A list sent again adds only who is new.

    Each is held against the people on record; who may be one of them is proposed to be compared, never merged.
    `before`: rows of the same list taken earlier, by which namesakes are counted. `file_digest` says in the ledger
    which file it was; the ledger names no one.
    """
    operation = held_operation(by, operation.pk)  # two lists at once would otherwise race for a digest
    intake = _Intake(operation, before, at)
    for batch in _batches(rows):
        intake.take(batch)
    result = intake.result()
    ledger.write(
        act="import_roster",
        by=by,
        at=at,
        subject=f"operation:{operation.pk}",
        fields=READ_TO_COMPARE if intake.opened else (),
        file=file_digest,
        new=result.new,
        already=result.already_on_roster,
        known=result.known_before,
        compared=intake.opened,
        to_compare=result.to_compare,
        scored=result.scored,
    )
    return result


def _batches(rows: Iterable[RosterRow]) -> Iterator[tuple[RosterRow, ...]]:
    rest = iter(rows)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


class _Intake:
    """One import under way: who stands on the roster, and what has been counted."""

    def __init__(self, operation: Operation, before: Sequence[RosterRow], at: datetime) -> None:
        self._operation, self._at = operation, at
        self._asks = Asks.all_of(screening_instruments())
        self._there, self._digests = digests_on(operation), Digests(before)
        # A number names one line, whichever list or hand it came from; the parts of one list are numbered as it is.
        self._after = last_number(operation) - max((row.row for row in before), default=0)
        self._counts: Counter[str] = Counter()
        self.opened = 0

    def take(self, batch: tuple[RosterRow, ...]) -> None:
        new = [(row, forms) for row in batch if self._there.isdisjoint(forms := self._digests.of(row))]
        fresh = list({forms[0]: (row, forms[-1]) for row, forms in reversed(new)}.values())[::-1]
        found = candidates([row for row, _ in fresh])
        papers = _sole_carriers(found.proposed)
        entries = [self._entry(row, digest, papers.get(place)) for place, (row, digest) in enumerate(fresh)]
        RosterEntry.objects.bulk_create(entries)
        RosterMatch.objects.bulk_create(
            RosterMatch(
                entry=entries[each.row], person_id=each.person, strength=each.likeness.strength, proposed_at=self._at
            )
            for each in found.proposed
        )
        self.opened += found.opened
        self._there.update(digest for _, digest in fresh)
        to_compare = len({each.row for each in found.proposed})
        self._counts.update(new=len(entries), already=len(batch) - len(entries), to_compare=to_compare)

    def result(self) -> ImportResult:
        names = ("new", "already", "known", "to_compare", "scored", "first")
        return ImportResult(*(self._counts[name] for name in names))

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


def _sole_carriers(proposed: Iterable[Proposed]) -> dict[int, UUID]:
    """Who carries the paper of a row. A number that several people carry is left out: someone must look at the papers."""
    carriers: dict[int, list[UUID]] = {}
    for each in proposed:
        if each.likeness.strength is Strength.PAPER:
            carriers.setdefault(each.row, []).append(each.person)
    return {row: people[0] for row, people in carriers.items() if len(people) == 1}


def because_of(found: Triage) -> list[str]:
    return [*found.because, *filter(None, (found.outcome,))]


def payload_of(row: RosterRow, person: UUID | None) -> dict[str, object]:
    """What names someone. `person` is the one on record who carries the same paper."""
    named = {"name": row.name, "birth_date": row.birth_date, "document": row.document, "flight": row.flight}
    told = {"place": row.place, "contact": row.contact, "description": row.description}
    return {**named, **told, "person": str(person) if person else ""}
