"""The ledger finds one changed, removed, added or swapped line, even when the attacker owns the database."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.db.utils import DatabaseError

from panoh.registry import ledger, ledger_proof
from panoh.registry.actions import turn_ledger_key
from panoh.registry.anchors import drop_anchor, fault_of
from panoh.registry.key_ring import ring
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.ledger_lines import line_of, sealed_text, stored_lines
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


def test_whoever_goes_on_working_while_it_is_proved_does_not_make_it_look_altered(ten_lines, now, monkeypatch):
    def beside(last, *, behind=None):
        with transaction.atomic():
            ledger.write(act="meanwhile", by=None, at=now)
        yield from stored_lines(last, behind=behind)

    monkeypatch.setattr(ledger_proof, "stored_lines", beside)

    assert ledger.verify() == ledger.Proof(10), "as it stood when the proof began"
    assert ledger.verify() == ledger.Proof(11)


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


@pytest.fixture
def two_segments(settings, tmp_path, now):
    """Three lines, a turned key, three lines."""
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    before = ring()
    lines(now, "one", "two", "three")
    turn_ledger_key(at=now)
    lines(now, "five", "six", "seven")
    lower_guard(connection)
    yield before
    raise_guard(connection)


def lines(at, *acts: str) -> None:
    with transaction.atomic():
        for each in acts:
            ledger.write(act=each, by=None, at=at)


def test_a_turned_key_seals_from_the_next_line_on_and_both_segments_are_proved(two_segments):
    turned = LedgerEntry.objects.get(seq=4)

    assert turned.act == ledger.TURNED
    assert ledger.verify() == ledger.Proof(7)
    assert LedgerHead.objects.get().segment == turned.detail["segment"] == ring().segment


@pytest.mark.parametrize("seq", range(1, 8))
def test_a_changed_line_of_either_segment_is_found(two_segments, seq):
    LedgerEntry.objects.filter(seq=seq).update(purpose="other")

    assert ledger.verify().fault_at == seq


def forge(before, upto: int) -> None:
    """Whoever has the key of before the turn, and the database, writes a chain of their own up to this line."""
    previous = ""
    for entry in LedgerEntry.objects.filter(seq__lte=upto).order_by("seq"):
        entry.purpose = "forged"
        text = sealed_text(previous, *line_of(entry).said)
        entry.seal = previous = hmac.digest(before.ledger, text, "sha256").hex()
        entry.save()


def test_whoever_has_the_old_key_cannot_write_the_old_segment_anew(two_segments):
    forge(two_segments, upto=4)

    assert ledger.verify().fault_at == 5


def test_nor_leave_out_that_the_key_was_turned(two_segments):
    forge(two_segments, upto=3)
    LedgerEntry.objects.filter(seq__gt=3).delete()
    LedgerHead.objects.update(seq=3, seal=LedgerEntry.objects.get(seq=3).seal, segment="")

    assert "it is older" in ledger.verify().fault
    assert ledger.verify(older=True).whole, "as after an older copy was put back on purpose"


def test_without_the_key_of_a_segment_the_proof_says_which_is_missing(two_segments, settings):
    two_segments.save(settings.KEY_RING_FILE)

    assert "is not in the key ring" in ledger.verify().fault


def test_a_turn_broken_off_before_its_line_leaves_the_ledger_as_it_was(settings, tmp_path, now):
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    lines(now, "one")
    ring().with_next_segment()[0].save(settings.KEY_RING_FILE)
    lines(now, "two")

    assert ledger.verify() == ledger.Proof(2)


def test_an_anchor_of_either_segment_holds(two_segments, now):
    anchor = drop_anchor(at=now)

    assert fault_of(anchor) == ""
