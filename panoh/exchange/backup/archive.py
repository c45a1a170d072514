"""One copy as one file: the snapshot and a note of what it is, with the digest that proves them whole."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from dataclasses import asdict, dataclass
from pathlib import Path

from panoh.exchange.backup.faults import CannotKeep

NOTE, DATABASE = "note.json", "database"


@dataclass(frozen=True)
class Note:
    """What a copy is: made by which release, when, of which database engine, and where its ledger ended."""

    panoh: str
    made_at: str
    engine: str
    line: int
    seal: str
    digest: str


def pack(note: Note, database: Path, to: Path) -> None:
    with tarfile.open(to, "w:gz", compresslevel=1) as archive:
        text = json.dumps(asdict(note), indent=1).encode()
        head = tarfile.TarInfo(NOTE)
        head.size = len(text)
        archive.addfile(head, io.BytesIO(text))
        archive.add(database, DATABASE, recursive=False)


def unpack(packed: Path, into: Path) -> tuple[Note, Path]:
    """The note and the snapshot's file. CannotKeep where this is no copy, or the snapshot is not the one noted."""
    try:
        with tarfile.open(packed, "r:gz") as archive:
            archive.extractall(into, members=[archive.getmember(NOTE), archive.getmember(DATABASE)], filter="data")
        note = Note(**json.loads((into / NOTE).read_text(encoding="utf-8")))
    except (tarfile.TarError, KeyError, TypeError, ValueError, EOFError) as error:
        raise CannotKeep(f"This file is no copy of a Panoh installation ({error}).") from None
    if digest_of(into / DATABASE) != note.digest:
        raise CannotKeep("The database in this copy is not the one that was put in. Use another copy.")
    return note, into / DATABASE


def digest_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
