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

TURNED = "turn_ledger_key"
"""The last line of a segment, sealed by the key before; it names the key of the next. The first line of the next is sealed over
this one's seal, so that whoever gets hold of an old key cannot write anything before it anew."""

BATCH = 5000
_FIRST = "panoh"
_BEFORE_ALL = -(2**63)
_MOMENT = {
    # SQLite keeps a moment as words, without the fraction where there is none.
    "sqlite": "replace(CAST(at AS TEXT), ' ', 'T') || CASE length(at) WHEN 26 THEN '' ELSE '.000000' END || '+00:00'",
    "postgresql": "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') || '+00:00'",
}
"""The moment of a line as it is sealed, put together by the database: a tenth of what a proof took was doing so here."""

Stored = tuple[int, str, int | None, str, str, Any, str, Any, str]
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

    @property
    def said(self) -> tuple[int, str, int | None, str, str, str, str, str]:
        """All but its seal: what the seal is made over."""
        return self[:-1]


def sealed_text(
    previous: str,
    seq: int,
    at: str,
    officer: int | None,
    act: str,
    subject: str,
    fields: str,
    purpose: str,
    detail: str,
) -> bytes:
    """What the seal of a line is made over: the seal before it and everything the line says, as one JSON list."""
    said = f"{quoted(act)},{quoted(subject)},{fields},{quoted(purpose)},{detail}"
    return f'[{quoted(previous or _FIRST)},{seq},"{at}",{"null" if officer is None else officer},{said}]'.encode()


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


def stored_lines(last: int, *, behind: int | None = None) -> Iterator[Stored]:
    """The lines up to `last` in their order, behind the line `behind` or from the first there is. `fields` and `detail` stand
    as the database has them: `in_order` puts them into the words they are sealed in."""
    named = f"seq, {_MOMENT[connection.vendor]}, officer_id, act, subject, fields, purpose, detail, seal"
    where = f"FROM {LedgerEntry._meta.db_table} WHERE seq > %s AND seq <= %s"
    query = f"SELECT {named} {where} ORDER BY seq LIMIT {BATCH}"
    since: int | None = _BEFORE_ALL if behind is None else behind
    while since is not None:
        with connection.cursor() as cursor:
            cursor.execute(query, [since, last])
            rows = cursor.fetchall()
        yield from rows
        since = rows[-1][0] if len(rows) == BATCH else None


def _moment(at: datetime) -> str:
    """In UTC to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@lru_cache(maxsize=4096)
def in_order(stored: Any) -> str:
    """JSON as stored, in the one order it is sealed in; the same few words stand in most lines."""
    return _dumps(json.loads(stored))
