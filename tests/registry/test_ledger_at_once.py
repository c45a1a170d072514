"""A long ledger is walked by several processes at once: the same lines hold, and the same fault is named in the same words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from panoh.registry import ledger, ledger_proof
from panoh.registry.actions import turn_ledger_key
from panoh.registry.key_ring import ring
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.models import LedgerEntry

LINES, HANDS = 23, 4


@pytest.fixture(autouse=True)
def a_ledger_worth_sharing(committed, monkeypatch, settings, tmp_path, now) -> Iterator[None]:
    """Three and twenty lines; the twelfth turns the key."""
    monkeypatch.setattr(ledger_proof, "WORTH_SHARING", 1)
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    ring()
    _write(11, now)
    turn_ledger_key(at=now)
    _write(LINES - 12, now)
    lower_guard(connection)
    yield
    raise_guard(connection)


def test_all_lines_hold_however_many_walk():
    for hands in (1, 2, HANDS, LINES):
        assert ledger.verify(hands=hands) == ledger.Proof(LINES)


@pytest.mark.parametrize("seq", [1, 5, 6, 12, 13, 17, LINES])
def test_the_first_altered_line_is_named_as_by_one(seq):
    LedgerEntry.objects.filter(seq__in=(seq, LINES)).update(subject="case:other")

    assert (
        ledger.verify(hands=HANDS)
        == ledger.verify()
        == ledger.Proof(seq - 1, seq, f"line {seq} was altered, swapped or added from outside")
    )


@pytest.mark.parametrize("seq", [1, 4, 5, 6, 11, 12, 17, LINES])
def test_a_line_taken_out_is_named_as_by_one_also_where_a_stretch_ends(seq):
    LedgerEntry.objects.filter(seq=seq).delete()

    assert ledger.verify(hands=HANDS) == ledger.verify()
    assert ledger.verify().fault_at == seq


@pytest.mark.parametrize("detail", [{}, [], "k000000", {"segment": "k000000"}, {"segment": [1]}])
def test_a_turned_key_that_was_altered_is_named_though_later_stretches_begin_from_it(detail):
    LedgerEntry.objects.filter(seq=12).update(detail=detail)

    assert ledger.verify(hands=HANDS) == ledger.verify()
    assert ledger.verify().fault_at == 12


def test_a_line_put_in_before_the_first_is_named(now):
    LedgerEntry.objects.create(seq=-3, at=now, act="forged", seal="0" * 64)

    assert ledger.verify(hands=HANDS) == ledger.verify()
    assert ledger.verify().fault_at == 1


def _write(count: int, at) -> None:
    with transaction.atomic():
        for number in range(count):
            ledger.write(act="look", by=None, at=at, subject=f"case:{number}")
