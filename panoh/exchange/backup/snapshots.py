"""The database as it stood at one moment, taken while others write, and put into an empty place again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from panoh.exchange.backup.faults import CannotKeep
from panoh.registry.models import LedgerHead


@dataclass(frozen=True)
class Moment:
    """Where the ledger stood in a snapshot: its last line, and that line's seal."""

    line: int
    seal: str


def take(to: Path) -> Moment:
    """Write the database to a file as it stands at one moment. Nobody waits for it."""
    return _take_sqlite(to) if connection.vendor == "sqlite" else _take_postgres(to)


def put(kept: Path) -> None:
    """Put a snapshot into this installation's empty database."""
    if connection.vendor == "sqlite":
        _put_sqlite(kept)
    else:
        _run("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--dbname", _name(), str(kept))


def is_empty() -> bool:
    """Whether this installation's database holds nothing yet."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return True
    return not connection.introspection.table_names()


def _take_sqlite(to: Path) -> Moment:
    live = sqlite3.connect(f"file:{connection.settings_dict['NAME']}?mode=ro", uri=True)
    with closing(live), closing(sqlite3.connect(to)) as copy:
        live.backup(copy)  # all pages in one step: one moment
        found = copy.execute(f"SELECT seq, seal FROM {LedgerHead._meta.db_table} WHERE id = 1").fetchone()  # noqa: S608  # our own table
        copy.execute("PRAGMA journal_mode=DELETE")
    return Moment(*(found or (0, "")))


def _put_sqlite(kept: Path) -> None:
    place = Path(connection.settings_dict["NAME"])
    connection.close()
    beside = place.with_suffix(".restored")
    shutil.copyfile(kept, beside)
    beside.chmod(0o600)
    beside.replace(place)


def _take_postgres(to: Path) -> Moment:
    """pg_dump reads the very snapshot in which the ledger's head was read."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        head = LedgerHead.objects.filter(pk=1).first() or LedgerHead()
        cursor.execute("SELECT pg_export_snapshot()")
        [snapshot] = cursor.fetchone()
        _run(
            "pg_dump",
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            f"--snapshot={snapshot}",
            f"--file={to}",
            _name(),
        )
    return Moment(head.seq, head.seal)


def _run(tool: str, *arguments: str) -> None:
    settings = connection.settings_dict
    given = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        **{f"PG{name.upper()}": told for name, told in settings["OPTIONS"].items() if name.startswith("ssl")},
    }
    environment = os.environ | {name: value for name, value in given.items() if value}
    done = subprocess.run([_found(tool), *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # PostgreSQL's own tools, no shell
    if done.returncode:
        raise CannotKeep(f"{tool} ended with: {done.stderr.strip() or done.returncode}. Nothing was kept of it.")


def _found(tool: str) -> str:
    """The newest one on this machine: an older one refuses a newer server."""
    every = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{tool}"), key=lambda found: int(found.parent.parent.name))
    found = str(every[-1]) if every else shutil.which(tool)
    if not found:
        raise CannotKeep(f"{tool} is not on this machine. Install PostgreSQL's client (Debian: postgresql-client).")
    return found


def _name() -> str:
    return str(connection.settings_dict["NAME"])
