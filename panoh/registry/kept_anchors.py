"""Anchors as files: one line each, added and never written over, in a folder outside the database.

One is always kept in the data folder, which shows whoever has the database alone. Whoever has the whole machine can take
those away with it: a second folder should be a disk or a share that belongs to somebody else.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from panoh.registry.anchors import Anchor, drop_anchor, half_lines, read_anchors

NAME = "anchors.txt"


def here() -> Path:
    """The installation's own, beside its database and keys."""
    return Path(settings.DATA) / "anchors"


def keep_anchor(folder: Path, *, at: datetime) -> Anchor | None:
    """Add where the ledger stands. None where the last one kept says the same. OSError: it cannot be written. ValueError:
    something else stands there too."""
    anchor = drop_anchor(at=at)
    last = newest(folder)
    if last is not None and (last.line, last.seal) == (anchor.line, anchor.seal):
        return None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_anchor(folder / NAME, anchor)
    return anchor


def write_anchor(to: Path, anchor: Anchor) -> None:
    """On a line of its own, also where the one before broke off in the middle."""
    before = to.read_bytes() if to.exists() else b""
    descriptor = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        if before and not before.endswith(b"\n"):
            file.write("\n")
        file.write(f"{anchor.text()}\n")
        file.flush()
        os.fsync(file.fileno())


def newest(folder: Path) -> Anchor | None:
    """The one kept last. Not the one of the highest line: after an older copy was put back, that one speaks of the ledger
    before. ValueError: the file holds something else as well."""
    return next(reversed(kept_in(folder)), None)


def kept_in(folder: Path) -> list[Anchor]:
    """Every one that was kept in this folder, in their order."""
    return read_anchors(_text(folder / NAME)) if (folder / NAME).exists() else []


def anchors_in(place: Path) -> list[Anchor]:
    """Of a file, or of every file of anchors in a folder: one that is kept, those beside copies."""
    return [anchor for file in _files(place) for anchor in read_anchors(_text(file))]


def broken_off_in(place: Path) -> int:
    """How many lines there were begun and not ended."""
    return sum(half_lines(_text(file)) for file in _files(place) if file.exists())


def _files(place: Path) -> list[Path]:
    return sorted((*place.glob("*.txt"), *place.glob("*.anchor"))) if place.is_dir() else [place]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def set_aside(*, at: datetime) -> Path | None:
    """After a copy was put back on purpose: the installation's own anchors speak of the ledger before. They stay, by another
    name, to be looked at; those elsewhere still show that the ledger is older."""
    kept = here() / NAME
    if not kept.exists():
        return None
    return kept.rename(kept.with_name(f"before-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}.aside"))
