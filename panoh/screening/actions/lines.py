"""One line of a roster: adding a person by hand, people not yet spoken to, corrections, and what became of each."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.instruments.library import screening_instruments
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.screening.actions.roster import because_of, payload_of
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.queries.digests import last_number
from panoh.screening.queries.lines import Taken, digest_by_hand
from panoh.screening.queries.operations import held_operation
from panoh.screening.queries.reading import mark_of
from panoh.screening.rules.answers import Answer
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import SEEN, WEIGHTS, Asks, triage

MOST_UNNAMED = 500
_Status = RosterEntry.Status


@dataclass(frozen=True)
class Line:
    """What is known of a person, and the day of removal where one is planned."""

    row: RosterRow
    removal_on: date | None = None


@act
def add_person(*, operation: Operation, line: Line, another: bool = False, by: Officer, at: datetime) -> RosterEntry:
    """One person by hand, with only what is known. `another`: the officer says that a namesake is somebody else."""
    held = held_operation(by, operation.pk)
    digest = _free(digest_by_hand(held, line.row), another=another)
    entry = _entry(held, line, digest, number=last_number(held) + 1)
    entry.save(force_insert=True)
    ledger.write(act="add_person", by=by, at=at, subject=f"roster:{entry.pk}", operation=str(held.pk))
    return entry


@act
def add_unnamed(
    *, operation: Operation, number: int, sex: str = "unknown", children: bool = False, by: Officer, at: datetime
) -> list[RosterEntry]:
    """People seen and not yet spoken to: a line for each, so that the numbers are right from the first minute."""
    held = held_operation(by, operation.pk)
    if not 1 <= number <= MOST_UNNAMED:
        raise Refused(
            _("Between 1 and %(most)s people are added at once.") % {"most": MOST_UNNAMED},
            _("Add the rest in a second step."),
            subject=f"operation:{held.pk}",
        )
    first, year = last_number(held) + 1, held.on.year
    born: dict[str, Any] = {"born_from": year - 18, "born_to": year} if children else {}
    rows = [RosterRow(row=first + step, sex=sex, **born) for step in range(number)]
    entries = [_entry(held, Line(row), _unknown(), number=row.row) for row in rows]
    RosterEntry.objects.bulk_create(entries)
    ledger.write(act="add_unnamed", by=by, at=at, subject=f"operation:{held.pk}", people=number)
    return entries


@act
def correct_line(
    *, entry: RosterEntry, line: Line, seen: str = "", another: bool = False, by: Officer, at: datetime
) -> RosterEntry:
    """What is known better. What stood there before is kept with it, sealed. `seen`: the mark the page showed. Whoever
    was recognised as presumed before keeps their place (`decide_match`)."""
    held = held_line(entry, by)
    if seen and seen != mark_of(held):
        raise Conflict(
            _("Someone else corrected this line meanwhile."),
            _("Look at it again; what you wrote is below."),
            subject=f"roster:{held.pk}",
            both=held,
        )
    _not_declined(held)
    digest = _free(digest_by_hand(held.operation, line.row, besides=held), another=another)
    said = vault.unseal(held)
    earlier = [*said.get("earlier", ()), {**_as_kept(held, said), "until": at.isoformat(), "by": by.pk}]
    answered = tuple((item, Answer(value)) for item, value in held.answers.items() if item not in SEEN)
    recognised = 0 if "presumed" in held.because else held.urgency & WEIGHTS["presumed"]
    _put(held, replace(line, row=replace(line.row, answers=(*line.row.answers, *answered))))
    held.urgency |= recognised
    person = UUID(said["person"]) if said.get("person") else None
    vault.seal(held, {**payload_of(line.row, person), "earlier": earlier})
    if digest not in vault.forms_from(held.digest):
        former = [vault.forms_from(each)[-1] for each in (*held.former_digests, held.digest)]
        held.former_digests, held.digest = former, digest
    held.save()
    ledger.write(act="correct_line", by=by, at=at, subject=f"roster:{held.pk}", fields=("names", "documents"))
    return held


def held_line(entry: RosterEntry, by: Officer, *, open_only: bool = True) -> RosterEntry:
    """The line as it is now, locked with its operation until the act is over."""
    held_operation(by, entry.operation_id, open_only=open_only)
    lines = RosterEntry.objects.select_for_update(no_key=True, of=("self",)).select_related("operation__desk")
    held = lines.get(pk=entry.pk)
    if held.status == _Status.JOINED:
        raise OutOfOrder(
            _("This line was joined to another one."),
            _("Open the other line, or take the two apart again first."),
            subject=f"roster:{held.pk}",
        )
    return held


def line_held(entry_id: UUID) -> RosterEntry:
    """The line locked, whatever became of it: whoever erases the names of a list waits until this act is over, and finds what
    it recorded; or has erased already, and this act sees it. Part of an act that records what keeps a name."""
    lines = RosterEntry.objects.select_for_update(no_key=True, of=("self",)).select_related("operation")
    return lines.get(pk=entry_id)


def _not_declined(held: RosterEntry) -> None:
    if held.status == _Status.DECLINED:
        raise OutOfOrder(
            _("This person declined, and nothing that names them was kept."),
            _("If they come back, begin a new screening with them."),
            subject=f"roster:{held.pk}",
        )


def _free(found: str | Taken, *, another: bool) -> str:
    """The digest to use; refused in the words that name the line where the person stands already."""
    if isinstance(found, str):
        return found
    if another and found.free:
        return found.free
    line = {"number": found.number}
    if not found.free:
        raise Conflict(
            _("This person stands on the roster already: line %(number)s.") % line,
            _("Open that line and correct it there. Nobody is doubled."),
            subject=f"roster:{found.entry}",
            both=found,
        )
    raise Conflict(
        _("Somebody of the same name stands on the roster already: line %(number)s.") % line,
        _("If it is somebody else, say so and add the person; if not, open that line."),
        subject=f"roster:{found.entry}",
        both=found,
    )


def _entry(operation: Operation, line: Line, digest: str, *, number: int) -> RosterEntry:
    entry = RosterEntry(operation=operation, row=number, digest=digest)
    _put(entry, line)
    vault.seal(entry, payload_of(line.row, None))
    return entry


def _put(entry: RosterEntry, line: Line) -> None:
    """What stands open and coarse on a line, and its place in the queue."""
    row, found = line.row, triage(line.row, Asks.all_of(screening_instruments()), on=entry.operation.on)
    entry.sex, entry.nationality = row.sex, row.nationality
    entry.born_from, entry.born_to = row.born_from, row.born_to
    entry.answers = {item: answer.value for item, answer in row.answers}
    entry.urgency, entry.because, entry.instrument = found.urgency, because_of(found), found.instrument
    entry.removal_on, entry.reachable = line.removal_on, bool(row.contact)


def removal_known(entry: RosterEntry, on: date, *, known_on: date) -> None:
    """Somebody learned of a planned removal elsewhere: the line raises the alert it raises for one on a list. The earlier
    day stands, unless it is past and she is still here. Part of another act."""
    if entry.removal_on is None or on < entry.removal_on or entry.removal_on < known_on:
        RosterEntry.objects.filter(pk=entry.pk).update(removal_on=on)


def _as_kept(entry: RosterEntry, said: dict[str, Any]) -> dict[str, Any]:
    """What a correction replaces, as plain values."""
    plain = {key: value for key, value in said.items() if key != "earlier"}
    removal = entry.removal_on.isoformat() if entry.removal_on else ""
    coarse = {"sex": entry.sex, "born_from": entry.born_from, "born_to": entry.born_to}
    return {**plain, **coarse, "nationality": entry.nationality, "removal_on": removal}


def _unknown() -> str:
    return vault.blind("roster", f"line:{uuid.uuid4()}")
