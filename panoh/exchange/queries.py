"""What is in a list an officer sent: counts, every fault with row and column, and the rows to mend."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from panoh.exchange.manifest import Fault, Line, Manifest, open_manifest
from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.instruments.library import screening_instruments
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import ListSent, Operation
from panoh.screening.queries.digests import Digests, digests_on
from panoh.screening.queries.operations import operations_for
from panoh.screening.rules.urgency import Asks, triage

MOST_ROWS = 50_000
FAULTS_SHOWN = 200


@dataclass(frozen=True)
class Told:
    """One fault in the reader's words."""

    row: int
    column: str
    shape: str
    what: str
    remedy: str


@dataclass(frozen=True)
class Summary:
    """What would happen: who would be added, who is there already, and which rows cannot be taken as they are."""

    sent: ListSent
    left_out: tuple[str, ...]
    people: int
    new: int
    already: int
    bad: int
    answered: int
    first: Counter[str]
    """How many of the new have each reason to be seen first."""
    faults: tuple[Told, ...]
    """Of rows that cannot be taken; the first ones, the rest stand in the file of rows to mend."""
    notes: tuple[Told, ...]
    more: int


def list_for(viewer: Officer, list_id: UUID) -> ListSent:
    """A list the viewer sent and that is still kept. Nobody else opens it, nor learns that there is one."""
    found = ListSent.objects.filter(pk=list_id, officer=viewer, operation__in=operations_for(viewer))
    kept = found.select_related("operation").first()
    if kept is None or not kept.sealed:
        raise NotPermitted(
            _("This list is no longer kept, or it was sent by someone else."),
            _("Send the file again; nobody is doubled by it."),
            subject=f"list:{list_id}",
        )
    return kept


def read_list(operation: Operation, content: bytes) -> Manifest:
    """The list as its operation reads it: on its day, with every instrument's questions."""
    file = io.BytesIO(content)
    return open_manifest(file, on=operation.on, instruments=screening_instruments(), most_rows=MOST_ROWS)


def manifest_of(sent: ListSent) -> Manifest:
    return read_list(sent.operation, vault.unseal(sent)["text"].encode())


def summary(sent: ListSent, *, language: str) -> Summary:
    """A dry run: reads all, writes nothing."""
    manifest, tally = manifest_of(sent), _Tally(sent.operation)
    for line in manifest.lines:
        tally.count(line)
    return Summary(
        sent=sent,
        left_out=manifest.columns.left_out,
        people=tally.counts["new"] + tally.counts["already"] + tally.counts["bad"],
        new=tally.counts["new"],
        already=tally.counts["already"],
        bad=tally.counts["bad"],
        answered=tally.counts["answered"],
        first=tally.first,
        faults=_told(tally.faults, language),
        notes=_told(tally.notes, language),
        more=max(0, len(tally.faults) - FAULTS_SHOWN),
    )


def unusable_in_words(unusable: ManifestUnusable, language: str) -> str:
    """Why a file is no manifest, and what to do, in the reader's words."""
    place = _("Row %(row)s: ") % {"row": unusable.row} if unusable.row else ""
    return f"{place}{unusable.what(language)} {unusable.remedy(language)}"


def _told(faults: list[Fault], language: str) -> tuple[Told, ...]:
    return tuple(
        Told(each.row, each.column, each.shape, each.what(language), each.remedy(language))
        for each in faults[:FAULTS_SHOWN]
    )


@act
def rows_to_mend(*, sent: ListSent, language: str, by: Officer, at: datetime) -> tuple[tuple[str, ...], ...]:
    """The rows that cannot be taken, as they stood, with their number and what is wrong in words. A read of names."""
    list_for(by, sent.pk)
    manifest = manifest_of(sent)
    rows = tuple(_to_mend(manifest, language))
    ledger.write(
        act="read_rows_to_mend",
        by=by,
        at=at,
        subject=f"operation:{sent.operation_id}",
        fields=("names", "documents"),
        people=len(rows) - 1,
    )
    return rows


def _to_mend(manifest: Manifest, language: str) -> Iterator[tuple[str, ...]]:
    yield (*manifest.columns.headings, _("row in the file sent"), _("what to mend"))
    width = len(manifest.columns.headings)
    for line in manifest.lines:
        if line.person is None:
            cells = (*line.cells[:width], *[""] * (width - len(line.cells)))
            yield (*cells, str(line.number), _in_words(line, width, language))


def _in_words(line: Line, width: int, language: str) -> str:
    """Cells beyond the last heading are named here: in the table they would shift what is wrong and why."""
    said = [f"{fault.column}: {fault.what(language)} {fault.remedy(language)}".lstrip(": ") for fault in line.faults]
    beyond = [cell for cell in line.cells[width:] if cell]
    return " ".join([*said, *beyond])


class _Tally:
    """Counts of a dry run, line by line."""

    def __init__(self, operation: Operation) -> None:
        self._on, self._asks = operation.on, Asks.all_of(screening_instruments())
        self._there, self._digests = digests_on(operation), Digests()
        self.counts: Counter[str] = Counter()
        self.first: Counter[str] = Counter()
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def count(self, line: Line) -> None:
        (self.notes if line.person else self.faults).extend(line.faults)
        if line.person is None:
            self.counts["bad"] += 1
        elif self._digests.of(line.person) in self._there:
            self.counts["already"] += 1
        else:
            found = triage(line.person, self._asks, on=self._on)
            self.counts.update(new=1, answered=bool(found.outcome))
            self.first.update(found.because)
