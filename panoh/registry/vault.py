"""All cryptography of Panoh: sealing of personal data, blind indexes for look-up, and the ledger's seal.

Every sealed record has a data key of its own, wrapped by a master key of the key ring. Changing the master key
re-wraps data keys only; destroying a record's data key erases its personal data for good, figures kept.
A sealed value is bound to its table, row and place, so that a ciphertext moved to another row does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, Protocol, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from panoh.registry.key_ring import KEY, KeyRing, ring
from panoh.registry.prepared import Left, Prepared, prepared
from panoh.registry.refusals import OutOfOrder

NONCE = 12


class SealBroken(Exception):
    """A sealed value does not open: its key is missing, or it was altered or moved."""


class NothingIsKept(OutOfOrder):
    """Words were given about somebody whose name and words were erased."""

    code = "erased"

    def __init__(self) -> None:
        super().__init__(
            _("The names in this case were erased, and no word about the person is kept any more."),
            _(
                "Leave the words empty where the rest is enough. If the person is back, begin anew: they are met as anybody is."
            ),
        )


class Sealable(Protocol):
    """A record with personal data: its own wrapped key, and one sealed payload."""

    pk: Any
    sealed_key: Any
    sealed: Any


def seal(record: Sealable, payload: dict[str, Any]) -> None:
    """Put `payload` (plain JSON values) into the record's sealed columns. The caller saves the record.

    Of somebody who was erased nothing is sealed again, by whatever act: NothingIsKept where words were given.
    """
    if is_erased(record):
        if any(payload.values()):
            raise NothingIsKept
        return
    _seal(record, json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode(), "payload")


def unseal(record: Sealable) -> dict[str, Any]:
    """The payload of a sealed record; empty for a record that has none or whose key was destroyed."""
    text = _unseal(record, "payload")
    return cast(dict[str, Any], json.loads(text)) if text is not None else {}


def seal_file(record: Sealable, content: bytes, *, belongs_to: str) -> None:
    """Put a file into the record's sealed columns, bound to what it belongs to as well. The caller saves the record."""
    if is_erased(record):
        raise NothingIsKept
    _seal(record, content, f"file:{belongs_to}")


def unseal_file(record: Sealable, *, belongs_to: str) -> bytes | None:
    """The file of a sealed record; None where its key was destroyed."""
    return _unseal(record, f"file:{belongs_to}")


def is_erased(record: Sealable) -> bool:
    """Whether the case the record is about was erased: by the way the record itself names (`ABOUT_CASE`), asked anew, so that
    within an act that holds the case it is as it stands."""
    case: Any = record
    way: str | None = getattr(record, "ABOUT_CASE", None)
    for step in way.split("__") if way else ():
        case = getattr(case, step, None)
    if way is None or case is None:
        return False
    return any(_erased(cast("type[Model]", type(case)), connection.vendor).rows(case.pk))


@cache
def _erased(cases: type[Model], _vendor: str) -> Prepared:
    """Put into SQL once: it is asked for every value that is sealed."""
    key = Left(lambda key: key, cases._meta.pk)
    worded = prepared(cases._default_manager.filter(pk=key, erased_at__isnull=False).values_list("pk"))
    assert worded, "there is a place, so something can be found"
    return worded[0]


def _seal(record: Sealable, content: bytes, place: str) -> None:
    data_key = _data_key(record) if record.sealed_key else _fresh_data_key(record)
    nonce = os.urandom(NONCE)
    record.sealed = nonce + AESGCM(data_key).encrypt(nonce, content, _bound(record, place))


def _unseal(record: Sealable, place: str) -> bytes | None:
    if not record.sealed or not record.sealed_key:
        return None
    sealed = bytes(record.sealed)
    try:
        return AESGCM(_data_key(record)).decrypt(sealed[:NONCE], sealed[NONCE:], _bound(record, place))
    except InvalidTag:
        raise SealBroken(f"The sealed data of {_name(record)} was altered or belongs to another record.") from None


def rewrap(record: Sealable) -> bool:
    """Wrap the record's data key under the current master key. True if it changed; the caller saves."""
    if not record.sealed_key or _wrapped_by(record) == ring().current:
        return False
    _wrap(record, _data_key(record))
    return True


def master_of(sealed_key: bytes) -> str:
    """The name of the master key that wraps this data key."""
    return sealed_key.split(b".", 1)[0].decode()


