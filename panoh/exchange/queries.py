"""What is in a list an officer sent: counts, every fault with row and column, and the rows to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from panoh.exchange.contents import Contents
from panoh.exchange.manifest import Fault
from panoh.exchange.manifest.faults import ManifestUnusable, shape_of
from panoh.exchange.packing import people_in
from panoh.instruments.library import screening_instruments
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer, SealedRecord
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import ListSent, ManifestSource, Operation
from panoh.screening.queries.digests import Digests, digests_on
from panoh.screening.queries.operations import operations_for
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import Asks, triage

FAULTS_SHOWN = 200
SAMPLES = 3


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
    about_file: tuple[tuple[str, str], ...]
    """What is to be told of the file as a whole: what, and what to do."""
    needs: str
    """Why it cannot be taken before somebody says what its columns mean; empty where it can."""
    columns: tuple[tuple[str, str], ...]
    """Each heading and the field it is taken for."""
    samples: tuple[str, ...]
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


def open_lists(viewer: Officer, operation: Operation) -> QuerySet[ListSent]:
    """Lists the viewer sent for this operation and has not taken to their end, so that none is forgotten half-way."""
    mine = ListSent.objects.filter(operation=operation, officer=viewer, sealed__isnull=False)
    return mine.exclude(state=ListSent.State.TAKEN).defer("sealed").order_by("-sent_at")


def contents_of(sent: SealedRecord) -> Contents:
    """What the file said when it was sent. Opening it shows nothing to anybody yet."""
    return Contents.of(vault.unseal(sent))


def people_of(sent: ListSent) -> tuple[RosterRow, ...]:
    """Everybody on the list who can be taken, in its order."""
    return people_in(vault.unseal(sent))


def summary(sent: ListSent, *, language: str) -> Summary:
    """A dry run: reads all, writes nothing."""
    contents, tally = contents_of(sent), _Tally(sent.operation)
    for person in contents.people:
        tally.count(person)
    faults = [fault for fault in contents.faults if fault.row in contents.bad]
    notes = [fault for fault in contents.faults if fault.row not in contents.bad]
    return Summary(
        sent=sent,
        about_file=tuple((note.what(language), note.remedy(language)) for note in contents.notes),
        needs=unusable_in_words(contents.unusable, language) if contents.unusable else "",
        columns=tuple(zip(contents.headings, contents.fields, strict=True)),
        samples=tuple(" | ".join(map(shape_of, each.cells[:8])) for each in contents.records[:SAMPLES]),
        left_out=contents.left_out,
        people=len(contents.people) + len(contents.bad),
        new=tally.counts["new"],
        already=tally.counts["already"],
        bad=len(contents.bad),
        answered=tally.counts["answered"],
        first=tally.first,
        faults=told(faults, language)[0],
        notes=told(notes, language)[0],
        more=told(faults, language)[1],
    )


def sources_of(viewer: Officer) -> tuple[ManifestSource, ...]:
    """The latest version of every source the viewer's desk keeps."""
    latest: dict[str, ManifestSource] = {}
    for source in ManifestSource.objects.filter(desk=viewer.desk).order_by("name", "version"):
        latest[source.name] = source
    return tuple(latest.values())


def unusable_in_words(unusable: ManifestUnusable, language: str) -> str:
    """Why a file is no manifest, and what to do, in the reader's words."""
    place = _("Row %(row)s: ") % {"row": unusable.row} if unusable.row else ""
    return f"{place}{unusable.what(language)} {unusable.remedy(language)}"


def told(faults: Sequence[Fault], language: str) -> tuple[tuple[Told, ...], int]:
    """The first of them in words, and how many more there are."""
    shown = tuple(
        Told(each.row, each.column, each.shape, each.what(language), each.remedy(language))
        for each in faults[:FAULTS_SHOWN]
    )
    return shown, max(0, len(faults) - FAULTS_SHOWN)


@act
def rows_to_mend(*, sent: ListSent, language: str, by: Officer, at: datetime) -> tuple[tuple[str, ...], ...]:
    """The rows that cannot be taken, as they stood, with their number and what is wrong in words. A read of names."""
    list_for(by, sent.pk)
    rows = tuple(_to_mend(contents_of(sent), language))
    ledger.write(
        act="read_rows_to_mend",
        by=by,
        at=at,
        subject=f"operation:{sent.operation_id}",
        fields=("names", "documents"),
        people=len(rows) - 1,
    )
    return rows


def _to_mend(contents: Contents, language: str) -> Iterator[tuple[str, ...]]:
    yield (*contents.headings, _("row in the file sent"), _("what to mend"))
    width, faults = len(contents.headings), _by_row(contents)
    for record in contents.records:
        if record.number in contents.bad:
            cells = (*record.cells[:width], *[""] * (width - len(record.cells)))
            beyond = [cell for cell in record.cells[width:] if cell]
            yield (*cells, str(record.number), _in_words(faults.get(record.number, ()), beyond, language))


def _by_row(contents: Contents) -> dict[int, list[Fault]]:
    found: dict[int, list[Fault]] = {}
    for fault in contents.faults:
        found.setdefault(fault.row, []).append(fault)
    return found


def _in_words(faults: Iterable[Fault], beyond: list[str], language: str) -> str:
    """Cells beyond the last heading are named here: in the table they would shift what is wrong and why."""
    said = [f"{fault.column}: {fault.what(language)} {fault.remedy(language)}".lstrip(": ") for fault in faults]
    return " ".join([*said, *beyond])


class _Tally:
    """Counts of a dry run, person by person."""

    def __init__(self, operation: Operation) -> None:
        self._on, self._asks = operation.on, Asks.all_of(screening_instruments())
        self._there, self._digests = digests_on(operation), Digests()
        self.counts: Counter[str] = Counter()
        self.first: Counter[str] = Counter()

    def count(self, person: RosterRow) -> None:
        if not self._there.isdisjoint(self._digests.of(person)):
            self.counts["already"] += 1
        else:
            found = triage(person, self._asks, on=self._on)
            self.counts.update(new=1, answered=bool(found.outcome))
            self.first.update(found.because)
