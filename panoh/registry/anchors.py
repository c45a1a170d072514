"""Anchors: where the ledger stood on a day, signed, to be printed or sent where nobody who owns the server can reach.

The chain shows a changed line. It cannot show that the whole database, end mark included, was put back to an older day,
nor what somebody forged who took the key ring as well: an anchor kept elsewhere shows both.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
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
    moment, key = at.astimezone(UTC).isoformat(timespec="seconds"), _key(ring().ledger_key(head.segment) or b"")
    signer = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    return Anchor(head.seq, head.seal, moment, signer, key.sign(_said(head.seq, head.seal, moment)).hex())


def read_anchors(text: str) -> list[Anchor]:
    """The anchors in a text, one a line as `drop_anchor` writes them. ValueError names the line that is none."""
    found = []
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
        try:
            found.append(Anchor(**json.loads(line)))
        except (ValueError, TypeError):
            raise ValueError(f"line {number} is no anchor of a ledger") from None
    return found


def fault_of(anchor: Anchor) -> str:
    """What does not hold between an anchor and the ledger as it is now; empty when all does."""
    if not _signed(anchor):
        return f"the anchor of line {anchor.line} was altered: its signature does not fit"
    if not anchor.line:
        return ""
    line = LedgerEntry.objects.filter(pk=anchor.line).values_list("seal", flat=True).first()
    if line is None:
        return f"line {anchor.line} was there on {anchor.at} and is missing: an older ledger was put back"
    if line != anchor.seal:
        return f"line {anchor.line} is not the one that was there on {anchor.at}: the ledger was written anew"
    return ""


def _signed(anchor: Anchor) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(anchor.signer))
        key.verify(bytes.fromhex(anchor.signature), _said(anchor.line, anchor.seal, anchor.at))
    except (InvalidSignature, ValueError):
        return False
    return True


def _said(line: int, seal: str, at: str) -> bytes:
    return f"panoh ledger {line} {seal} {at}".encode()


@lru_cache(maxsize=1)
def _key(ledger: bytes) -> Ed25519PrivateKey:
    """Drawn from the ledger's own secret, so that rings made before anchors sign as well."""
    return Ed25519PrivateKey.from_private_bytes(HKDF(SHA256(), KEY, None, b"panoh anchors").derive(ledger))
