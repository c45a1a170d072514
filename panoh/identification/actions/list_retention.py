"""Names on the list of a closed operation that led to no case: kept for a reason until a day, or erased when two officers say
so. What coverage counts stays."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.forgetting import forget_lines
from panoh.identification.actions.retention import check_keeping, check_nobody_asked, check_second
from panoh.identification.models import ListRetention
from panoh.identification.queries.list_retention import (
    beyond_their_time,
    closed_operations,
    closed_too_long,
    kept,
    led_nowhere,
    waited_for,
)
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import OutOfOrder
from panoh.screening.models import Closing, HandOver, Joining, Operation, RosterEntry
from panoh.screening.queries.lines import with_joined


@act
def keep_list_names(*, operation: Operation, because: str, until: date, by: Officer, at: datetime) -> ListRetention:
    """The names on this list are needed longer, until a day within the country's limit."""
    held = _closed(operation, by=by)
    check_keeping(because, ListRetention.KEEPING, until, today=timezone.localdate(at), subject=_subject(held))
    check_nobody_asked(held.retentions.all(), subject=_subject(held))
    made = ListRetention.objects.create(operation=held, because=because, keep_until=until, by=by, at=at)
    ledger.write(act="keep_list_names", by=by, at=at, subject=_subject(held), because=because, until=until.isoformat())
    return made


@act
def ask_to_erase_list(*, operation: Operation, by: Officer, at: datetime) -> ListRetention:
    """Ask a second officer to erase the names on this list that led to no case: their time is over."""
    held = _closed(operation, by=by)
    check_nobody_asked(held.retentions.all(), subject=_subject(held))
    if not beyond_their_time(on=timezone.localdate(at)).filter(pk=held.pk).exists():
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
    """Destroy who these people were, and what was written around the list. What coverage counts stays: how many there were,
    of which sex and country, and what became of them. Their digests stay too, so that the same list sent again brings
    no name back. The names of those who led to a case are read by whoever may see it. It cannot be undone."""
    waiting = _waiting(asked, by=by)
    held = _closed(waiting.operation, by=by)
    today = timezone.localdate(at)
    _as_it_was_asked(held, waiting, today=today)
    named = RosterEntry.objects.filter(operation=held, sealed_key__isnull=False)
    list(
        named.select_for_update(no_key=True).order_by("pk").values_list("pk")
    )  # whoever is met now, fined or found on a list, is so before or after: each of these acts locks the line as well
    lines = _led_nowhere(held, on=today)
    waiting.lines = len(lines)
    waiting.second_by, waiting.erased_at = by, at
    waiting.save(update_fields=["second_by", "erased_at", "lines"])
    forget_lines(lines, by=by, at=at)
    withhold_the_others([held.pk], on=today)
    for words in (HandOver, Closing):
        about = words._default_manager.filter(operation=held, sealed_key__isnull=False)
        about.update(sealed=None, sealed_key=None, **words.FORGOTTEN_WITH)
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
    held: Operation | None = closed_operations().filter(pk=operation.pk).first()
    if held is None:
        raise OutOfOrder(
            _("This operation is not closed: its people may still be met."),
            _("The desk that is responsible for it closes it first."),
            subject=_subject(operation),
        )
    return held


def withhold_the_others(operations: Collection[UUID], *, on: date) -> None:
    """Whose name stays on a list of erased ones is in the mechanism; whoever is only waited for is not told apart by it."""
    named = RosterEntry.objects.filter(operation__in=operations, sealed_key__isnull=False)
    named.exclude(waited_for(on), case=None).update(withheld=True)


def _led_nowhere(operation: Operation, *, on: date) -> set[UUID]:
    """With the lines joined to them, however often; all of one person go or all stay."""
    lines = set(led_nowhere(on=on).filter(operation=operation).values_list("pk", flat=True))
    standing = Joining.objects.filter(undone_at=None, kept__operation=operation).values_list("kept", flat=True)
    for line in lines.intersection(standing):
        theirs = with_joined([line])
        stays = RosterEntry.objects.filter(kept(on), pk__in=theirs).exists()
        lines = lines - {line} if stays else lines | theirs
    return lines


def _as_it_was_asked(operation: Operation, waiting: ListRetention, *, today: date) -> None:
    """What was asked of one list is no answer for people who came onto it since."""
    over = closed_too_long(on=today).filter(pk=operation.pk).first()
    if over is None or over.closed_at > waiting.at:
        raise OutOfOrder(
            _("The operation was opened again since this was asked, or nobody is left whose name could go."),
            _("Send it back. When the time is over again, the list comes before people anew."),
            subject=_subject(operation),
        )


def _waiting(asked: ListRetention, *, by: Officer) -> ListRetention:
    access.require(by, access.Act.KEEP_OR_ERASE)
    rows = ListRetention.objects.select_for_update(no_key=True, of=("self",)).select_related("operation")
    held = rows.get(pk=asked.pk)
    check_second(held, by=by, subject=_subject(held.operation))
    return held


def _subject(operation: Operation) -> str:
    return f"operation:{operation.pk}"
