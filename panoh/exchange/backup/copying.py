"""Making a copy, and putting one back: each in one call, nothing half done left behind."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from panoh import __version__
from panoh.exchange.backup import snapshots
from panoh.exchange.backup.archive import Note, digest_of, pack, unpack
from panoh.exchange.backup.erasures import ErasedAgain, erase_again, read_erasures
from panoh.exchange.backup.faults import CannotKeep
from panoh.exchange.backup.recovery import lock, recipients, unlock
from panoh.registry import ledger
from panoh.registry.anchors import anchor_at
from panoh.registry.kept_anchors import set_aside, write_anchor


@dataclass(frozen=True)
class Kept:
    """A copy that was made: its file, and the last line of the ledger it holds."""

    file: Path
    line: int


def make_copy(*, folder: Path, at: datetime) -> Kept:
    """Copy the whole database into one locked file, while others work. CannotKeep says what stands in the way."""
    recipients()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _own_folder() as own:
        moment = snapshots.take(own / "database")
        note = Note(
            panoh=__version__,
            made_at=at.isoformat(),
            engine=connection.vendor,
            line=moment.line,
            seal=moment.seal,
            digest=digest_of(own / "database"),
        )
        pack(note, own / "database", own / "packed")
        file = folder / f"panoh-{at:%Y%m%dT%H%M%SZ}-{moment.line}.age"
        lock(own / "packed", file)
    with transaction.atomic():
        ledger.write(act="make_copy", by=None, at=at, line=moment.line, digest=note.digest)
    _sign_beside(file, moment, at=at)
    return Kept(file, moment.line)


def _sign_beside(file: Path, moment: snapshots.Moment, *, at: datetime) -> None:
    """The copy is made and on record; that its anchor is missing takes nothing from it."""
    anchor = file.with_suffix(".anchor")
    try:
        write_anchor(anchor, anchor_at(moment.line, moment.seal, at=at))
    except OSError as error:
        raise CannotKeep(
            f"The copy {file.name} is made and can be put back, but {anchor.name} beside it cannot be written: "
            f"{error.strerror}. Print one instead: panoh ledger anchor."
        ) from None


@dataclass(frozen=True)
class PutBack:
    """What was put back: the note of the copy, and what the ledger's own proof says of it."""

    note: Note
    proof: ledger.Proof
    erased: ErasedAgain | None
    aside: Path | None
    """Anchors this data folder kept of the ledger before."""

    @property
    def whole(self) -> bool:
        return self.proof.whole and self.proof.lines == self.note.line


def put_back(*, file: Path, key: Path, erasures: Path | None, at: datetime) -> PutBack:
    """Put a copy into this installation, which must hold nothing yet, prove its ledger, and erase again what was erased
    since the copy was made. `erasures`: the newest list; None only where whoever puts it back says that there is none."""
    if not snapshots.is_empty():
        raise CannotKeep(
            "This installation is not empty, and a copy never overwrites records. Give it a new data folder (PANOH_DATA) "
            "or a new database (PANOH_DATABASE)."
        )
    if not Path(settings.KEY_RING_FILE).exists():
        raise CannotKeep(
            "The keys of that installation are not here, and without them no name in the copy can be read. "
            "Put them back first: panoh keys put-back FILE --key KEY."
        )
    found = read_erasures(erasures) if erasures else None
    with _own_folder() as own:
        unlock(file, own / "packed", key=key)
        note, database = unpack(own / "packed", own)
        if note.engine != connection.vendor:
            raise CannotKeep(f"This copy is of {note.engine}, and this installation uses {connection.vendor}.")
        if found and found.line <= note.line:
            raise CannotKeep(
                f"This list of erasures was made on {found.at}, before the copy ({note.made_at}): it says nothing of what was "
                "erased since. Use the newest list."
            )
        snapshots.put(database)
    proof = ledger.verify(older=True)
    if found:
        call_command("migrate", verbosity=0)  # a copy of an older release lacks columns erasing writes
    return PutBack(note, proof, erase_again(found, at=at) if found else None, set_aside(at=at))


@contextmanager
def _own_folder() -> Iterator[Path]:
    """A folder only this user may read, on the same disk, gone afterwards."""
    Path(settings.DATA).mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=".copy-", dir=settings.DATA) as name:
        yield Path(name)
