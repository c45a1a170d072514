"""An anchor kept elsewhere shows what the chain alone cannot: an older ledger put back, or one written anew with its keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import connection, transaction

from panoh.registry import ledger
from panoh.registry.anchors import Anchor, drop_anchor, fault_of, read_anchors
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.models import LedgerEntry, LedgerHead

pytestmark = pytest.mark.django_db


def _write(now, *acts: str) -> None:
    with transaction.atomic():
        for act in acts:
            ledger.write(act=act, by=None, at=now)


@pytest.fixture
def unguarded():
    lower_guard(connection)
    yield
    raise_guard(connection)


def test_an_anchor_holds_while_the_ledger_grows(now):
    _write(now, "one", "two")
    anchor = drop_anchor(at=now)
    _write(now, "three")

    assert anchor.line == 2
    assert fault_of(anchor) == ""


def test_an_older_ledger_put_back_whole_is_found(now, unguarded):
    _write(now, "one", "two")
    before = LedgerHead.objects.get(pk=1)
    _write(now, "three")
    anchor = drop_anchor(at=now)
    LedgerEntry.objects.filter(seq=3).delete()
    before.save()

    assert ledger.verify().whole, "the chain alone does not show it"
    assert "lines were cut off, or an older ledger was put back" in fault_of(anchor)


def test_a_ledger_written_anew_with_the_keys_themselves_is_found(now, unguarded):
    _write(now, "one", "two")
    anchor = drop_anchor(at=now)
    LedgerEntry.objects.all().delete()
    LedgerHead.objects.all().delete()
    _write(now + timedelta(days=1), "one", "other", "three")

    assert ledger.verify().whole
    assert "was written anew" in fault_of(anchor)


@pytest.mark.parametrize("change", [{"line": 1}, {"seal": "0" * 64}, {"at": "2020-01-01"}, {"signature": "00"}])
def test_an_altered_anchor_is_told_as_such(now, change):
    _write(now, "one", "two")

    assert "its signature does not fit" in fault_of(replace(drop_anchor(at=now), **change))


def signed_anew(anchor: Anchor) -> Anchor:
    """By whoever edits the file and has no key of the installation, only one of their own."""
    key = Ed25519PrivateKey.generate()
    said = f"panoh ledger {anchor.line} {anchor.seal} {anchor.at}".encode()
    signer = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    return replace(anchor, signer=signer, signature=key.sign(said).hex())


def test_an_anchor_signed_by_a_key_that_is_none_of_this_installation_is_told_as_such(now):
    _write(now, "one", "two")
    anchor = drop_anchor(at=now)

    earlier = replace(anchor, line=1, seal=LedgerEntry.objects.get(pk=1).seal)

    assert "not signed by a key of this installation" in fault_of(signed_anew(earlier))
    assert "not signed by a key of this installation" in fault_of(replace(anchor, signer="x"))


def test_all_lines_taken_away_with_the_end_mark_is_found_and_named(now, unguarded):
    _write(now, "one", "two")
    anchor = drop_anchor(at=now)
    LedgerEntry.objects.all().delete()
    LedgerHead.objects.all().delete()

    assert ledger.verify() == ledger.Proof(0), "the chain alone does not show it"
    assert "the ledger is empty: all its lines were taken away" in fault_of(anchor)


def test_anchors_are_read_as_written_and_a_line_that_is_none_is_named(now):
    _write(now, "one")
    anchor = drop_anchor(at=now)

    assert read_anchors(f"{anchor.text()}\n\n{anchor.text()}\n") == [anchor, anchor]
    with pytest.raises(ValueError, match="line 2"):
        read_anchors(f"{anchor.text()}\nhello\n")


def test_an_empty_ledger_can_be_anchored(now):
    anchor = drop_anchor(at=now)

    assert (anchor.line, fault_of(anchor)) == (0, "")
