"""Opening an operation (a flight, a raid, a camp list), and what becomes of each person on its roster."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder
from panoh.screening.models import Operation, RosterEntry
from panoh.screening.queries.operations import operation_for

_Status = RosterEntry.Status


@act
def open_operation(*, kind: str, title: str, on: date, region: str = "", by: Officer, at: datetime) -> Operation:
    """A group of people is expected. From here on everybody in it is to be accounted for."""
    access.require(by, access.Act.RUN_OPERATION)
    operation = Operation(kind=kind, title=title, on=on, region=region, desk=by.desk, opened_by=by, opened_at=at)
    try:
        with transaction.atomic():
            operation.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("Your desk has this operation on that day already."), _("Open it from the list and add people there.")
        ) from None
    ledger.write(act="open_operation", by=by, at=at, subject=f"operation:{operation.pk}", kind=kind)
    return operation


@act
def set_roster_status(*, entry: RosterEntry, status: str, by: Officer, at: datetime) -> RosterEntry:
    """What became of a person on the roster. Whoever moved on or was screened can always be seen again.

    An adult who declined leaves sex and nationality, and the digest by which a list sent again does not bring them
    back; name, papers, answers and the place in the list are erased (promise 4).
    """
    operation_for(by, entry.operation_id)
    kept = RosterEntry.objects.select_for_update().get(pk=entry.pk)  # two officers may meet the same person
    if kept.status != entry.status:
        raise Conflict(
            _("Someone else changed this person's place on the roster meanwhile."),
            _("Look at the roster again; then decide."),
            subject=f"roster:{entry.pk}",
            both=kept,
        )
    if kept.status == _Status.DECLINED:
        raise OutOfOrder(
            _("This person declined, and nothing that names them was kept."),
            _("If they come back, begin a new screening with them."),
            subject=f"roster:{entry.pk}",
        )
    before, kept.status = kept.status, status
    if status == _Status.DECLINED:
        leave_roster(kept)
    kept.save()
    ledger.write(act="set_roster_status", by=by, at=at, subject=f"roster:{kept.pk}", before=before, status=status)
    return kept


def leave_roster(entry: RosterEntry) -> None:
    """The person on the roster declined an interview. Whoever agreed to one before stays counted as screened."""
    if entry.case_id is None:
        _forget(entry)
    else:
        entry.status = _Status.SCREENED
    entry.save()


def _forget(entry: RosterEntry) -> None:
    vault.destroy(entry)
    entry.matches.all().delete()
    entry.status = _Status.DECLINED
    entry.row, entry.urgency, entry.instrument = 0, 0, ""
    entry.answers, entry.because = {}, []
    entry.born_from = entry.born_to = None
