"""Sending a list of penalties, saying what its columns mean, comparing it part by part, and screening the people on it."""

from __future__ import annotations

import hashlib
import io
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.exchange.actions import refuse_odd_map, remembered, source_of
from panoh.exchange.contents import Contents, contents_of_file, understood
from panoh.exchange.manifest.column_map import NO_MAP, ColumnMap
from panoh.exchange.penalties.columns import HEADINGS
from panoh.exchange.penalties.queries import list_for, penalties_of
from panoh.exchange.penalties.reading import Defaults, Penalties, penalties_in
from panoh.exchange.queries import contents_of
from panoh.instruments import countries
from panoh.justice.actions.hits import erase_dismissed, propose_hits
from panoh.justice.models import Penalty, PenaltyList
from panoh.justice.models.penalties import PenaltyAuthority
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.screening.actions import open_operation
from panoh.screening.models import ListSent

KEPT_FOR = timedelta(days=1)
KEPT_HALF_COMPARED_FOR = timedelta(days=7)
AT_ONCE = 1_000
"""So many rows are compared in one transaction; where it breaks off, it goes on with the next."""
READ_TO_COMPARE = ("names", "birth_date")
State = PenaltyList.Comparing


@act
def send_penalties(
    *, content: bytes, kind: str, authority: str, sheet: str = "", by: Officer, at: datetime
) -> PenaltyList:
    """Kept sealed until the officer has seen what is in it. Raises ManifestUnusable for what is no such list. `kind` and
    `authority` hold for rows that say nothing else. Lists older than a day are erased first, and hits that were nobody."""
    access.require(by, access.Act.RUN_OPERATION)
    if kind not in Penalty.Kind.values or authority not in PenaltyAuthority.values:
        raise Refused(_("A penalty is one of the list, by an authority of the list."), _("Choose both."))
    erase_old_penalty_lists(at)
    raw = contents_of_file(io.BytesIO(content), sheet=sheet)
    source = source_of(raw, by)
    column_map = ColumnMap.of(source.columns) if source else NO_MAP
    sent = PenaltyList(officer=by, sent_at=at, source=source, kind=kind, authority=authority)
    sent.file_digest = hashlib.sha256(content).hexdigest()
    _read(sent, raw, column_map, source=source.name if source else "")
    sent.save(force_insert=True)
    ledger.write(act="send_penalties", by=by, at=at, subject=f"list:{sent.pk}", file=sent.file_digest, kind=kind)
    return sent


@act
def map_penalty_columns(
    *, sent: PenaltyList, column_map: ColumnMap, source: str = "", by: Officer, at: datetime
) -> PenaltyList:
    """Say what the columns mean, and remember it under the name of the sender. Nobody is compared by it."""
    held = _held(sent, by)
    if held.state != State.WAITING:
        raise OutOfOrder(
            _("This list is being compared, as it was read."),
            _("Erase it and send the file again to have it read in another way; nobody is doubled."),
            subject=f"list:{held.pk}",
        )
    contents = contents_of(held)
    refuse_odd_map(contents, column_map, subject=f"list:{held.pk}", also=HEADINGS)
    held.source = remembered(source, column_map, by=by, at=at) if source else None
    _read(held, contents, column_map)
    held.save()
    ledger.write(act="map_penalty_columns", by=by, at=at, subject=f"list:{held.pk}", file=held.file_digest)
    return held


@act
def compare_penalties(*, sent: PenaltyList, most: int = AT_ONCE, by: Officer, at: datetime) -> PenaltyList:
    """The next rows: these all together or none of them. Called until it is compared; where it broke off stands in the
    list, and a row compared before proposes nobody twice. The names read for it are counted in the ledger."""
    held = _held(sent, by)
    rows = penalties_of(held).rows
    if held.state == State.TAKEN:
        held.done = 0
    part = rows[held.done : held.done + most]
    hits, opened = propose_hits(sent=held, rows=part, at=at)
    held.done += len(part)
    held.state = State.TAKEN if held.done == len(rows) else State.TAKING
    held.taken_at = at if held.state == State.TAKEN else None
    held.save(update_fields=["done", "state", "taken_at"])
    ledger.write(
        act="compare_penalties",
        by=by,
        at=at,
        subject=f"list:{held.pk}",
        fields=READ_TO_COMPARE if opened else (),
        file=held.file_digest,
        rows=len(part),
        compared=opened,
        hits=hits,
    )
    return held


@act
def drop_penalties(*, sent: PenaltyList, by: Officer, at: datetime) -> None:
    """Erase what the file says; hits that were found stay until they are decided."""
    kept = _held(sent, by)
    PenaltyList.objects.filter(pk=kept.pk).update(sealed=None, sealed_key=None)
    ledger.write(act="drop_penalties", by=by, at=at, subject=f"list:{kept.pk}", file=kept.file_digest)


@act
def screen_listed(*, sent: PenaltyList, title: str, on: date, by: Officer, at: datetime) -> ListSent:
    """Everybody on the list is to be asked before anything is carried out: an operation of its own, and the list ready to
    be taken onto its roster, as every manifest is."""
    kept = _held(sent, by)
    if not title.strip():
        raise Refused(_("An operation has a name."), _("Write it, without the name of a person."))
    operation = open_operation(kind="detention", title=title.strip(), on=on, by=by, at=at)
    raw = contents_of(kept)
    contents = understood(raw, raw.column_map, on=on)
    made = ListSent(operation=operation, officer=by, sent_at=at, source=kept.source, kind=contents.kind)
    made.file_digest, made.people = kept.file_digest, len(contents.people)
    vault.seal(made, contents.payload())
    made.save(force_insert=True)
    ledger.write(act="screen_listed", by=by, at=at, subject=f"operation:{operation.pk}", file=kept.file_digest)
    return made


def _read(sent: PenaltyList, raw: Contents, column_map: ColumnMap, *, source: str = "") -> None:
    """What the list says under these columns, sealed with its table."""
    on = timezone.localdate(sent.sent_at)
    contents = understood(raw, column_map, on=on, source=source)
    found = Penalties((), (), frozenset(), contents.fields)
    if contents.unusable is None:
        money = countries.country(settings.COUNTRY).currency
        found = penalties_in(contents, Defaults(sent.kind, sent.authority, on, money))
    sent.file_kind, sent.people = contents.kind, len(found.rows)
    vault.seal(sent, {**contents.payload(), "penalties": found.kept()})


def _held(sent: PenaltyList, by: Officer) -> PenaltyList:
    """Locked until the act is over: two pages going on with it take one part after the other."""
    PenaltyList.objects.select_for_update(no_key=True).only("pk").filter(pk=sent.pk).first()
    return list_for(by, sent.pk)


def erase_old_penalty_lists(at: datetime) -> int:
    """Those past their day, with hits that were nobody; part of another act. Gives how many lists there were. Of what was not
    compared by then, the file is sent again."""
    old = Q(sent_at__lt=at - KEPT_FOR) & ~Q(state=State.TAKING)
    kept = PenaltyList.objects.filter(sealed__isnull=False)
    gone = kept.filter(old | Q(sent_at__lt=at - KEPT_HALF_COMPARED_FOR)).update(sealed=None, sealed_key=None)
    erase_dismissed(at)
    return gone
