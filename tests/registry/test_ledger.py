"""The ledger finds one changed, removed, added or swapped line, even when the attacker owns the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.db.utils import DatabaseError

from panoh.registry import ledger
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.models import LedgerEntry, LedgerHead

pytestmark = pytest.mark.django_db


@pytest.fixture
def ten_lines(now) -> Iterator[None]:
    with transaction.atomic():
        for number in range(10):
            ledger.write(act=f"act_{number}", by=None, at=now + timedelta(seconds=number), subject=f"case:{number}")
    lower_guard(connection)
    yield
    raise_guard(connection)


def test_an_untouched_ledger_is_whole(ten_lines):
    assert ledger.verify() == ledger.Proof(10)


@pytest.mark.parametrize(
    "change",
    [
        {"act": "another"},
        {"subject": "case:x"},
        {"purpose": "none"},
        {"fields": ["name"]},
        {"detail": {"a": 1}},
        {"at": F("at") + timedelta(microseconds=1)},
        {"seal": "0" * 64},
    ],
)
def test_one_changed_column_is_found(ten_lines, change):
    LedgerEntry.objects.filter(seq=4).update(**change)

    assert ledger.verify().fault_at == 4


@pytest.mark.parametrize("seq", [1, 5, 10])
def test_one_removed_line_is_found_also_at_the_end(ten_lines, seq):
    LedgerEntry.objects.filter(seq=seq).delete()

    assert ledger.verify().fault_at == seq


def test_two_swapped_lines_are_found(ten_lines):
    LedgerEntry.objects.filter(seq=3).update(seq=99)
    LedgerEntry.objects.filter(seq=4).update(seq=3)
    LedgerEntry.objects.filter(seq=99).update(seq=4)

    assert ledger.verify().fault_at == 3


def test_a_line_added_from_outside_is_found(ten_lines, now):
    LedgerEntry.objects.create(seq=11, at=now, act="forged", seal="0" * 64)

    assert ledger.verify().fault_at == 11


def test_an_end_mark_put_back_is_found(ten_lines):
    LedgerHead.objects.update(seq=9, seal=LedgerEntry.objects.get(seq=9).seal)

    assert ledger.verify().fault_at == 10


def test_the_database_refuses_to_change_a_line(now):
    with transaction.atomic():
        ledger.write(act="one", by=None, at=now)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LedgerEntry.objects.update(act="other")


def test_the_database_refuses_to_remove_a_line(now):
    with transaction.atomic():
        ledger.write(act="one", by=None, at=now)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LedgerEntry.objects.all().delete()
