"""The people on an operation's roster, by urgency. Showing their names is a read of personal data: one line in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, Field, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.operation import OperationKind
from panoh.instruments.kinds.source import Words
from panoh.registry import access, ledger, vault
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted
from panoh.registry.rules.age import MAJORITY, age
from panoh.registry.rules.reading_acts import rows_in_words
from panoh.screening.models import Closing, Duty, HandOver, Operation, RosterEntry, RosterMatch
from panoh.screening.queries.asked import asked_of
from panoh.screening.queries.coverage import Place, coverage_of, places
from panoh.screening.queries.likely import CasesOnRecord, cases_on_record
from panoh.screening.queries.matches import matches_for
from panoh.screening.queries.operations import closing_of, kind_of, operation_for, operations_for, responsible, where_of
from panoh.screening.queries.why import Why, why
from panoh.screening.queries.withheld import as_seen, would_tell
from panoh.screening.rules.coverage import DONE, JOINED, Coverage
from panoh.screening.rules.urgency import WEIGHTS

ON_A_PAGE = 50
NAMES, PAPERS = "names", "documents"


class Show(StrEnum):
    """Which part of a roster is looked at."""

    QUEUE = "queue"
    IN_DANGER = "in_danger"
    SCREENED = "screened"
    MOVED_ON = "moved_on"
    NOT_MET = "not_met"


@dataclass(frozen=True)
class OnRoster:
    """One person as the officer at the gate needs them: who to call, why now, and whether they may be on record."""

    entry: RosterEntry
    name: str
    description: str
    birth_date: str
    document: str
    with_officer: str
    """Who is with the person now; empty where nobody is."""
    why: tuple[Why, ...]
    on_record: CasesOnRecord
    to_compare: bool = False
    """May be somebody on record, and the viewer is one who may see that."""
    asks_purpose: bool = False
    """What the line says is shown once the viewer said what for."""


@dataclass(frozen=True)
class RosterPage:
    """One page of a roster with the coverage of the whole."""

    operation: Operation
    kind: OperationKind
    where: tuple[Words, ...]
    """Region or district, and sector of work, as far as they are known."""
    coverage: Coverage
    places: tuple[Place, ...]
    closing: Closing | None
    duty: Duty | None
    offered: HandOver | None
    in_danger: int
    show: Show
    page: Page[UUID]
    people: tuple[OnRoster, ...]

    @property
    def asks_purpose(self) -> bool:
        return any(each.asks_purpose for each in self.people)


def roster_page(
    viewer: Officer, operation_id: UUID, *, show: Show = Show.QUEUE, page: str = "1", at: datetime
) -> RosterPage:
    operation = operation_for(viewer, operation_id)
    coverage = coverage_of(operation, now=at)
    shown = _pages(operation, show, coverage).get_page(page)
    return RosterPage(
        operation=operation,
        kind=kind_of(operation),
        where=where_of(operation),
        coverage=coverage,
        places=places(coverage),
        closing=closing_of(operation),
        duty=responsible(operation),
        offered=operation.hand_overs.filter(state=HandOver.State.OFFERED).select_related("to_desk").first(),
        in_danger=part_of(operation, Show.IN_DANGER).count(),
        show=show,
        page=shown,
        people=on_roster(_entries(shown.object_list), operation, viewer=viewer, at=at),
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


def may_be_a_child(entry: RosterEntry) -> bool:
    """On the day of the operation; an age nobody knows counts as a child's."""
    born = entry.born_to
    return born is None or age(date(born, 12, 31), entry.operation.on) < MAJORITY


def family_of(entry: RosterEntry) -> tuple[RosterEntry, ...]:
    """Who came together with this person, by their lines."""
    if entry.family is None:
        return ()
    others = RosterEntry.objects.filter(operation=entry.operation_id, family=entry.family).exclude(pk=entry.pk)
    return tuple(others.exclude(status=RosterEntry.Status.JOINED).order_by("row"))


def said_of(entry: RosterEntry, *, viewer: Officer, at: datetime) -> PersonGiven:
    """What the list says of one person, for the interview to begin from; the person corrects it."""
    entry_for(viewer, entry.pk)
    with ledger.reading():
        ledger.write(act="read_roster", by=viewer, at=at, subject=f"roster:{entry.pk}", fields=(NAMES, PAPERS))
        [(entry, said)] = opened([entry], viewer)
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


def opened(entries: Iterable[RosterEntry], viewer: Officer) -> list[tuple[RosterEntry, dict[str, Any]]]:
    """Lines with what they say, as the viewer may see them. Part of another query, which writes the ledger line."""
    return [(each, vault.unseal(each)) for each in as_seen(entries, viewer)]


