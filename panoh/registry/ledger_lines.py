"""A line of the ledger as it is sealed, and all lines as the database holds them, read fast.

A proof reads every line ever written. It takes the columns as they are stored instead of records: of what a line costs,
more than half was making records and taking apart words that are put together the same way again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quoted
from typing import Any, NamedTuple

from django.db import connection

from panoh.registry.models import LedgerEntry

BATCH = 5000
_FIRST = "panoh"
_dumps = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode


class Line(NamedTuple):
    """One stored line: `at`, `fields` and `detail` in the words they are sealed in."""

    seq: int
    at: str
    officer: int | None
    act: str
    subject: str
    fields: str
    purpose: str
    detail: str
    seal: str


def sealed_text(previous: str, line: Line) -> bytes:
    """What the seal of a line is made over: the seal before it and everything the line says, as one JSON list."""
    officer = "null" if line.officer is None else str(line.officer)
    said = f"{quoted(line.act)},{quoted(line.subject)},{line.fields},{quoted(line.purpose)},{line.detail}"
    return f'[{quoted(previous or _FIRST)},{line.seq},"{line.at}",{officer},{said}]'.encode()


def line_of(entry: LedgerEntry) -> Line:
    """The line of a record that is being written."""
    return Line(
        entry.seq,
        _moment(entry.at),
        entry.officer_id,
        entry.act,
        entry.subject,
        _dumps(entry.fields),
        entry.purpose,
        _dumps(entry.detail),
        entry.seal,
    )


def stored_lines() -> Iterator[Line]:
    """Every line in its order."""
    at = "CAST(at AS TEXT)" if connection.vendor == "sqlite" else "at"
    named = f"seq, {at}, officer_id, act, subject, fields, purpose, detail, seal"
    query = f"SELECT {named} FROM {LedgerEntry._meta.db_table} WHERE seq > %s ORDER BY seq LIMIT {BATCH}"  # noqa: S608  # our own columns
    last: int | None = -(2**63)
    while last is not None:
        with connection.cursor() as cursor:
            cursor.execute(query, [last])
            rows = cursor.fetchall()
        for seq, at, officer, act, subject, fields, purpose, detail, seal in rows:
            yield Line(seq, _moment(at), officer, act, subject, _in_order(fields), purpose, _in_order(detail), seal)
        last = rows[-1][0] if len(rows) == BATCH else None


def _moment(at: datetime | str) -> str:
    """In UTC to the microsecond; SQLite keeps it as words, without the fraction where there is none."""
    if isinstance(at, datetime):
        return at.astimezone(UTC).isoformat(timespec="microseconds")
    return f"{at[:10]}T{at[11:]}+00:00" if len(at) == 26 else f"{at[:10]}T{at[11:]}.000000+00:00"


@lru_cache(maxsize=4096)
def _in_order(stored: Any) -> str:
    """JSON as stored, in the one order it is sealed in; the same few words stand in most lines."""
    return _dumps(json.loads(stored))
