"""A database with every migration in it, made once for one text of them: test workers and served installations copy it.

To migrate takes fifteen seconds of a processor, and a run of everything would do it a dozen times over.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import django
import psycopg

HOUSE = Path(__file__).resolve().parent.parent
KEPT = HOUSE / ".pytest_cache" / "migrated"
BESIDE = ("registry/ledger_guard.py", "registry/tables.py")
"""What migrations run beside their own text; a house test looks that there is no more."""


@cache
def version() -> str:
    """The same for the same migrations under the same Django: what was made from another text is never used."""
    files = [*sorted((HOUSE / "panoh" / "migrations").glob("*.py")), *(HOUSE / "panoh" / each for each in BESIDE)]
    text = [django.__version__.encode(), *(file.name.encode() + file.read_bytes() for file in files)]
    return sha256(b"\n".join(text)).hexdigest()[:16]


def migrated_file() -> Path:
    """SQLite: a file to copy."""
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{version()}.sqlite3"
    with _alone(), tempfile.TemporaryDirectory(dir=KEPT) as folder:
        if not kept.exists():
            for old in KEPT.glob("*.sqlite3"):
                old.unlink()
            _migrate(PANOH_DATA=folder, PANOH_DATABASE="")
            (Path(folder) / "panoh.sqlite3").replace(kept)
    return kept


def migrated_database(server: str) -> str:
    """PostgreSQL: the name of a database in this server to use as a template. Nobody is ever connected to it."""
    name, making = f"migrated_{version()}", f"migrating_{os.urandom(4).hex()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(1)")
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f'CREATE DATABASE "{making}"')
            with tempfile.TemporaryDirectory() as folder:
                _migrate(PANOH_DATA=folder, PANOH_DATABASE=urlsplit(server)._replace(path=f"/{making}").geturl())
            connection.execute(f'ALTER DATABASE "{making}" RENAME TO "{name}"')
    return name


def _migrate(**environment: str) -> None:
    command = [sys.executable, "-m", "panoh", "manage", "migrate", "--verbosity", "0"]
    done = subprocess.run(command, cwd=HOUSE, env=os.environ | environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"the migrations do not run:\n{done.stdout}\n{done.stderr}")


@contextmanager
def _alone() -> Iterator[None]:
    """One process makes it, the others wait for it."""
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