def in_order(operation: Operation) -> QuerySet[RosterEntry]:
    """By urgency, then as the list was; on a list before removal, whose day is nearest comes first."""
    lines, urgency, removal = RosterEntry.objects.filter(operation=operation), F("urgency"), F("removal_on")
    if getattr(
        operation, "was_closed", True
    ):  # names may be erased since then: the place of one that stays tells nothing
        erased = RosterEntry.FORGOTTEN_WITH
        lines = lines.annotate(hurry=_unless_it_tells("urgency", erased), leaves=_unless_it_tells("removal_on", erased))
        urgency, removal = F("hurry"), F("leaves")
    by_day = (removal.asc(nulls_last=True),) if kind_of(operation).asks_removal else ()
    return lines.order_by(*by_day, urgency.desc(), "row", "pk")


def _unless_it_tells(name: str, erased: Mapping[str, Any]) -> Case:
    field = RosterEntry._meta.get_field(name)
    assert isinstance(field, Field)
    return Case(When(would_tell(), then=Value(erased[name], field)), default=F(name), output_field=field)


def waiting(operation: Operation) -> QuerySet[RosterEntry]:
    """Who gives no reason for hurry is in it all the same."""
    return in_order(operation).exclude(status__in=(*DONE, JOINED))


def on_roster(
    entries: tuple[RosterEntry, ...], operation: Operation, *, viewer: Officer, at: datetime
) -> tuple[OnRoster, ...]:
    """The people of these lines with their names: one line in the ledger. A line that asks what for is shown without."""
    if not entries:
        return ()
    entries = tuple(as_seen(entries, viewer))
    asked = asked_of(entries, operation, viewer)
    said = _said(tuple(each for each in entries if each.pk not in asked.shut), operation, asked.kept, viewer, at)
    return _people(entries, [said.get(each.pk, {}) for each in entries], asked.shut, viewer, at)


def _said(
    entries: tuple[RosterEntry, ...], operation: Operation, kept: dict[str, str], viewer: Officer, at: datetime
) -> dict[UUID, dict[str, Any]]:
    """What lines say, by line: one line in the ledger, none where nothing is opened."""
    if not entries:
        return {}
    with ledger.reading():
        subject, fields = f"operation:{operation.pk}", (NAMES, PAPERS)
        told: dict[str, Any] = {"rows": rows_in_words(entry.row for entry in entries), "people": len(entries), **kept}
        ledger.write(act="read_roster", by=viewer, at=at, subject=subject, fields=fields, **told)
        return {each.pk: vault.unseal(each) for each in entries}


def _people(
    entries: tuple[RosterEntry, ...],
    said: Sequence[dict[str, Any]],
    shut: Collection[UUID],
    viewer: Officer,
    at: datetime,
) -> tuple[OnRoster, ...]:
    likely = cases_on_record(said, viewer)
    results = access.may(viewer, access.Act.READ_SCREENING)
    matched = set(
        matches_for(viewer).filter(entry__in=entries, state__in=RosterMatch.OPEN).values_list("entry", flat=True)
    )
    return tuple(
        OnRoster(
            entry=entry,
            name=each.get("name", ""),
            description=each.get("description", ""),
            birth_date=each.get("birth_date", ""),
            document=each.get("document", ""),
            with_officer=entry.claimed_by.name if entry.claimed_by and holds(entry, at=at) else "",
            why=tuple(reason for reason in why(entry) if results or not reason.finding),
            on_record=on_record,
            to_compare=entry.pk in matched,
            asks_purpose=entry.pk in shut,
        )
        for entry, each, on_record in zip(entries, said, likely, strict=True)
    )


def holds(entry: RosterEntry, *, at: datetime) -> bool:
    """Whether an officer is with the person at this moment."""
    return entry.claimed_until is not None and entry.claimed_until > at


def _pages(operation: Operation, show: Show, coverage: Coverage) -> Paginator[UUID]:
    """Pages of ids: the index alone gives them, however long the roster, and only one page of lines is read whole."""
    pages = Paginator(part_of(operation, show).values_list("pk", flat=True), ON_A_PAGE)
    if show is Show.QUEUE:
        pages.count = coverage.open
    return pages


def _entries(ids: Iterable[UUID]) -> tuple[RosterEntry, ...]:
    """In the order of the ids."""
    wanted = list(ids)
    found = RosterEntry.objects.select_related("claimed_by").in_bulk(wanted)
    return tuple(found[each] for each in wanted if each in found)


def part_of(operation: Operation, show: Show) -> QuerySet[RosterEntry]:
    if show in {Show.SCREENED, Show.MOVED_ON, Show.NOT_MET}:
        return in_order(operation).filter(status=show.value)
    queue = waiting(operation).select_related("claimed_by")
    if show is Show.IN_DANGER:
        queue = queue.annotate(danger=F("urgency").bitand(WEIGHTS["in_danger"]))
        return queue.filter(~would_tell(), danger__gt=0)
    return queue
