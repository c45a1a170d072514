"""The installation's secrets, in one file beside the database and never inside it.

Several processes use one ring. A new master key must reach all of them at once, so the file is looked at whenever a key
is asked for and read again when it changed: a look costs two millionths of a second.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings

KEY = 32


@dataclass(frozen=True)
class KeyRing:
    """The installation's secrets. Kept outside the database, in a file only its owner may read.

    `people`: keys of the blind index by which people are found, beside the first, which is `index` and has no name; `found_by`
    names the one look-ups use. `layers`: keys laid one after the other over every other digest made with `index`, since what
    those were made from is not always kept; all stay, and the newest alone keeps the secret. `laid`: the newest that is over
    everything on record. `segments`: keys of the ledger after the first, which is `ledger`; all stay, to prove what they
    sealed. `segment`: the newest that was taken into use; a ledger that ends before it is an older one.
    """

    current: str
    masters: dict[str, bytes]
    index: bytes
    ledger: bytes
    found_by: str = ""
    people: Mapping[str, bytes] = field(default_factory=dict)
    segments: Mapping[str, bytes] = field(default_factory=dict)
    segment: str = ""
    layers: Mapping[str, bytes] = field(default_factory=dict)
    laid: str = ""

    @classmethod
    def new(cls) -> KeyRing:
        first = _name()
        return cls(first, {first: secrets.token_bytes(KEY)}, secrets.token_bytes(KEY), secrets.token_bytes(KEY))

    @classmethod
    def load(cls, path: Path) -> KeyRing:
        return cls.from_text(path.read_text(encoding="ascii"))

    @classmethod
    def from_text(cls, text: str) -> KeyRing:
        """The ring as written by `to_text`. KeyError, ValueError: this is no ring."""
        kept = json.loads(text)
        index, ledger = (base64.b64decode(kept[each]) for each in ("index", "ledger"))
        masters, people, segments, layers = (
            _read_keys(kept.get(each, {})) for each in ("masters", "people", "segments", "layers")
        )
        found_by, segment, laid = (kept.get(each, "") for each in ("found_by", "segment", "laid"))
        return cls(kept["current"], masters, index, ledger, found_by, people, segments, segment, layers, laid)

    def to_text(self) -> str:
        text = {
            "current": self.current,
            "masters": _written(self.masters),
            "index": base64.b64encode(self.index).decode(),
            "ledger": base64.b64encode(self.ledger).decode(),
            "found_by": self.found_by,
            "people": _written(self.people),
            "segments": _written(self.segments),
            "segment": self.segment,
            "layers": _written(self.layers),
            "laid": self.laid,
        }
        return json.dumps(text, indent=1)

    def with_new_master(self) -> KeyRing:
        """The same ring with a fresh current master key; old ones stay, to open what they sealed."""
        fresh = _name()
        return replace(self, current=fresh, masters={**self.masters, fresh: secrets.token_bytes(KEY)})

    def without(self, names: set[str]) -> KeyRing:
        """The same ring without these master keys. The current one stays."""
        kept = {name: key for name, key in self.masters.items() if name == self.current or name not in names}
        return replace(self, masters=kept)

    @property
    def index_keys(self) -> dict[str, bytes]:
        """Under which people are put in the index now: two while one is turned."""
        return {self.found_by: self.people.get(self.found_by, self.index), **self.people}

    def with_next_index(self) -> KeyRing:
        """A second index key, under which everybody is put from now on too; people are still found by the first."""
        return replace(self, people={**self.people, _name(): secrets.token_bytes(KEY)})

    def found_by_next(self) -> KeyRing:
        """People are found by the newest index key, and nobody is put under the one before any more."""
        newest = list(self.people)[-1]
        return replace(self, found_by=newest, people={newest: self.people[newest]})

    def with_next_layer(self) -> KeyRing:
        """One more layer, which everything written from now on is under; what is on record is not yet."""
        return replace(self, layers={**self.layers, _name(): secrets.token_bytes(KEY)})

    def all_laid(self) -> KeyRing:
        """The newest layer is over everything on record."""
        return replace(self, laid=list(self.layers)[-1])

    def ledger_key(self, segment: str) -> bytes | None:
        return self.segments.get(segment) if segment else self.ledger

    def with_next_segment(self) -> tuple[KeyRing, str]:
        fresh = _name()
        return replace(self, segments={**self.segments, fresh: secrets.token_bytes(KEY)}), fresh

    def sealing_with(self, segment: str) -> KeyRing:
        return replace(self, segment=segment)

    def save(self, path: Path) -> None:
        """Write the ring so that a crash leaves the old file or the new one, readable by its owner only."""
        self._write_beside(path).replace(path)

    def save_first(self, path: Path) -> None:
        """Save unless a ring is there already: of two processes starting at once both must use the first one's keys."""
        fresh = self._write_beside(path)
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()

    def _write_beside(self, path: Path) -> Path:
        fresh = path.with_suffix(f".{secrets.token_hex(4)}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(self.to_text())
            file.flush()
            os.fsync(file.fileno())
        return fresh


def ring() -> KeyRing:
    """The key ring of this installation as its file holds it now; made on the first start, never again."""
    path = os.fspath(settings.KEY_RING_FILE)
    try:
        seen = os.stat(path)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        KeyRing.new().save_first(Path(path))
        seen = os.stat(path)
    return _read(path, seen.st_mtime_ns, seen.st_ino)


@lru_cache(maxsize=1)
def _read(path: str, _changed: int, _place: int) -> KeyRing:
    return KeyRing.load(Path(path))


def _read_keys(kept: Mapping[str, str]) -> dict[str, bytes]:
    return {name: base64.b64decode(key) for name, key in kept.items()}


def _written(keys: Mapping[str, bytes]) -> dict[str, str]:
    return {name: base64.b64encode(key).decode() for name, key in keys.items()}


def _name() -> str:
    return f"k{secrets.token_hex(3)}"
