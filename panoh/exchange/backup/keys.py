"""The keys of an installation, locked into one file, and put back: for the day the server's disk is gone."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from django.conf import settings

from panoh.exchange.backup.faults import CannotKeep
from panoh.exchange.backup.recovery import identity_in, known_recipients, lock, lock_for_too, unlock
from panoh.registry.key_ring import KeyRing, ring


def keep_keys(to: Path) -> None:
    """Lock the key ring and the sessions' secret into a file. CannotKeep where there is no recovery key, or a file."""
    if to.exists():
        raise CannotKeep(f"{to} is there already. Choose another file: older keys open older copies.")
    with tempfile.TemporaryDirectory(prefix=".keys-", dir=settings.DATA) as own:
        plain = Path(own) / "keys"
        plain.touch(mode=0o600)
        kept = {"ring": ring().to_text(), "secret": settings.SECRET_KEY, "recipients": known_recipients()}
        plain.write_text(json.dumps(kept), encoding="ascii")
        lock(plain, to)


def put_keys_back(file: Path, *, key: Path) -> KeyRing:
    """Put the keys into this data folder, and for whom copies are locked: from the first night on they are made again. Of a file
    an earlier release kept, for whoever opened it. CannotKeep where keys are there already or the file does not open."""
    place = Path(settings.KEY_RING_FILE)
    if place.exists():
        raise CannotKeep(
            f"Keys are here already ({place.name}) and are not overwritten. Move them away first if they are wrong."
        )
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=".keys-", dir=place.parent) as own:
        plain = Path(own) / "keys"
        unlock(file, plain, key=key)
        try:
            kept = json.loads(plain.read_text(encoding="ascii"))
            found, secret = KeyRing.from_text(kept["ring"]), kept["secret"]
            public = list(kept.get("recipients") or [str(identity_in(key).to_public())])
        except (KeyError, ValueError, TypeError):
            raise CannotKeep(f"{file.name} opens, but holds no keys of Panoh.") from None
    found.save_first(place)
    _write_secret(place.parent / "secret.key", secret)
    lock_for_too(public)
    return found


def _write_secret(place: Path, secret: str) -> None:
    """Over the one that starting this command made a moment ago."""
    beside = place.with_suffix(".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret)
    beside.replace(place)
