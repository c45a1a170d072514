"""Writing the ledger: append-only lines, each sealed together with the seal of the line before. `ledger_proof` proves them.

The seal is keyed (vault.ledger_sealer), so whoever owns the database but not the key ring can neither alter a
line nor forge a chain. Database triggers refuse change and removal as well, on SQLite and on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from panoh.registry import vault
from panoh.registry.ledger_lines import TURNED, Line, line_of, sealed_text
from panoh.registry.ledger_proof import Proof, verify
from panoh.registry.models import LedgerEntry, LedgerHead, Officer
from panoh.registry.prepared import together
from panoh.registry.records import everything
from panoh.registry.refusals import Refused
from panoh.registry.rules.reading_acts import READING_ACTS, purpose_of
from panoh.registry.written import change, write_all

__all__ = [
    "TURNED",
    "Proof",
    "as_last_write",
    "before_the_answer",
    "begin_segment",
    "reading",
    "seal_of",
    "verify",
    "write",
]

AT_MOST = 50
"""Lines in one statement: each number of them is a wording of its own, and a database takes so many values and no more."""


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
    to it (PostgreSQL looks at that when the one before commits), and lock all they need before their first line. The lines of an
    act are added when it ends (`as_last_write`).
    """
    waiting = _waiting.get()
    of_a_page = waiting is not None and waiting.depth is None and act in READING_ACTS
    if not (transaction.get_connection().in_atomic_block or of_a_page):
        raise RuntimeError("a ledger line belongs inside the transaction of its act")
    line = LedgerEntry(
        at=at,
        officer=by,
        act=act,
        subject=subject,
        fields=list(fields),
        purpose=purpose or purpose_of(act),
        detail=detail,
    )
    if waiting is not None and (of_a_page or waiting.depth == _depth()):
        waiting.lines.append(line)
    else:
        _add([line])


@dataclass(frozen=True)
class _Waiting:
    """Lines of an act that goes on, and how many savepoints its transaction stood in when it began; or of a page that is being
    made, which has none."""

    depth: int | None = None
    lines: list[LedgerEntry] = field(default_factory=list)


_waiting: ContextVar[_Waiting | None] = ContextVar("waiting_lines", default=None)
_page: ContextVar[_Waiting | None] = ContextVar("lines_of_a_page", default=None)


@contextmanager
def as_last_write() -> Iterator[None]:
    """Just inside a transaction: the lines written within are added together when it ends, so that whoever comes next waits
    for the head no longer than the database needs to keep them. A line inside a savepoint goes with it, and is added at once."""
    begun = _Waiting(_depth())
    before = _waiting.set(begun)
    try:
        yield
    finally:
        _waiting.reset(before)
    if begun.lines:
        _add(begun.lines)


@contextmanager
def before_the_answer() -> Iterator[None]:
    """Around a request: the lines of all that is opened for it are added together before the answer leaves, also where making the
    answer fails. Where they cannot be added, no answer leaves."""
    made = _Waiting()
    before = _page.set(made)
    try:
        yield
    finally:
        _page.reset(before)
        if made.lines:
            with transaction.atomic():
                _add(made.lines)


@contextmanager
def reading() -> Iterator[None]:
    """Around the opening of something sealed: its line is in one transaction with it, or goes on record with the act it is part
    of, or with all else the page opens (`before_the_answer`)."""
    page = _page.get()
    if _waiting.get() is not None:
        yield
    elif page is None:
        with transaction.atomic():
            yield
    else:
        before, lines = _waiting.set(page), len(page.lines)
        try:
            yield
        except Refused:
            del page.lines[lines:]  # nothing of it was shown
            raise
        finally:
            _waiting.reset(before)


def _depth() -> int:
    return len(transaction.get_connection().savepoint_ids)


def _add(lines: Sequence[LedgerEntry]) -> None:
    head = next(iter(everything(_head)), None) or LedgerHead.objects.create()
    for line in lines:
        line.seq = head.seq + 1
        line.seal = seal_of(head.seal, line_of(line), segment=head.segment)
        head.seq, head.seal = line.seq, line.seal
    with together():
        for first in range(0, len(lines), AT_MOST):
            write_all(lines[first : first + AT_MOST])
        change(head, "seq", "seal")


def _head() -> QuerySet[LedgerHead]:
    return LedgerHead.objects.select_for_update(no_key=True).filter(pk=1)


def begin_segment(segment: str, *, at: datetime) -> None:
    """Inside a transaction: from the next line on another key seals, for every process at once."""
    with transaction.atomic():  # a savepoint, so that the line is added before the head says which key comes next
        write(act=TURNED, by=None, at=at, segment=segment)
    LedgerHead.objects.filter(pk=1).update(segment=segment)


def seal_of(previous: str, line: Line, *, segment: str = "") -> str:
    """The seal that binds a line to the one before."""
    return vault.ledger_sealer(segment)(sealed_text(previous, *line.said))
