"""The commands that work on records, one module each: `add_parser` says what it takes, `run` does it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panoh.exchange.manifest.table import FileNote


def with_records() -> None:
    """Make records available. Called by a command when it runs, so that help and pure commands start at once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "panoh.web.settings")
    import django

    django.setup()


def complain(message: str) -> int:
    """Say on standard error what is wrong and what to do. The exit status for a wrong call or input."""
    print(f"panoh: {message}", file=sys.stderr)
    return 2


def say_notes(file: Path, notes: Iterable[FileNote]) -> None:
    """What whoever sent a file should know of it although it was read, on standard error."""
    for note in notes:
        print(f"panoh: {file.name}: {note.what('en')} {note.remedy('en')}", file=sys.stderr)
