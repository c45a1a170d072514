"""The people on an operation's roster, by urgency. Showing their names is a read of personal data: one line in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import Operation, RosterEntry, RosterMatch
from panoh.screening.queries.likely import CasesOnRecord, cases_on_record
from panoh.screening.queries.matches import matches_for
from panoh.screening.queries.operations import Coverage, coverage_of, operation_for, operations_for
from panoh.screening.queries.why import Why, why
from panoh.screening.rules.urgency import WEIGHTS

ON_A_PAGE = 50
NAMES, PAPERS = "names", "documents"
_Status = RosterEntry.Status


class Show(StrEnum):
    """Which part of a roster is looked at."""

    QUEUE = "queue"
    IN_DANGER = "in_danger"
    SCREENED = "screened"
    MOVED_ON = "moved_on"


@dataclass(frozen=True)
class OnRoster:
    """One person as the officer at the gate needs them: who to call, why now, and whether they may be on record."""

    entry: RosterEntry
    name: str
    birth_date: str
    document: str
    why: tuple[Why, ...]
    on_record: CasesOnRecord
    to_compare: bool = False
    """May be somebody on record, and the viewer is one who may see that."""


@dataclass(frozen=True)
class RosterPage:
    """One page of a roster with the coverage of the whole."""

    operation: Operation
    coverage: Coverage
    in_danger: int
    show: Show
    page: Page[RosterEntry]
    people: tuple[OnRoster, ...]


def roster_page(
    viewer: Officer, operation_id: UUID, *, show: Show = Show.QUEUE, page: str = "1", at: datetime
) -> RosterPage:
    operation = operation_for(viewer, operation_id)
    shown = Paginator(_part(operation, show), ON_A_PAGE).get_page(page)
    return RosterPage(
        operation=operation,
        coverage=coverage_of(operation),
        in_danger=_part(operation, Show.IN_DANGER).count(),
        show=show,
        page=shown,
        people=_named(tuple(shown), operation, viewer=viewer, at=at),
    )


def entry_for(viewer: Officer, entry_id: UUID) -> RosterEntry:
    """One line of a roster the viewer works on."""
    found = RosterEntry.objects.filter(pk=entry_id, operation__in=operations_for(viewer)).select_related("operation")
    entry = found.first()
    if entry is None:
        raise NotPermitted(
            _("There is no such person on a roster of yours."),
            _("Open the operation and choose from its roster."),
            subject=f"roster:{entry_id}",
        )
    return entry


def said_of(entry: RosterEntry, *, viewer: Officer, at: datetime) -> PersonGiven:
    """What the list says of one person, for the interview to begin from; the person corrects it."""
    entry_for(viewer, entry.pk)
    with transaction.atomic():
        ledger.write(act="read_roster", by=viewer, at=at, subject=f"roster:{entry.pk}", fields=(NAMES, PAPERS))
        said = vault.unseal(entry)
    return PersonGiven(
        names=((said["name"], "list"),) if said.get("name") else (),
        sex=entry.sex,
        birth_date=said.get("birth_date", ""),
        born_from=entry.born_from,
        born_to=entry.born_to,
        nationality=entry.nationality,
        documents=(("paper on the list", said["document"]),) if said.get("document") else (),
        contact=said.get("contact", ""),
    )


def _part(operation: Operation, show: Show) -> QuerySet[RosterEntry]:
    """The queue is ordered by urgency, then as the list was; who gives no reason for hurry is in it all the same."""
    roster = RosterEntry.objects.filter(operation=operation).order_by("-urgency", "row", "pk")
    if show in {Show.SCREENED, Show.MOVED_ON}:
        return roster.filter(status=show.value)
    queue = roster.filter(status__in=(_Status.TO_SCREEN, _Status.AGAIN))
    if show is Show.IN_DANGER:
        return queue.annotate(danger=F("urgency").bitand(WEIGHTS["in_danger"])).filter(danger__gt=0)
    return queue


def _named(
    entries: tuple[RosterEntry, ...], operation: Operation, *, viewer: Officer, at: datetime
) -> tuple[OnRoster, ...]:
    if not entries:
        return ()
    with transaction.atomic():
        subject, fields = f"operation:{operation.pk}", (NAMES, PAPERS)
        ledger.write(act="read_roster", by=viewer, at=at, subject=subject, fields=fields, people=len(entries))
        said = [vault.unseal(entry) for entry in entries]
    seen = access.within(Case.objects.all(), viewer, access.Act.SEE_CASE)
    likely = cases_on_record(said, seen)
    matched = set(
        matches_for(viewer).filter(entry__in=entries, state__in=RosterMatch.OPEN).values_list("entry", flat=True)
    )
    return tuple(
        OnRoster(
            entry=entry,
            name=each.get("name", ""),
            birth_date=each.get("birth_date", ""),
            document=each.get("document", ""),
            why=why(entry),
            on_record=on_record,
            to_compare=entry.pk in matched,
        )
        for entry, each, on_record in zip(entries, said, likely, strict=True)
    )
