"""Where this installation keeps its data, which database it uses, and its first secret. No setting is needed to start."""

from __future__ import annotations

import os
import secrets
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

OVER_TLS = frozenset({"sslmode", "sslrootcert", "sslcert", "sslkey"})
"""How the database is reached over a network, as PostgreSQL itself calls it."""

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})

HOME = Path(__file__).resolve().parent.parent.parent


def data_folder() -> Path:
    """PANOH_DATA, or `data` beside the code. Holds the SQLite database, the keys and the uploaded files."""
    return Path(os.environ.get("PANOH_DATA") or HOME / "data")


def secret_key() -> str:
    """The key that signs sessions: made once, kept readable by its owner only."""
    path = data_folder() / "secret.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was first
            return path.read_text(encoding="ascii")
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii")


def database() -> dict[str, Any]:
    """PANOH_DATABASE (postgresql://user:password@host:port/name?sslmode=verify-full), or SQLite in the data folder."""
    address = os.environ.get("PANOH_DATABASE")
    if not address:
        return _sqlite(data_folder() / "panoh.sqlite3")
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SystemExit("PANOH_DATABASE must look like postgresql://user:password@host:port/name")
    asked = dict(parse_qsl(parts.query))
    if unknown := set(asked) - OVER_TLS:  # left out in silence, names would travel unlocked
        raise SystemExit(
            f"PANOH_DATABASE knows {', '.join(sorted(OVER_TLS))} behind the name, not {sorted(unknown)[0]}."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        # Compiling a question for speed (jit) takes a third of a second, and every answer here takes milliseconds.
        # What is asked at every request (panoh.registry.prepared) is planned once, for anybody; Django's own is not prepared.
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 8},
            "options": "-c jit=off -c plan_cache_mode=force_generic_plan",
            "prepare_threshold": 0,
            **asked,
        },
        "TEST": {"TEMPLATE": "template0"},  # nobody can be connected to it, so two test workers may copy it at once
    }


def pages_are_counted(hosts: Collection[str], *, https: bool) -> bool:
    """PANOH_PAGES_COUNTED=no: measurements of a server of invented people open pages faster than anybody reads. A server that
    officers reach, over TLS or by a name, does not start with it: the brake on whoever drains a desk would be off unseen."""
    if os.environ.get("PANOH_PAGES_COUNTED") != "no":
        return True
    if https or set(hosts) - THIS_MACHINE:
        raise SystemExit(
            "PANOH_PAGES_COUNTED=no is for measurements on this machine alone: "
            "take it out, or take out PANOH_HTTPS and every name of PANOH_HOSTS but localhost."
        )
    return False


def _sqlite(path: Path) -> dict[str, Any]:
    """Write-ahead log, full durability, and write transactions that queue instead of failing half-way. Kept open by the thread
    that opened it: to open it and read in what all the tables look like takes longer than most pages."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }
