"""Anchors: where the ledger stood on a day, signed, to be printed or sent where nobody who owns the server can reach.

The chain shows a changed line. It cannot show that lines were cut off its end together with the end mark, that the whole
database was put back to an older day, nor what somebody forged who took the key ring as well: an anchor kept elsewhere shows
all three. `kept_anchors` keeps them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from panoh.registry.key_ring import KEY, ring
from panoh.registry.models import LedgerEntry, LedgerHead


@dataclass(frozen=True)
class Anchor:
    """The ledger's last line at a moment, its seal, who signs (a public key in hexadecimal) and the signature."""

    line: int
    seal: str
    at: str
    signer: str
    signature: str

    def text(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)


def drop_anchor(*, at: datetime) -> Anchor:
    """Sign where the ledger stands now."""
    head = LedgerHead.objects.filter(pk=1).first() or LedgerHead()
    return _signed(head.seq, head.seal, head.segment, at=at)


def anchor_at(line: int, seal: str, *, at: datetime) -> Anchor:
    """Sign where the ledger stood in a copy that was made."""
    head = LedgerHead.objects.filter(pk=1).first() or LedgerHead()
    return _signed(line, seal, head.segment, at=at)


def read_anchors(text: str) -> list[Anchor]:
    """The anchors in a text, one a line as `drop_anchor` writes them. Half a line is passed over. ValueError names the line
    that is none."""
    found = []
    for number, line in enumerate(_lines(text), 1):
        if _is_half(line):
            continue
        try:
            found.append(_anchor(**json.loads(line)))
        except (ValueError, TypeError):
            raise ValueError(f"line {number} is no anchor of a ledger") from None
    return found


def half_lines(text: str) -> int:
    """How many lines were begun and not ended: a disk was full, a share went away, a machine lost its power."""
    return sum(map(_is_half, _lines(text)))


def fault_of(anchor: Anchor) -> str:
    """What does not hold between an anchor and the ledger as it is now; empty when all does."""
    key = _own_keys().get(anchor.signer)
    if key is None:
        return f"the anchor of line {anchor.line} is not signed by a key of this installation"
    if not _fits(anchor, key):
        return f"the anchor of line {anchor.line} was altered: its signature does not fit"
    if not anchor.line:
        return ""
    seal = LedgerEntry.objects.filter(pk=anchor.line).values_list("seal", flat=True).first()
    if seal is None:
        was = f"line {anchor.line} was there on {anchor.at}"
        if not LedgerEntry.objects.exists():
            return f"{was} and the ledger is empty: all its lines were taken away"
        return f"{was} and is missing: lines were cut off, or an older ledger was put back"
    if seal != anchor.seal:
        return f"line {anchor.line} is not the one that was there on {anchor.at}: the ledger was written anew"
    return ""


def _lines(text: str) -> list[str]:
    return list(filter(None, (line.strip("\0 \t\r") for line in text.split("\n"))))


def _anchor(*, line: int, **said: str) -> Anchor:
    return Anchor(line=int(line), **said)


def _is_half(line: str) -> bool:
    return line.startswith("{") and not line.endswith("}")


def _signed(line: int, seal: str, segment: str, *, at: datetime) -> Anchor:
    moment, key = at.astimezone(UTC).isoformat(timespec="seconds"), _key(ring().ledger_key(segment) or b"")
    return Anchor(line, seal, moment, _public(key), key.sign(_said(line, seal, moment)).hex())


def _own_keys() -> dict[str, Ed25519PrivateKey]:
    """Every key this installation ever signed with, by its public half. What an anchor says of its signer proves nothing:
    whoever edits the file could sign it anew with a key of their own."""
    secrets = ring()
    keys = map(_key, (secrets.ledger, *secrets.segments.values()))
    return {_public(key): key for key in keys}


def _fits(anchor: Anchor, key: Ed25519PrivateKey) -> bool:
    try:
        key.public_key().verify(bytes.fromhex(anchor.signature), _said(anchor.line, anchor.seal, anchor.at))
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def _public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def _said(line: int, seal: str, at: str) -> bytes:
    return f"panoh ledger {line} {seal} {at}".encode()


@lru_cache(maxsize=32)
def _key(ledger: bytes) -> Ed25519PrivateKey:
    """Drawn from the ledger's own secret, so that rings made before anchors sign as well."""
    return Ed25519PrivateKey.from_private_bytes(HKDF(SHA256(), KEY, None, b"panoh anchors").derive(ledger))
