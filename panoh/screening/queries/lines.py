"""One line of a roster as its page shows it, and whether a person stands on the roster already."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import ForeignObjectRel, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.operation import SafetyRule
from panoh.instruments.operations import non_removal
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import Joining, LookAttempt, Operation, RosterEntry, Screening
from panoh.screening.queries.asked import said_for
from panoh.screening.queries.operations import operations_for
from panoh.screening.queries.reading import mark_of
from panoh.screening.queries.roster import NAMES, PAPERS, entry_for, holds
from panoh.screening.queries.screenings import screenings_for
from panoh.screening.queries.withheld import as_seen
from panoh.screening.rules.roster import RosterRow, likeness
from panoh.screening.rules.urgency import SEEN


@dataclass(frozen=True)
class Taken:
    """A line that looks like the same person. `free`: what tells a namesake apart; empty where it is surely they."""

    entry: UUID
    number: int
    free: str = ""


@dataclass(frozen=True)
class LinePage:
    """What is known of one person on a roster, what it replaced, and everything tried."""

    entry: RosterEntry
    said: dict[str, Any]
    earlier: tuple[dict[str, Any], ...]
    seen: str
    with_officer: str
    open_interview: Screening | None
    joined: tuple[Joining, ...]
    attempts: tuple[LookAttempt, ...]
    non_removal: SafetyRule | None
    """Shown where a day of removal is planned."""

    @property
    def name(self) -> str:
        return self.said.get("name") or self.said.get("description") or ""

    @property
    def marks(self) -> tuple[str, ...]:
        """What an officer saw of the person."""
        return tuple(each for each in SEEN if self.entry.answers.get(each) == "yes")


@act
def line_page(*, entry_id: UUID, by: Officer, at: datetime) -> LinePage:
    """Opens what the line says: one line in the ledger. Whether a paper of the list is known is not among it, because
    that somebody is on record is told only to whoever may see the case (`on_roster`, `comparison`). Raises PurposeAsked where
    the person has a case since that is not the viewer's to work on, and nothing was said of what for."""
    [entry] = as_seen([entry_for(by, entry_id)], by)
    purpose = said_for([entry], entry.operation, by)
    said = {key: value for key, value in vault.unseal(entry).items() if key != "person"}
    if said:
        ledger.write(act="read_roster", by=by, at=at, subject=f"roster:{entry.pk}", fields=(NAMES, PAPERS), **purpose)
    return LinePage(
        entry=entry,
        said=said,
        earlier=tuple(said.pop("earlier", ())),
        seen=mark_of(entry),
        with_officer=entry.claimed_by.name if entry.claimed_by and holds(entry, at=at) else "",
        open_interview=open_interviews(by, entry.operation).filter(roster_entry=entry).first(),
        joined=tuple(entry.joined_here.filter(undone_at=None).select_related("other", "by")),
        attempts=tuple(entry.attempts.select_related("by").order_by("-at")),
        non_removal=non_removal() if entry.removal_on else None,
    )


def open_interviews(viewer: Officer, operation: Operation) -> QuerySet[Screening]:
    """Interviews with people of the operation that were begun and not finished, as far as the viewer may go on."""
    mine = screenings_for(viewer).filter(roster_entry__operation=operation, outcome=Screening.Outcome.OPEN)
    return mine.select_related("started_by", "roster_entry", "case").order_by("started_at")


def numbered(entry: RosterEntry, number: int) -> RosterEntry | None:
    """Another line of the same roster by its number; None where there is none."""
    lines = RosterEntry.objects.filter(operation=entry.operation_id, row=number)
    return lines.exclude(status=RosterEntry.Status.JOINED).first()


def with_joined(lines: Iterable[UUID]) -> set[UUID]:
    """These lines and every line that was found to be the same person's."""
    found = set(lines)
    joined = Joining.objects.filter(undone_at=None)
    while more := set(joined.filter(kept__in=found).exclude(other__in=found).values_list("other", flat=True)):
        found |= more
    return found


def leads_to_lines() -> Iterator[ForeignObjectRel]:
    """How records of every stage lead to a line, those with no way back too."""
    found = RosterEntry._meta.get_fields(include_hidden=True)
    return (each for each in found if isinstance(each, ForeignObjectRel))


def joining_for(viewer: Officer, joining_id: int) -> Joining:
    """Two lines joined on a roster the viewer works on."""
    mine = Joining.objects.filter(kept__operation__in=operations_for(viewer))
    found = mine.select_related("kept").filter(pk=joining_id).first()
    if found is None:
        raise NotPermitted(
            _("There are no such lines on a roster of yours."), _("Open the operation and choose from its roster.")
        )
    return found


def digest_by_hand(operation: Operation, row: RosterRow, *, besides: RosterEntry | None = None) -> str | Taken:
    """The digest of somebody added or corrected by hand, or the line where they stand already.

    Of whom neither name nor paper is known, a line is like no other; it keeps its digest when it is corrected.
    """
    if not (row.name or row.document):
        return besides.digest if besides else vault.blind("roster", f"line:{uuid.uuid4()}")
    like, first = likeness(row), None
    for forms in _digests(like.text, certain=like.certain):
        there, digest = _standing(operation, forms), forms[-1]
        if besides is not None and there is not None and there.pk == besides.pk:
            return digest
        if there is None:
            return Taken(first.pk, first.row, digest) if first else digest
        first = first or there
        if like.certain:
            return Taken(there.pk, there.row)
    raise AssertionError("namesakes are numbered without end")


def _digests(text: str, *, certain: bool) -> Iterator[tuple[str, ...]]:
    if certain:
        yield vault.blind_forms("roster", text)
        return
    number = 0
    while True:
        number += 1
        yield vault.blind_forms("roster", f"{text}|{number}")


def _standing(operation: Operation, forms: tuple[str, ...]) -> RosterEntry | None:
    """The line with this digest in one of its forms, now or before a correction; for one joined to another, that other."""
    lines = RosterEntry.objects.filter(operation=operation)
    found = lines.filter(digest__in=forms).first()
    if found is None:
        corrected = lines.exclude(former_digests=[])
        found = next((each for each in corrected if not set(forms).isdisjoint(each.former_digests)), None)
    if found is not None and found.status == RosterEntry.Status.JOINED:
        return Joining.objects.select_related("kept").get(other=found, undone_at=None).kept
    return found
