"""Opening an operation (a raid, a flight, a camp list), its plan, and closing it once everybody is accounted for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from panoh.instruments import countries
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.screening.models import Closing, Duty, Operation
from panoh.screening.queries.coverage import coverage_of
from panoh.screening.queries.operations import closing_of, held_operation


@act
def open_operation(
    *,
    kind: str,
    title: str,
    on: date,
    region: str = "",
    place: str = "",
    sector: str = "",
    expected: int | None = None,
    by: Officer,
    at: datetime,
) -> Operation:
    """A group of people is expected. From here on everybody in it is to be accounted for, and `by` is responsible."""
    access.require(by, access.Act.RUN_OPERATION)
    plan = {"region": region, "place": place, "sector": sector, "expected": expected}
    _check(kind, region=region, sector=sector)
    operation = Operation(kind=kind, title=title, on=on, desk=by.desk, opened_by=by, opened_at=at, **plan)
    try:
        with transaction.atomic():
            operation.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("Your desk has this operation on that day already."), _("Open it from the list and add people there.")
        ) from None
    Duty.objects.create(operation=operation, officer=by, desk=by.desk, from_at=at)
    ledger.write(act="open_operation", by=by, at=at, subject=f"operation:{operation.pk}", kind=kind, expected=expected)
    return operation


@act
def expect(*, operation: Operation, expected: int | None, by: Officer, at: datetime) -> Operation:
    """How many people were announced is known, or known better. The earlier number stands in the ledger."""
    held = held_operation(by, operation.pk)
    before, held.expected = held.expected, expected
    held.save(update_fields=["expected"])
    subject = f"operation:{held.pk}"
    ledger.write(act="expect", by=by, at=at, subject=subject, before=before, expected=expected)
    return held


@act
def close_operation(*, operation: Operation, reason: str = "", by: Officer, at: datetime) -> Closing:
    """Everybody is accounted for, or the officer writes down why not: nobody is left out in silence."""
    held = held_operation(by, operation.pk)
    found = coverage_of(held, now=at)
    left = found.unaccounted + found.missing(held.expected)
    if left and not reason.strip():
        raise Refused(_left_in_words(left), _WRITE_WHY, subject=f"operation:{held.pk}")
    closing = Closing(operation=held, unaccounted=left, at=at, by=by)
    if reason.strip():
        vault.seal(closing, {"reason": reason.strip()})
    closing.save(force_insert=True)
    subject = f"operation:{held.pk}"
    ledger.write(act="close_operation", by=by, at=at, subject=subject, unaccounted=left, people=dict(found.places))
    return closing


@act
def reopen_operation(*, operation: Operation, by: Officer, at: datetime) -> Operation:
    """Somebody came after all, or was forgotten. The closing is kept."""
    held = held_operation(by, operation.pk, open_only=False)
    closing = closing_of(held)
    if closing is None:
        raise OutOfOrder(_("This operation is open."), _("Go on with it."), subject=f"operation:{held.pk}")
    closing.reopened_at, closing.reopened_by = at, by
    closing.save(update_fields=["reopened_at", "reopened_by"])
    ledger.write(act="reopen_operation", by=by, at=at, subject=f"operation:{held.pk}")
    return held


def close_again(operations: Collection[UUID], *, at: datetime) -> None:
    """A copy was put back in which these were never closed. The names on their lists were erased, so they had been: open, each
    would show its list by an urgency only those have whose name stayed. Why somebody was left out is not known any more."""
    for held in Operation.objects.filter(pk__in=operations, closings=None).select_related("opened_by"):
        found = coverage_of(held, now=at)
        left = found.unaccounted + found.missing(held.expected)
        Closing.objects.create(operation=held, unaccounted=left, at=at, by=held.opened_by, reason_erased=True)
        ledger.write(act="erase_again", by=None, at=at, subject=f"operation:{held.pk}", unaccounted=left)


_WRITE_WHY = _("See to them, set a day to see them again, or write down why they could not be reached.")


def _left_in_words(left: int) -> object:
    return ngettext_lazy("%(n)s person is not accounted for.", "%(n)s people are not accounted for.", "n") % {"n": left}


def _check(kind: str, *, region: str, sector: str) -> None:
    regions = {each.code for each in countries.divisions(settings.COUNTRY)}
    sectors = {each.key for each in countries.sectors(settings.COUNTRY)}
    known = kind in Operation.Kind.values and region in {"", *regions} and sector in {"", *sectors}
    if not known:
        raise Refused(
            _("The kind of operation, the region or the sector is not in the list."), _("Choose from the lists.")
        )
