"""Writing the ledger: append-only lines, each sealed together with the seal of the line before. `ledger_proof` proves them.

The seal is keyed (vault.ledger_sealer), so whoever owns the database but not the key ring can neither alter a
line nor forge a chain. Database triggers refuse change and removal as well, on SQLite and on PostgreSQL.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from panoh.registry import vault
from panoh.registry.ledger_lines import TURNED, Line, line_of, sealed_text
from panoh.registry.ledger_proof import Proof, verify
from panoh.registry.models import LedgerEntry, LedgerHead, Officer
from panoh.registry.records import everything
from panoh.registry.rules.reading_acts import purpose_of

__all__ = ["TURNED", "Proof", "begin_segment", "seal_of", "verify", "write"]


def write(
    *,
    act: str,
    by: Officer | None,
    at: datetime,
    subject: str = "",
    fields: tuple[str, ...] = (),
    purpose: str = "",
    **detail: Any,
) -> None:
    """Add one line. Must stand inside the transaction of the act it records, as its last write. A reading that names no
    purpose is given the one of its act.

    The head row is locked until the transaction ends (on SQLite the write transaction is exclusive already),
    so two acts at once get consecutive lines. Whoever locked another row waits here for the one before, which must not
    wait for that row in turn: acts lock with `no_key=True`, since a plain lock also holds up every new row that refers
    to it (PostgreSQL looks at that when the one before commits), and lock all they need before their first line.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a ledger line belongs inside the transaction of its act")
    head = next(iter(everything(_head)), None) or LedgerHead.objects.create()
    line = LedgerEntry(
        seq=head.seq + 1,
        at=at,
        officer=by,
        act=act,
        subject=subject,
        fields=list(fields),
        purpose=purpose or purpose_of(act),
        detail=detail,
    )
    line.seal = seal_of(head.seal, line_of(line), segment=head.segment)
    line.save(force_insert=True)
    head.seq, head.seal = line.seq, line.seal
    head.save(update_fields=("seq", "seal"))


def _head() -> QuerySet[LedgerHead]:
    return LedgerHead.objects.select_for_update(no_key=True).filter(pk=1)


def begin_segment(segment: str, *, at: datetime) -> None:
    """Inside a transaction: from the next line on another key seals, for every process at once."""
    write(act=TURNED, by=None, at=at, segment=segment)
    LedgerHead.objects.filter(pk=1).update(segment=segment)


def seal_of(previous: str, line: Line, *, segment: str = "") -> str:
    """The seal that binds a line to the one before."""
    return vault.ledger_sealer(segment)(sealed_text(previous, *line.said))
