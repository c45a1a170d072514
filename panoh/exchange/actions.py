"""Sending a list, saying what its columns mean, taking it onto the roster part by part, or dropping it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.exchange.contents import Contents, contents_of_file, understood
from panoh.exchange.manifest.column_map import NO_MAP, ColumnMap, keys_of, names_somebody
from panoh.exchange.manifest.columns import HEADINGS
from panoh.exchange.queries import contents_of, list_for, people_of, sources_of
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.screening.actions import import_roster
from panoh.screening.models import ListSent, ManifestSource, Operation
from panoh.screening.queries.operations import operation_for

KEPT_FOR = timedelta(days=1)
KEPT_HALF_TAKEN_FOR = timedelta(days=7)
AT_ONCE = 1_000
"""So many people come onto the roster in one transaction; nobody else waits long for it."""

State = ListSent.State


@act
def send_list(*, operation: Operation, content: bytes, sheet: str = "", by: Officer, at: datetime) -> ListSent:
    """Keep a list sealed until the officer has seen what is in it. Raises ManifestUnusable for what is no manifest.
    `sheet`: which of a workbook, where it is not the first with headings we know.

    It is read as its source's lists are, where the headings are those of one source the desk keeps. Lists older than a
    day are erased first, half taken ones after a week: what was not taken by then is sent again.
    """
    operation_for(by, operation.pk)
    erase_old_lists(at)
    raw = contents_of_file(io.BytesIO(content), sheet=sheet)  # to its last line, or it is refused here
    source = source_of(raw, by)
    column_map = ColumnMap.of(source.columns) if source else NO_MAP
    contents = understood(raw, column_map, on=operation.on, source=source.name if source else "")
    sent = ListSent(operation=operation, officer=by, sent_at=at, source=source, kind=contents.kind)
    sent.file_digest, sent.people = hashlib.sha256(content).hexdigest(), len(contents.people)
    vault.seal(sent, contents.payload())
    sent.save(force_insert=True)
    ledger.write(act="send_list", by=by, at=at, subject=f"operation:{operation.pk}", file=sent.file_digest)
    return sent


@act
def map_columns(*, sent: ListSent, column_map: ColumnMap, source: str = "", by: Officer, at: datetime) -> ListSent:
    """Say what the columns of a list mean, and remember it under the name of its source. Nobody is added by it."""
    held = _held(sent, by)
    if held.state == State.TAKING:
        raise OutOfOrder(
            _("This list is being taken."), _("Let it come to its end first, or erase it."), subject=f"list:{held.pk}"
        )
    if held.state == State.TAKEN:
        raise OutOfOrder(
            _("The people of this list are on the roster, as it was read then."),
            _(
                "Correct their lines on the roster. Read in another way, the list would put everybody there a second time."
            ),
            subject=f"list:{held.pk}",
        )
    contents = contents_of(held)
    refuse_odd_map(contents, column_map, subject=f"list:{held.pk}")
    again = understood(contents, column_map, on=held.operation.on)
    held.source = remembered(source, column_map, by=by, at=at) if source else None
    held.state, held.people, held.done, held.added, held.already = State.WAITING, len(again.people), 0, 0, 0
    vault.seal(held, again.payload())
    held.save()
    ledger.write(
        act="map_columns",
        by=by,
        at=at,
        subject=f"operation:{held.operation_id}",
        file=held.file_digest,
        source=held.source.pk if held.source else None,
    )
    return held


@act
def take_list(*, sent: ListSent, most: int = AT_ONCE, by: Officer, at: datetime) -> ListSent:
    """Bring the next people of the list onto the roster: these all together or none of them. Called until it is taken.

    Where it broke off stands in the list, so it goes on from there; a list taken before is gone through again and adds
    nobody twice.
    """
    held = _held(sent, by)
    people = people_of(held)
    if held.state == State.TAKEN:
        held.done = held.added = held.already = 0
    before, part = people[: held.done], people[held.done : held.done + most]
    result = import_roster(
        operation=held.operation, rows=part, before=before, file_digest=held.file_digest, by=by, at=at
    )
    held.done += len(part)
    held.added += result.new
    held.already += result.already_on_roster
    held.state = State.TAKEN if held.done == len(people) else State.TAKING
    held.taken_at = at if held.state == State.TAKEN else None
    held.save(update_fields=["done", "added", "already", "state", "taken_at"])
    return held


@act
def drop_list(*, sent: ListSent, by: Officer, at: datetime) -> None:
    """Erase a list that was sent; who is on the roster stays."""
    kept = list_for(by, sent.pk)
    ledger.write(act="drop_list", by=by, at=at, subject=f"operation:{kept.operation_id}", file=kept.file_digest)
    kept.delete()


def _held(sent: ListSent, by: Officer) -> ListSent:
    """The list as it is now, locked until the act is over: two pages going on with it take one part after the other."""
    ListSent.objects.select_for_update(no_key=True).only("pk").filter(pk=sent.pk).first()
    return list_for(by, sent.pk)


def erase_old_lists(at: datetime) -> int:
    """Those past their day; part of another act. Gives how many there were."""
    old = Q(sent_at__lt=at - KEPT_FOR) & ~Q(state=State.TAKING)
    return ListSent.objects.filter(old | Q(sent_at__lt=at - KEPT_HALF_TAKEN_FOR)).delete()[0]


def source_of(contents: Contents, by: Officer) -> ManifestSource | None:
    """The one source whose headings stand in the file; of several that fit, the one that says most of it."""
    fitting = [each for each in sources_of(by) if ColumnMap.of(each.columns).fits(contents.headings)]
    return max(fitting, key=lambda each: len(each.columns["fields"]), default=None)


def refuse_odd_map(contents: Contents, column_map: ColumnMap, *, subject: str, also: Collection[str] = ()) -> None:
    """`also`: fields of lists that say more than who somebody is."""
    keys, said = keys_of(contents.headings), column_map.fields
    known = {*HEADINGS, *also, *contents.fields, ""}
    odd = [key for key, field in said.items() if key not in keys or field not in known]
    if odd or names_somebody(heading for heading, key in zip(contents.headings, keys, strict=True) if said.get(key)):
        raise Refused(
            _("What was said of the columns does not fit this list, or a heading looks like a person's."),
            _(
                "Choose for each column from the list. If the first row is a person's, add a row of headings to the file."
            ),
            subject=subject,
        )


def remembered(name: str, column_map: ColumnMap, *, by: Officer, at: datetime) -> ManifestSource:
    """A version more of the source, where something changed."""
    latest = ManifestSource.objects.filter(desk=by.desk, name=name).order_by("-version").first()
    kept = column_map.kept()
    if latest is not None and latest.columns == kept:
        return latest
    version = latest.version + 1 if latest else 1
    return ManifestSource.objects.create(
        desk=by.desk, name=name, version=version, columns=kept, saved_by=by, saved_at=at
    )
