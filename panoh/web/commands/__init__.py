"""The commands that work on records, one module each: `add_parser` says what it takes, `run` does it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panoh.exchange.manifest.table import FileNote

WHAT_THEN = "Is it the one you meant? Put a copy back with panoh restore, or begin with panoh serve."


def with_records() -> None:
    """Make records available. Called by a command when it runs, so that help and pure commands start at once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "panoh.web.settings")
    import django

    django.setup()


def on_record() -> None:
    """As `with_records`, for what is done of records that are there: on an empty database, of another data folder than was meant
    or before a copy was put back, there is nothing to prove, copy or throw away, and the command ends with words."""
    with_records()
    from django.conf import settings
    from django.db import connection

    from panoh.registry.models import LedgerHead

    if LedgerHead._meta.db_table not in connection.introspection.table_names():
        raise SystemExit(complain(f"nothing is on record here yet (data folder: {settings.DATA}). {WHAT_THEN}"))


def complain(message: str) -> int:
    """Say on standard error what is wrong and what to do. The exit status for a wrong call or input."""
    print(f"panoh: {message}", file=sys.stderr)
    return 2


def say_notes(file: Path, notes: Iterable[FileNote]) -> None:
    """What whoever sent a file should know of it although it was read, on standard error."""
    for note in notes:
        print(f"panoh: {file.name}: {note.what('en')} {note.remedy('en')}", file=sys.stderr)
