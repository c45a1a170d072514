"""Sending a list, taking it onto the roster after seeing what is in it, or dropping it."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from panoh.exchange.queries import list_for, manifest_of, read_list
from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.screening.actions import ImportResult, import_roster
from panoh.screening.models import ListSent, Operation
from panoh.screening.queries.operations import operation_for

KEPT_FOR = timedelta(days=1)


@act
def send_list(*, operation: Operation, content: bytes, by: Officer, at: datetime) -> ListSent:
    """Keep a list sealed until the officer has seen what is in it. Raises ManifestUnusable for what is no manifest.

    Lists older than a day are erased first: what was not taken by then is sent again.
    """
    operation_for(by, operation.pk)
    ListSent.objects.filter(sent_at__lt=at - KEPT_FOR).delete()
    all(line for line in read_list(operation, content).lines)  # to its last line, or it is refused here
    sent = ListSent(operation=operation, officer=by, sent_at=at, file_digest=hashlib.sha256(content).hexdigest())
    vault.seal(sent, {"text": content.decode("utf-8-sig")})
    sent.save(force_insert=True)
    ledger.write(act="send_list", by=by, at=at, subject=f"operation:{operation.pk}", file=sent.file_digest)
    return sent


@act
def take_list(*, sent: ListSent, by: Officer, at: datetime) -> ImportResult:
    """Everybody whose row can be read comes onto the roster, in one transaction. Taking a list again adds nobody."""
    kept = list_for(by, sent.pk)
    people = (line.person for line in manifest_of(kept).lines if line.person is not None)
    result = import_roster(operation=kept.operation, rows=people, file_digest=kept.file_digest, by=by, at=at)
    kept.taken_at = at
    kept.save(update_fields=["taken_at"])
    return result


@act
def drop_list(*, sent: ListSent, by: Officer, at: datetime) -> None:
    """Erase a list that was sent; who is on the roster stays."""
    kept = list_for(by, sent.pk)
    ledger.write(act="drop_list", by=by, at=at, subject=f"operation:{kept.operation_id}", file=kept.file_digest)
    kept.delete()