def key_opens(record: Sealable) -> bool:
    """Whether the ring opens the record's data key. Nothing the record says is opened by it."""
    try:
        return bool(_data_key(record))
    except (SealBroken, ValueError):  # a key of no such length is none
        return False


def destroy(record: Sealable) -> None:
    """Erase: without its data key the payload can never be read again. The caller saves."""
    record.sealed_key = None
    record.sealed = None


PEOPLE = frozenset({"name", "document", "born"})
"""By what people are found. Kept sealed beside the index, so that the index can be made anew under another key."""


def blind(purpose: str, text: str, *, under: str | None = None) -> str:
    """A keyed digest for exact look-up of `text` without storing it; another purpose gives another digest. `under`: which of the
    keys people are found by; the one look-ups use, unless said. What people are not found by is looked up by `blind_forms`."""
    if purpose not in PEOPLE:
        return blind_forms(purpose, text)[-1]
    keys = ring()
    return _digest(keys.index_keys[keys.found_by if under is None else under], purpose, text)


def blind_forms(purpose: str, text: str) -> tuple[str, ...]:
    """The digest in each form in which it may stand on record, oldest first: as the first key makes it, and with every layer
    laid over it since. The last is what is written now."""
    keys = ring()
    return _laid_over(_digest(keys.index, purpose, text), keys)


def forms_from(digest: str) -> tuple[str, ...]:
    """A digest as it stands on record, and with every layer that is not over it yet; the last is its newest form."""
    return _laid_over(digest, ring())


def newest_tag() -> str:
    """How a digest begins that has every layer over it; empty while there is none."""
    return _tag(len(ring().layers))


def _laid_over(digest: str, keys: KeyRing) -> tuple[str, ...]:
    forms, under = [digest], int(digest[1:3], 16) if digest.startswith(_LAYERED) else 0
    for number, key in enumerate(list(keys.layers.values())[under:], start=under + 1):
        forms.append((_tag(number) + _digest(key, "layer", forms[-1]))[: len(digest)])
    return tuple(forms)


_LAYERED = "t"  # no sign of a number written in sixteens, as a digest without a layer is


def _tag(layer: int) -> str:
    return f"{_LAYERED}{layer:02x}" if layer else ""


def _digest(key: bytes, purpose: str, text: str) -> str:
    return hmac.digest(_index_key(key, purpose), text.encode(), hashlib.sha256)[:16].hex()


@lru_cache(maxsize=64)
def _index_key(index: bytes, purpose: str) -> bytes:
    return hmac.digest(index, purpose.encode(), hashlib.sha256)


def ledger_sealer(segment: str = "") -> Callable[[bytes], str]:
    """Makes the keyed seal over a line of the ledger: whoever owns the database but not the key ring cannot make one."""
    key = ring().ledger_key(segment)
    if key is None:
        raise SealBroken(f"The ledger's key {segment} is not in the key ring; put the ring back that holds it.")
    begun = hmac.new(key, digestmod="sha256")

    def seal(text: bytes) -> str:
        made = begun.copy()  # the key is taken in once: half of what a seal costs
        made.update(text)
        return made.hexdigest()

    return seal


def _fresh_data_key(record: Sealable) -> bytes:
    data_key = secrets.token_bytes(KEY)
    _wrap(record, data_key)
    return data_key


def _wrap(record: Sealable, data_key: bytes) -> None:
    nonce = os.urandom(NONCE)
    master = ring().masters[ring().current]
    wrapped = AESGCM(master).encrypt(nonce, data_key, _bound(record, "key"))
    record.sealed_key = ring().current.encode() + b"." + nonce + wrapped


def _data_key(record: Sealable) -> bytes:
    name, wrapped = _wrapped_by(record), bytes(record.sealed_key or b"").split(b".", 1)[1]
    master = ring().masters.get(name)
    if master is None:
        raise SealBroken(f"The master key {name} is not in the key ring; put the ring back that holds it.")
    try:
        return AESGCM(master).decrypt(wrapped[:NONCE], wrapped[NONCE:], _bound(record, "key"))
    except InvalidTag:
        raise SealBroken(f"The key of {_name(record)} was altered or belongs to another record.") from None


def _wrapped_by(record: Sealable) -> str:
    return master_of(bytes(record.sealed_key or b""))


def _bound(record: Sealable, place: str) -> bytes:
    return f"{_name(record)}:{place}".encode()


def _name(record: Sealable) -> str:
    return f"{type(record).__name__.lower()}:{record.pk}"
