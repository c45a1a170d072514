"""Writing and proving the ledger: append-only lines, each sealed together with the seal of the line before.

The seal is keyed (vault.ledger_sealer), so whoever owns the database but not the key ring can neither alter a
line nor forge a chain. Database triggers refuse change and removal as well, on SQLite and on PostgreSQL.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from panoh.registry import vault
from panoh.registry.key_ring import ring
from panoh.registry.ledger_lines import Line, line_of, sealed_text, stored_lines
from panoh.registry.models import LedgerEntry, LedgerHead, Officer
from panoh.registry.records import everything
from panoh.registry.rules.reading_acts import purpose_of


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


TURNED = "turn_ledger_key"
"""The last line of a segment, sealed by the key before; it names the key of the next. The first line of the next is sealed over
this one's seal, so that whoever gets hold of an old key cannot write anything before it anew."""


def begin_segment(segment: str, *, at: datetime) -> None:
    """Inside a transaction: from the next line on another key seals, for every process at once."""
    write(act=TURNED, by=None, at=at, segment=segment)
    LedgerHead.objects.filter(pk=1).update(segment=segment)


@dataclass(frozen=True)
class Proof:
    """The outcome of verifying the chain: how many lines hold, and the first fault if there is one."""

    lines: int
    fault_at: int | None = None
    fault: str = ""

    @property
    def whole(self) -> bool:
        return self.fault_at is None


def verify(*, older: bool = False) -> Proof:
    """Walk the chain from its first line and name the first that was altered, removed, added or swapped. `older`: a copy was put
    back on purpose, which may end before the newest key was taken into use."""
    previous, expected, segment, seal = "", 1, "", vault.ledger_sealer()
    passed = {segment}
    for line in stored_lines():
        if line.seq != expected:
            return Proof(expected - 1, expected, f"line {expected} is missing; the next line found is {line.seq}")
        if line.seal != seal(sealed_text(previous, line)):
            return Proof(expected - 1, expected, f"line {expected} was altered, swapped or added from outside")
        previous, expected = line.seal, expected + 1
        if line.act == TURNED:
            segment = str(json.loads(line.detail)["segment"])
            passed.add(segment)
            try:
                seal = vault.ledger_sealer(segment)
            except vault.SealBroken as missing:
                return Proof(expected - 1, expected, str(missing))
    if not older and ring().segment not in passed:
        return Proof(
            expected - 1, expected, f"the ledger ends before its key {ring().segment} was taken into use: it is older"
        )
    return _against_head(lines=expected - 1, last_seal=previous, segment=segment)


def _against_head(*, lines: int, last_seal: str, segment: str) -> Proof:
    head = LedgerHead.objects.filter(pk=1).first() or LedgerHead()
    if head.seq > lines:
        return Proof(lines, lines + 1, f"line {lines + 1} is missing: the ledger ended at line {head.seq}")
    if head.seq < lines or head.seal != last_seal or head.segment != segment:
        return Proof(
            lines, head.seq + 1, f"the ledger's end mark does not fit line {lines}: it was altered or put back"
        )
    return Proof(lines)


def seal_of(previous: str, line: Line, *, segment: str = "") -> str:
    """The seal that binds a line to the one before."""
    return vault.ledger_sealer(segment)(sealed_text(previous, line))
