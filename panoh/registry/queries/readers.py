"""Who read of a person: for the person who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from panoh.registry import access
from panoh.registry.models import Case, LedgerEntry, Officer
from panoh.registry.queries.reading_subjects import LIST, lines_of_lists, subjects_of
from panoh.registry.reading_words import field_in_words, purpose_in_words
from panoh.registry.rules.reading_acts import OF_LISTS, PERSONAL, rows_of


@dataclass(frozen=True)
class Reader:
    """One officer who opened something about a person: how often, first and last, which fields and what for. `lists`: how many
    of those times it was their line on a list, among others."""

    officer: Officer
    times: int
    first: datetime
    last: datetime
    fields: tuple[str, ...]
    purposes: tuple[str, ...]
    lists: int

    @property
    def what_for(self) -> tuple[str, ...]:
        """As the person is told."""
        return tuple(dict.fromkeys(map(purpose_in_words, self.purposes)))

    @property
    def what(self) -> tuple[str, ...]:
        """As the person is told what was opened."""
        return tuple(dict.fromkeys(map(field_in_words, self.fields)))


def readers_of(case: Case, *, viewer: Officer) -> tuple[Reader, ...]:
    """Everybody who opened anything about the person of this case, the last one first: what the person may be told. By every
    reading act there is (`rules.reading_acts`), also of an interview or a line of a list before there was a case."""
    access.require(viewer, access.Act.READ_LEDGER)
    lines = (
        LedgerEntry.objects.filter(act__in=PERSONAL).exclude(officer=None).select_related("officer__post__desk__agency")
    )
    found = [*lines.filter(subject__in=subjects_of(case)), *_on_lists(lines, case)]
    by_officer: dict[Officer, list[LedgerEntry]] = {}
    for line in sorted(found, key=lambda each: each.seq):
        by_officer.setdefault(line.officer, []).append(line)  # type: ignore[arg-type]  # lines without are left out
    readers = [_reader(officer, own) for officer, own in by_officer.items()]
    return tuple(sorted(readers, key=lambda each: each.last, reverse=True))


def _on_lists(lines: QuerySet[LedgerEntry], case: Case) -> Iterator[LedgerEntry]:
    """Openings of a list that showed the person's own row."""
    rows: dict[str, set[int]] = {}
    for of, row in lines_of_lists(case):
        rows.setdefault(of, set()).add(row)
    for line in lines.filter(subject__in=rows, act__in=OF_LISTS):
        if rows[line.subject] & rows_of(line.detail.get("rows", "")):
            yield line


def _reader(officer: Officer, lines: Sequence[LedgerEntry]) -> Reader:
    fields = dict.fromkeys(field for line in lines for field in line.fields)
    what_for = dict.fromkeys(line.purpose for line in lines if line.purpose)
    lists = sum(line.subject.startswith(f"{LIST}:") for line in lines)
    return Reader(officer, len(lines), lines[0].at, lines[-1].at, tuple(fields), tuple(what_for), lists)
