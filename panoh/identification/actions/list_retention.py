"""Names on the list of a closed operation that led to no case: kept for a reason until a day, or erased when two officers say
so. What coverage counts stays."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.forgetting import forget_lines
from panoh.identification.actions.retention import check_keeping, check_second
from panoh.identification.models import ListRetention
from panoh.identification.models.retention import WAITS_FOR_SECOND
from panoh.identification.queries.list_retention import beyond_their_time, closed_operations, left_in
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder
from panoh.screening.models import Operation


@act
def keep_list_names(*, operation: Operation, because: str, until: date, by: Officer, at: datetime) -> ListRetention:
    """The names on this list are needed longer, until a day within the country's limit."""
    held = _closed(operation, by=by)
    check_keeping(because, ListRetention.KEEPING, until, today=timezone.localdate(at), subject=_subject(held))
    _nobody_asked(held)
    kept = ListRetention.objects.create(operation=held, because=because, keep_until=until, by=by, at=at)
    ledger.write(act="keep_list_names", by=by, at=at, subject=_subject(held), because=because, until=until.isoformat())
    return kept


@act
def ask_to_erase_list(*, operation: Operation, by: Officer, at: datetime) -> ListRetention:
    """Ask a second officer to erase the names on this list that led to no case: their time is over."""
    held = _closed(operation, by=by)
    _nobody_asked(held)
    if not beyond_their_time(on=timezone.localdate(at)).filter(pk=held.pk).exists() or not left_in([held.pk]):
        raise OutOfOrder(
            _("No name on this list is past its time: it is not over, or each led to a case, or they are kept longer."),
            _("Wait for that day. A person who wants no contact is erased from the roster at once."),
            subject=_subject(held),
        )
    because = ListRetention.Because.PERIOD_OVER
    asked = ListRetention.objects.create(operation=held, because=because, by=by, at=at)
    ledger.write(act="ask_to_erase_list", by=by, at=at, subject=_subject(held))
    return asked


@act
def erase_list_names(*, asked: ListRetention, by: Officer, at: datetime) -> ListRetention:
    """Destroy who these people were. What coverage counts stays: how many there were, of which sex and country, and what
    became of them. Their digests stay too, so that the same list sent again brings no name back. It cannot be undone."""
    waiting = _waiting(asked, by=by)
    held = _closed(waiting.operation, by=by)
    lines = [line for line, _operation in left_in([held.pk])]
    waiting.lines = len(lines)
    waiting.second_by, waiting.erased_at = by, at
    waiting.save(update_fields=["second_by", "erased_at", "lines"])
    forget_lines(lines)
    ledger.write(act="erase_list_names", by=by, at=at, subject=_subject(held), lines=waiting.lines)
    return waiting


@act
def refuse_to_erase_list(*, asked: ListRetention, by: Officer, at: datetime) -> ListRetention:
    """The second officer does not agree: the names stay, and the list comes before people again."""
    waiting = _waiting(asked, by=by)
    waiting.second_by, waiting.refused_at = by, at
    waiting.save(update_fields=["second_by", "refused_at"])
    ledger.write(act="refuse_to_erase_list", by=by, at=at, subject=_subject(waiting.operation))
    return waiting


def _closed(operation: Operation, *, by: Officer) -> Operation:
    """The operation, locked, if it is closed: nobody can be met on it, and nobody opens it, until the act is over."""
    access.require(by, access.Act.KEEP_OR_ERASE)
    Operation.objects.select_for_update(no_key=True).get(pk=operation.pk)
    held = closed_operations().filter(pk=operation.pk).first()
    if held is None:
        raise OutOfOrder(
            _("This operation is not closed: its people may still be met."),
            _("The desk that is responsible for it closes it first."),
            subject=_subject(operation),
        )
    return held


def _waiting(asked: ListRetention, *, by: Officer) -> ListRetention:
    access.require(by, access.Act.KEEP_OR_ERASE)
    rows = ListRetention.objects.select_for_update(no_key=True, of=("self",)).select_related("operation")
    held = rows.get(pk=asked.pk)
    check_second(held, by=by, subject=_subject(held.operation))
    return held


def _nobody_asked(operation: Operation) -> None:
    if operation.retentions.filter(WAITS_FOR_SECOND).exists():
        raise Conflict(
            _("A colleague asked to erase these names."), _("Sign it, or send it back."), subject=_subject(operation)
        )


def _subject(operation: Operation) -> str:
    return f"operation:{operation.pk}"
