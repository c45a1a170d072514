"""What the next shift reads before it accepts: numbers, who is in danger, who is being interviewed, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import Duty, HandOver, Operation, RosterEntry, Screening
from panoh.screening.queries.coverage import Place, coverage_of, places
from panoh.screening.queries.operations import operations_for, responsible
from panoh.screening.queries.roster import Show, part_of
from panoh.screening.queries.withheld import would_tell
from panoh.screening.rules.coverage import Coverage


@dataclass(frozen=True)
class ShiftSummary:
    """The state of an operation in numbers and line numbers; no name."""

    operation: Operation
    coverage: Coverage
    places: tuple[Place, ...]
    duty: Duty | None
    now: tuple[RosterEntry, ...]
    in_danger: int
    interviews: tuple[Screening, ...]
    removals: tuple[RosterEntry, ...]
    past: tuple[Duty, ...]


@dataclass(frozen=True)
class HandOverPage:
    """An offer as giver and receiver see it."""

    offered: HandOver
    note: str
    reason: str
    summary: ShiftSummary
    may_answer: bool


def shift_summary(operation: Operation, *, at: datetime) -> ShiftSummary:
    """Part of pages that checked the viewer already."""
    coverage, lines = coverage_of(operation, now=at), RosterEntry.objects.filter(operation=operation)
    interviews = Screening.objects.filter(roster_entry__operation=operation, outcome=Screening.Outcome.OPEN)
    return ShiftSummary(
        operation=operation,
        coverage=coverage,
        places=places(coverage),
        duty=responsible(operation),
        now=tuple(lines.filter(claimed_until__gt=at).select_related("claimed_by").order_by("claimed_until")),
        in_danger=part_of(operation, Show.IN_DANGER).count(),
        interviews=tuple(interviews.select_related("started_by", "roster_entry").order_by("started_at")),
        removals=tuple(_removals(lines, on=timezone.localdate(at))[:10]),
        past=tuple(operation.duties.select_related("officer", "desk").order_by("from_at")),
    )


def _removals(lines: QuerySet[RosterEntry], *, on: date) -> QuerySet[RosterEntry]:
    """One that is past is told of no line that would be told apart by it; one ahead is, as among what is to be done."""
    return lines.filter(removal_on__isnull=False).exclude(would_tell(), removal_on__lt=on).order_by("removal_on", "row")


@act
def hand_over_page(*, hand_over_id: UUID, by: Officer, at: datetime) -> HandOverPage:
    """For the giver's desk and whoever it is offered to. The note is opened with a line in the ledger."""
    offered = hand_over_for(by, hand_over_id)
    said = vault.unseal(offered)
    ledger.write(act="read_hand_over", by=by, at=at, subject=f"operation:{offered.operation_id}", fields=("words",))
    waits = offered.state == HandOver.State.OFFERED
    theirs = offered.to_desk_id == by.desk.pk and offered.to_officer_id in {None, by.pk} and offered.by_id != by.pk
    return HandOverPage(
        offered=offered,
        note=said.get("note", ""),
        reason=said.get("reason", ""),
        summary=shift_summary(offered.operation, at=at),
        may_answer=waits and theirs,
    )


def hand_over_for(viewer: Officer, hand_over_id: UUID) -> HandOver:
    """One offer, for those who work on the operation, and for the desk it is offered to while it waits. Whoever declined
    it, or gave the operation away, follows it no longer."""
    access.require(viewer, access.Act.RUN_OPERATION)
    waits = Q(to_desk=viewer.desk, state=HandOver.State.OFFERED) & (Q(to_officer=None) | Q(to_officer=viewer))
    mine = Q(operation__in=operations_for(viewer)) | waits
    found = HandOver.objects.filter(mine, pk=hand_over_id)
    offered = found.select_related("operation__desk", "by", "to_desk", "to_officer", "answered_by").first()
    if offered is None:
        raise NotPermitted(
            _("There is no such hand-over, or it was offered to somebody else."),
            _("Ask the officer who is responsible for the operation."),
            subject=f"hand_over:{hand_over_id}",
        )
    return offered


def receivers(giver: Officer) -> list[tuple[Desk, list[Officer]]]:
    """Desks with officers who may run operations, the giver's own desk first."""
    officers = Officer.objects.filter(is_active=True).exclude(pk=giver.pk).select_related("post__desk__agency")
    found: dict[Desk, list[Officer]] = {}
    for each in officers.order_by(F("post__desk_id"), "name"):
        if access.may(each, access.Act.RUN_OPERATION):
            found.setdefault(each.desk, []).append(each)
    return sorted(found.items(), key=lambda pair: (pair[0] != giver.desk, pair[0].pk))
